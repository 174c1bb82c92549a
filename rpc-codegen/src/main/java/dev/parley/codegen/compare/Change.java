package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;
import java.nio.file.Path;

/**
 * A difference between two descriptions.
 *
 * @param rule what kind it is of
 * @param subject what it is about, as waivers name it: {@code find}, {@code find(limit)}, {@code find:result},
 *     {@code find:404}, {@code Person}, {@code Person.name}, {@code Person.names[]}, {@code Person.notes{}}
 * @param place its position in the new source, or that of what is around it where it is gone
 * @param pointer where in the new document (RFC 6901), or what is around it there
 * @param text what was, what is, and what that means for clients
 */
public record Change(Rule rule, String subject, Place place, String pointer, String text) {
    /** The text and the way out, and the pointer where a document is what people wrote. */
    public String message() {
        String said = rule.breaks()
                .map(level -> level + ": " + text + " " + rule.wayOut())
                .orElse(text);
        Path file = place.file();
        boolean written = file != null && !file.toString().endsWith(".java");
        return said + (written && !pointer.isEmpty() ? " See " + pointer + "." : "");
    }
}
