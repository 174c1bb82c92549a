package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Constraint;
import dev.parley.codegen.model.Constraint.Word;
import dev.parley.codegen.model.EcmaPattern;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Elements;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Limit;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Puts the limits that schemas state on types. */
final class LimitReader {
    private static final Set<Word> NUMBERS = EnumSet.of(
            Word.MINIMUM, Word.MAXIMUM, Word.EXCLUSIVE_MINIMUM, Word.EXCLUSIVE_MAXIMUM, Word.MULTIPLE_OF, Word.ENUM);

    private static final Map<Kind, Set<Word>> BY_KIND = Map.of(
            Kind.STRING, EnumSet.of(Word.MAX_LENGTH, Word.MIN_LENGTH, Word.PATTERN),
            Kind.INTEGER, NUMBERS,
            Kind.NUMBER, NUMBERS,
            Kind.BOOLEAN, EnumSet.of(Word.ENUM),
            Kind.ARRAY, EnumSet.of(Word.MAX_ITEMS, Word.MIN_ITEMS, Word.UNIQUE_ITEMS),
            Kind.OBJECT, EnumSet.of(Word.MAX_PROPERTIES, Word.MIN_PROPERTIES),
            Kind.NULL, EnumSet.noneOf(Word.class));

    private static final Map<String, Word> WORDS =
            Stream.of(Word.values()).collect(Collectors.toMap(Word::wireName, word -> word));

    private final Report report;
    private final boolean checks;

    /** @param checks whether limits are to be checked, so that it matters where they can't */
    LimitReader(Report report, boolean checks) {
        this.report = report;
        this.checks = checks;
    }

    /** A type with the limits that a schema has for its kind of values. */
    Type on(Type type, Kind kind, Schema schema, Located at) {
        List<Constraint> rules = new ArrayList<>(rules(schema));
        List<JsonNode> values = schema.values().only();
        boolean scalar = kind == Kind.INTEGER || kind == Kind.NUMBER || kind == Kind.BOOLEAN;
        if (values != null && scalar) {
            rules.addAll(among(kind, values));
        }
        rules.removeIf(rule -> !BY_KIND.get(kind).contains(rule.word()));
        if (values != null && (kind == Kind.ARRAY || kind == Kind.OBJECT)) {
            note("unchecked-limit", at, "limits values by enum, which is not checked for the type they have.");
        }
        boolean decided = kind == Kind.STRING && schema.strings() != null;
        if (rules.isEmpty() || decided) {
            return type;
        }
        // How many elements a tuple has is checked as it is read.
        rules.removeIf(rule -> isDecided(rule, schema.elements()));
        rules.stream().filter(rule -> !rule.isCheckable(type)).forEach(rule -> unchecked(rule, type, at));
        return type instanceof Type.Model ? type : new Type.Checked(type, rules);
    }

    private static boolean isDecided(Constraint rule, Elements elements) {
        int size = elements.tuple().size();
        return switch (rule.word()) {
            case MIN_ITEMS -> Integer.parseInt(rule.text()) <= size;
            case MAX_ITEMS -> size > 0 && elements.closed();
            default -> false;
        };
    }

    private static List<Constraint> rules(Schema schema) {
        List<Constraint> rules = new ArrayList<>();
        for (Limit limit : schema.values().limits()) {
            Word word = WORDS.get(limit.word());
            if (word != null) {
                String text = word == Word.PATTERN
                        ? limit.value().stringValue()
                        : limit.value().toString();
                rules.add(new Constraint(word, text));
            }
        }
        Collections.sort(rules);
        return rules;
    }

    private static List<Constraint> among(Kind kind, List<JsonNode> values) {
        List<String> fitting = values.stream()
                .filter(value -> kind == Kind.BOOLEAN ? value.isBoolean() : value.isNumber())
                .map(JsonNode::toString)
                .distinct()
                .toList();
        boolean all = fitting.isEmpty() || kind == Kind.BOOLEAN && fitting.size() > 1;
        return all
                ? List.of()
                : List.of(new Constraint(Word.ENUM, fitting.stream().collect(Collectors.joining(",", "[", "]"))));
    }

    private void unchecked(Constraint rule, Type type, Located at) {
        String word = rule.word().wireName();
        boolean untranslated =
                rule.word() == Word.PATTERN && EcmaPattern.toJava(rule.text()).isEmpty();
        if (untranslated) {
            note(
                    "unchecked-pattern",
                    at,
                    "has the pattern " + rule.text() + ", which Java can't say: it is not checked.");
        } else {
            note("unchecked-limit", at, "limits values by " + word + ", which is not checked for the type they have.");
        }
    }

    /** Says that a schema's limits are lost, if it has some and they matter. */
    void lost(Located at, String why) {
        for (Word word : Word.values()) {
            if (word != Word.ENUM && at.has(word.wireName())) {
                note(
                        "unchecked-limit",
                        at,
                        "limits values by " + word.wireName() + ", which is not checked" + why + ".");
            }
        }
    }

    /** Says that alternatives are one type, so that the limits of each are lost. */
    void merged(Located at) {
        note("unchecked-limit", at, "is one type with other alternatives: what limits only one is not checked.");
    }

    private void note(String key, Located at, String message) {
        if (checks) {
            report.untyped(key, at, message);
        }
    }
}
