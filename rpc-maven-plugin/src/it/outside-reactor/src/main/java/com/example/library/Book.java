package com.example.library;

/** A book. */
public record Book(String title, int year) {}
