package dev.parley.codegen.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merges all that is said of a value into one schema. */
public final class SchemaReader {
    /** How many unions inside each other are looked into; more of them may be a circle. */
    private static final int DEPTH = 8;

    private static final String[] UNIONS = {"oneOf", "anyOf"};

    private final References references;
    private final Report report;
    private final Easing easing;
    private final LimitReader limits;
    private final Words words;
    private final FieldCheck fields;

    /**
     * A reader.
     *
     * @param report takes what is wrong or not followed
     * @param easing the requirements that do not hold
     */
    public SchemaReader(References references, Report report, Easing easing) {
        this.references = references;
        this.report = report;
        this.easing = easing;
        this.limits = new LimitReader(report);
        this.words = new Words(report);
        this.fields = new FieldCheck(report);
    }

    /** The schema that several say together. */
    public Schema read(List<Located> conjunction) {
        Merge merge = merged(conjunction);
        merge.keepNeeded(property -> merged(property).schema().constant() != null);
        merge.eased().forEach(easing::use);
        return merge.schema();
    }

    private Merge merged(List<Located> conjunction) {
        Merge merge = new Merge();
        Set<String> seen = new HashSet<>();
        conjunction.forEach(part -> add(merge, part, seen));
        return merge;
    }

    private void add(Merge merge, Located part, Set<String> seen) {
        words.audit(part);
        Located at = references.follow(part);
        if (!Keywords.isShaping(at.node()) && at.child("schema").node().isObject()) {
            at = references.follow(at.child("schema"));
        }
        if (!seen.add(Schema.key(List.of(at)))) {
            return;
        } else if (at.node().isBoolean()) {
            merge.allow(at.node().booleanValue());
            return;
        } else if (!at.node().isObject()) {
            report.mistake("not-a-schema", at, "is not a schema. Write an object, true or false.");
            return;
        }
        words.audit(at);
        fields.schema(at);
        merge.add(at, kinds(at), limits.read(at), easing);
        at.child("allOf").elements().forEach(each -> add(merge, each, seen));
        for (String word : UNIONS) {
            union(merge, at, word, seen);
        }
        Located stripped = at.with(without(at.node()));
        if (Keywords.isShaping(stripped.node())) {
            merge.parts.add(stripped);
        }
    }

    private static JsonNode without(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        copy.remove(List.of("oneOf", "anyOf", "allOf"));
        return copy;
    }

    private void union(Merge merge, Located at, String word, Set<String> seen) {
        List<Located> cases = at.child(word).elements();
        if (cases.size() == 1) {
            add(merge, cases.get(0), seen);
        } else if (!cases.isEmpty() && decidesNothing(merge, cases)) {
            merge.limits.add(new Limit(word, at.node().get(word), at));
            if (cases.stream().map(references::follow).anyMatch(SchemaReader::isLimiting)) {
                words.unchecked(at.child(word));
            }
        } else if (!cases.isEmpty()) {
            ObjectNode only = JsonNodeFactory.instance.objectNode();
            only.set(word, at.node().get(word));
            merge.unions.add(at.with(only));
        }
    }

    private static boolean isLimiting(Located schema) {
        return Keywords.isShaping(schema.node())
                || schema.members().keySet().stream().anyMatch(Words::isLimit);
    }

    // Cases that only narrow what is said beside them, or allow anything, leave the shape as it is.
    private boolean decidesNothing(Merge merge, List<Located> cases) {
        boolean anything = cases.stream().map(references::follow).anyMatch(each -> !Keywords.isShaping(each.node()));
        boolean narrowing = cases.stream().map(references::follow).allMatch(each -> Keywords.isNarrowing(each.node()));
        return anything || narrowing && !merge.schema().kinds().isEmpty();
    }

    /** The kinds that {@code type} names; null when the schema does not have the word. */
    private @Nullable Set<Kind> kinds(Located at) {
        Located type = at.child("type");
        if (!type.exists()) {
            return null;
        }
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Located one : type.node().isArray() ? type.elements() : List.of(type)) {
            Kind.named(one.node().isString() ? one.node().stringValue() : "")
                    .ifPresentOrElse(
                            kinds::add,
                            () -> report.mistake(
                                    "unknown-type",
                                    one,
                                    "is " + one.node()
                                            + ", which is not a type. Write one of null, boolean, integer, number,"
                                            + " string, array, object."));
        }
        return kinds;
    }

    /** Whether null is allowed: by what several schemas say together, or by an alternative in them. */
    public boolean admitsNull(List<Located> conjunction) {
        return admitsNull(read(conjunction), DEPTH);
    }

    private boolean admitsNull(Schema schema, int depth) {
        return schema.nullable()
                || depth > 0
                        && schema.unions().stream()
                                .flatMap(union -> cases(union).stream())
                                .anyMatch(each -> admitsNull(read(List.of(each)), depth - 1));
    }

    /** The value at the end of the references of a schema. */
    public Located target(Located at) {
        return references.follow(at);
    }

    /**
     * The cases of a union, including those of unions directly inside it, and of unions that lead back to it: these are all
     * one union.
     */
    public List<Located> cases(Located union) {
        List<Located> cases = new ArrayList<>();
        addCases(union, cases, new HashSet<>(Set.of(union.key())));
        return cases;
    }

    private void addCases(Located union, List<Located> cases, Set<String> seen) {
        for (Located each : stated(union)) {
            Located target = unions(each);
            if (isUnion(each) || isUnion(target) && leadsTo(target, seen, new HashSet<>())) {
                if (seen.add(target.key())) {
                    addCases(target, cases, seen);
                }
            } else if (!seen.contains(target.key())) {
                cases.add(each);
            }
        }
    }

    /** The cases as they are written. */
    private static List<Located> stated(Located union) {
        List<Located> all = new ArrayList<>(union.child("oneOf").elements());
        all.addAll(union.child("anyOf").elements());
        return all;
    }

    private static boolean isUnion(Located schema) {
        return Keywords.isOnly(schema.node(), "oneOf") || Keywords.isOnly(schema.node(), "anyOf");
    }

    /** The schema at the end of references and of an allOf that holds one schema only. */
    private Located unions(Located schema) {
        Located at = references.follow(schema);
        Set<String> seen = new HashSet<>();
        while (seen.add(at.key())
                && Keywords.isOnly(at.node(), "allOf")
                && at.child("allOf").elements().size() == 1) {
            at = references.follow(at.child("allOf").elements().get(0));
        }
        return at;
    }

    private boolean leadsTo(Located union, Set<String> keys, Set<String> seen) {
        if (keys.contains(union.key())) {
            return true;
        }
        return seen.add(union.key())
                && isUnion(union)
                && stated(union).stream().map(this::unions).anyMatch(each -> leadsTo(each, keys, seen));
    }
}
