package dev.parley.codegen.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says to people, and its default.
 *
 * @param title the title; empty when there is none
 * @param description the description; empty when there is none
 * @param deprecated whether it is deprecated
 * @param defaultValue the default; null when there is none
 */
public record Texts(
        String title,
        String description,
        boolean deprecated,
        @Nullable JsonNode defaultValue) {
    static final Texts NONE = new Texts("", "", false, null);

    /** The texts of one schema, each completed by that of another where it says nothing. */
    Texts or(Texts other) {
        return new Texts(
                title.isEmpty() ? other.title : title,
                description.isEmpty() ? other.description : description,
                deprecated | other.deprecated,
                defaultValue == null ? other.defaultValue : defaultValue);
    }

    static Texts of(Located at) {
        return new Texts(
                at.text("title"),
                at.text("description"),
                at.flag("deprecated"),
                at.node().get("default"));
    }
}
