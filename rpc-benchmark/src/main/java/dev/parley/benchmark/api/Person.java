package dev.parley.benchmark.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An entry of the phone book, about 73 bytes of JSON. */
public record Person(
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        int id,
        int number) {}
