package dev.parley.codegen.model;

/**
 * Something wrong with an annotation, wherever it stands.
 *
 * @param key the problem's key
 * @param message what is wrong, and the way out: sentences
 * @param place where it stands
 */
public record Stray(String key, String message, Place place) {}
