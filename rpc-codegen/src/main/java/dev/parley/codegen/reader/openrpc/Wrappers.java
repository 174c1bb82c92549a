package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Keywords;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.References;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes off schemas that only refer to another one or hold it, and finds the name that this gives to the other. */
final class Wrappers {
    private final References references;
    private final LimitReader limits;
    private final Words words;

    Wrappers(References references, Report report, LimitReader limits) {
        this.references = references;
        this.limits = limits;
        this.words = new Words(report);
    }

    /** The schemas that say something about the shape, each where it is stated, with mere wrappers taken off. */
    List<Located> essential(List<Located> conjunction) {
        List<Located> parts = new ArrayList<>();
        for (Located part : conjunction) {
            Located bare = unwrapped(part);
            boolean known = parts.stream().anyMatch(other -> other.key().equals(bare.key()));
            if (Keywords.isShaping(bare.node()) && !known) {
                parts.add(bare);
            } else if (!known) {
                words.audit(bare);
                limits.lost(bare, " apart from a type");
            }
        }
        return parts.isEmpty() ? List.of(conjunction.get(0)) : parts;
    }

    /** The schema that another one only refers to or holds, over any number of them; a schema that says more itself. */
    Located unwrapped(Located schema) {
        Set<String> seen = new HashSet<>();
        Located at = schema;
        while (seen.add(at.key())) {
            words.audit(at);
            at = references.follow(at);
            if (!Keywords.isShaping(at.node()) && at.child("schema").node().isObject()) {
                // A content descriptor where a schema belongs: what is meant is clear.
                at = at.child("schema");
            }
            for (String word : new String[] {"allOf", "oneOf", "anyOf"}) {
                List<Located> shaping = at.child(word).elements().stream()
                        .filter(part -> !word.equals("allOf") || Keywords.isShaping(part.node()))
                        .toList();
                if (Keywords.isOnly(at.node(), word) && shaping.size() == 1) {
                    words.audit(at);
                    limits.lost(at, " beside " + word);
                    at.child(word).elements().stream()
                            .filter(part -> !shaping.contains(part))
                            .forEach(part -> limits.lost(part, " apart from a type"));
                    at = shaping.get(0);
                    break;
                }
            }
        }
        return at;
    }

    // What a reference leads to has its name from its own place.
    Where named(Located start, Located end, Where where) {
        Located at = start;
        for (int i = 0; i < 64 && !at.key().equals(end.key()); i++) {
            if (at.has("$ref")) {
                Located next = references.follow(at);
                return named(next, end, Where.topLevel(nameOf(next)));
            }
            if (!Keywords.isShaping(at.node()) && at.has("schema")) {
                at = at.child("schema");
                continue;
            }
            Located from = at;
            at = List.of("allOf", "oneOf", "anyOf").stream()
                    .flatMap(word -> from.child(word).elements().stream())
                    .filter(each -> Keywords.isShaping(each.node()))
                    .findFirst()
                    .orElse(end);
        }
        return where;
    }

    private static String nameOf(Located target) {
        if (target.pointer().isEmpty()) {
            return JavaNames.type(target.document().name());
        }
        String[] steps = target.pointer().split("/");
        StringBuilder name = new StringBuilder();
        boolean inside = false;
        for (int i = Math.max(1, steps.length > 3 && steps[1].equals("components") ? 3 : steps.length - 1);
                i < steps.length;
                i++) {
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            boolean structural = inside
                    && Set.of("properties", "items", "schema", "oneOf", "anyOf", "allOf")
                            .contains(step);
            if (!structural) {
                name.append(JavaNames.type(step));
            }
            inside = true;
        }
        return name.toString();
    }
}
