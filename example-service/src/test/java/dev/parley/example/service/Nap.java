package dev.parley.example.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many milliseconds to sleep, and what to say then. */
public record Nap(
        @JsonProperty("Ms") int millis, @JsonProperty("Tag") String tag) {}
