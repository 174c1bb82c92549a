package com.example;

/** What is sent. */
public record Parcel(String to, int grams) {}
