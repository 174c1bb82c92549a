package dev.parley.example.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The outcome of a division. */
public record Quotient(
        @JsonProperty("Quo") int quotient,
        @JsonProperty("Rem") int remainder) {}
