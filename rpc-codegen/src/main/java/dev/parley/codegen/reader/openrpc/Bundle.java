package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Document;
import dev.parley.codegen.schema.Documents;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document with all that it takes from other files inside, so that a server can give it to peers, who have no such files.
 * What comes from another file becomes a component. A document of one file of JSON stays as it is, to the letter; one of YAML becomes JSON.
 */
final class Bundle {
    private static final Pattern COMPONENT = Pattern.compile("/components/([^/]+)/([^/]+)(/.*)?");
    private static final Pattern METHOD = Pattern.compile("/methods/\\d+");
    private static final Pattern DESCRIPTOR = Pattern.compile("/methods/\\d+/(params/\\d+|result)");

    /** A report of our own: what looks like a reference outside of schemas is not a mistake. */
    private final Documents documents = new Documents(new Report());

    private final Document root;
    /** The places in this document that values from other files got. */
    private final Map<String, Component> placed = new HashMap<>();

    private final Deque<Located> left = new ArrayDeque<>();

    private Bundle(Document root) {
        this.root = root;
    }

    /**
     * The text of a document with all that it takes from others.
     *
     * @param files how many files it is read from
     */
    static String of(Document document, int files) {
        return files < 2 && document.isJson() ? document.text() : new Bundle(document).text();
    }

    private String text() {
        placeComponents();
        ObjectNode bundle = (ObjectNode) copy(root.root());
        while (!left.isEmpty()) {
            Located from = left.remove();
            Component at = placed.get(from.key());
            bundle.withObject("components").withObject(at.kind()).set(at.name(), copy(from));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JsonMapper.shared()
                        .writer()
                        .with(new DefaultPrettyPrinter()
                                .withSeparators(Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(bundle)
                + "\n";
    }

    // A component that is nothing but a reference to another file is the best place for what lies there.
    private void placeComponents() {
        root.root()
                .child("components")
                .members()
                .forEach((kind, all) -> all.members().forEach((name, value) -> {
                    Located target = documents.follow(value);
                    if (isElsewhere(target)) {
                        placed.putIfAbsent(target.key(), new Component(kind, name));
                    }
                }));
    }

    private boolean isElsewhere(Located value) {
        return !value.document().file().equals(root.file());
    }

    private JsonNode copy(Located from) {
        if (from.node().path("$ref").isString()) {
            return refer(from);
        } else if (from.node().isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            from.members().forEach((name, value) -> copy.set(name, copy(value)));
            return copy;
        } else if (from.node().isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            from.elements().forEach(value -> copy.add(copy(value)));
            return copy;
        }
        return from.node();
    }

    private JsonNode refer(Located from) {
        Located target = documents.follow(from);
        if (target.key().equals(from.key())) {
            return from.node();
        }
        if (isElsewhere(target)) {
            boolean here = !isElsewhere(from);
            Component component = placed.get(target.key());
            boolean best = component != null && component.pointer().equals(from.pointer());
            if (here && (best || METHOD.matcher(from.pointer()).matches())) {
                return copy(target);
            }
        } else if (!isElsewhere(from)) {
            return from.node();
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        from.members().forEach((name, value) -> copy.set(name, copy(value)));
        return copy.put("$ref", "#" + (isElsewhere(target) ? place(target, from).pointer() : target.pointer()));
    }

    private Component place(Located target, Located from) {
        Component known = placed.get(target.key());
        if (known != null) {
            return known;
        }
        String kind = kind(target, from);
        String stem = target.pointer().isEmpty() ? target.document().name() : target.lastStep();
        String base = stem.replaceAll("[^A-Za-z0-9._-]", "_");
        Component free = new Component(kind, base);
        for (int number = 2; isTaken(free); number++) {
            free = new Component(kind, base + number);
        }
        placed.put(target.key(), free);
        left.add(target);
        return free;
    }

    private boolean isTaken(Component component) {
        return placed.containsValue(component)
                || root.root().child("components").child(component.kind()).has(component.name());
    }

    private static String kind(Located target, Located from) {
        Matcher component = COMPONENT.matcher(target.pointer());
        if (component.matches() && component.group(3) == null) {
            return component.group(1);
        }
        return DESCRIPTOR.matcher(from.pointer()).matches() ? "contentDescriptors" : "schemas";
    }

    /** A place among the components. */
    private record Component(String kind, String name) {
        String pointer() {
            return "/components/" + kind + "/" + name.replace("~", "~0").replace("/", "~1");
        }
    }
}
