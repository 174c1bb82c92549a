package dev.parley.codegen.model;

/**
 * An annotation in a place where it means nothing.
 *
 * @param annotation its simple name
 * @param reason why it means nothing there, and the way out: sentences
 * @param place where it stands
 */
public record Stray(String annotation, String reason, Place place) {}
