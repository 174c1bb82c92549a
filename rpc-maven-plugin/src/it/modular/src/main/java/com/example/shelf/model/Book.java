package com.example.shelf.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book. */
public record Book(String title, Kind kind, @Nullable LocalDate printed, List<Book> sequels) {
    /** What it is about. */
    public enum Kind {
        NOVEL,
        POEMS
    }
}
