package dev.parley.codegen.compare;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sentences that more than one comparison says. */
final class Texts {
    private Texts() {}

    static String defaults(@Nullable JsonNode before, @Nullable JsonNode after) {
        return "has another default: it was " + shown(before) + " and is " + shown(after)
                + ", so what old clients leave out means something else.";
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "none" : value.toString();
    }
}
