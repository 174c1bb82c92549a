package dev.parley.seams;

import org.jspecify.annotations.Nullable;

record Person(int id, String firstName, @Nullable String lastName) {}
