package dev.parley.example.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An entry of the phone book.
 *
 * @param firstName the given name
 * @param lastName the family name
 * @param id never given to anybody else
 * @param number the telephone number
 */
public record Person(
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        int id,
        int number) {}
