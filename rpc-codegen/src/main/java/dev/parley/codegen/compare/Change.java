package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;

/**
 * A difference between two descriptions.
 *
 * @param rule what kind it is of
 * @param subject what it is about, as waivers name it: {@code find}, {@code find(limit)}, {@code find:result},
 *     {@code find:404}, {@code Person}, {@code Person.name}, {@code Person.names[]}, {@code Person.notes{}}
 * @param place where that stands in the new source, or what is around it where it is gone
 * @param text what was, what is, and what that means for clients
 */
public record Change(Rule rule, String subject, Place place, String text) {
    /** The text and the way out. */
    public String message() {
        return rule.breaks()
                .map(level -> level + ": " + text + " " + rule.wayOut())
                .orElse(text);
    }
}
