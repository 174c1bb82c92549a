package com.example;

/** What pays for it. */
public record Stamp(int cents) {}
