package com.example.shelf.model;

/** A class with getters and setters, as it would be read by reflection. */
public class Note {
    private String text = "";

    /** For generated code. */
    public Note() {}

    /** Its text. */
    public String getText() {
        return text;
    }

    /** Sets its text. */
    public void setText(String text) {
        this.text = text;
    }
}
