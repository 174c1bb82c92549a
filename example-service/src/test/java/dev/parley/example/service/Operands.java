package dev.parley.example.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Go's {@code Args} holds: members of exported Go fields begin with a capital. */
public record Operands(
        @JsonProperty("A") int a, @JsonProperty("B") int b) {}
