package dev.parley.codegen.reader.source;

import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What JSpecify's annotations say; any other annotation named {@code Nullable} says the same. */
final class Nullness {
    private Nullness() {}

    static boolean isNullable(AnnotatedConstruct construct) {
        return Annotations.names(construct).anyMatch(name -> name.endsWith(".Nullable"));
    }

    /** Whether types without annotation are non-null where an element stands. */
    static boolean isMarked(@Nullable Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            if (Annotations.find(at, "org.jspecify.annotations.NullMarked").isPresent()) {
                return true;
            }
            if (Annotations.find(at, "org.jspecify.annotations.NullUnmarked").isPresent()) {
                return false;
            }
        }
        return false;
    }
}
