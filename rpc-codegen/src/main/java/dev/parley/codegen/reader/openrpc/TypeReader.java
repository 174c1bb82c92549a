package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.References;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the Java type of a schema, and describes the classes that it takes. */
final class TypeReader {
    static final Type ANY = new Type.Plain(PlainType.JSON_VALUE);
    static final Type TEXT = new Type.Plain(PlainType.STRING);

    /** A schema whose type is being found, or is found. */
    static final class Entry {
        private final Models models;
        private final Where where;
        private @Nullable ClassRef name;
        private @Nullable Type type;
        private boolean asked;

        private Entry(Models models, Where where) {
            this.models = models;
            this.where = where;
        }

        Where where() {
            return where;
        }

        /** Its class, which it gets by this. */
        ClassRef name() {
            ClassRef known = name;
            if (known == null) {
                known = models.name(where);
                name = known;
            }
            return known;
        }
    }

    private final Wrappers wrappers;
    private final SchemaReader schemas;
    private final Models models;
    private final Report report;
    private final LimitReader limits;
    private final ObjectReader objects;
    private final UnionReader unions;
    private final Map<String, Entry> entries = new HashMap<>();

    TypeReader(
            References documents,
            Models models,
            Report report,
            OptionalMembers optional,
            boolean checks,
            boolean keepUnknown) {
        this.limits = new LimitReader(report, checks);
        this.wrappers = new Wrappers(documents, report, limits);
        this.schemas = new SchemaReader(documents, report, optional);
        this.models = models;
        this.report = report;
        this.objects = new ObjectReader(this, schemas, models, report, keepUnknown);
        this.unions = new UnionReader(this, schemas, wrappers, models, report, limits);
    }

    /** The type of what several schemas say together. */
    Type read(List<Located> conjunction, Where where) {
        List<Located> parts = wrappers.essential(conjunction);
        Where named = parts.size() == 1 ? wrappers.named(conjunction.get(0), parts.get(0), where) : where;
        String key = key(parts, named);
        Entry known = entries.get(key);
        if (known != null) {
            return known.type != null ? known.type : unfinished(known, parts);
        }
        Entry entry =
                new Entry(models, parts.size() == 1 ? named.titled(parts.get(0).text("title")) : named);
        entries.put(key, entry);
        Schema schema = schemas.read(parts);
        Type type = build(schema, parts.get(0), entry);
        entry.type = entry.asked ? wrapped(type, parts.get(0), entry) : type;
        return entry.type;
    }

    // A method's parameters and its result are of one type where they are described by the same words.
    private static String key(List<Located> parts, Where where) {
        boolean shared = !where.root().isEmpty() && parts.size() == 1;
        return shared
                ? where.root() + " " + parts.get(0).document().file() + " "
                        + parts.get(0).node()
                : Schema.key(parts);
    }

    Type read(Located schema, Where where) {
        return read(List.of(schema), where);
    }

    /** Finds what can't be read though each type by itself could. */
    void checkCircles() {
        unions.checkCircles();
    }

    /** The type of what any of several schemas says. */
    Type anyOf(List<Located> alternatives, Where where) {
        return unions.ofAny(
                alternatives.stream().map(List::of).toList(), alternatives.get(0), new Entry(models, where));
    }

    private Type unfinished(Entry entry, List<Located> parts) {
        entry.asked = true;
        Type.Model model = new Type.Model(entry.name(), List.of());
        return schemas.admitsNull(parts) ? model.orNull() : model;
    }

    // Somebody was told that there is a class: a type that contains itself needs one.
    private Type wrapped(Type type, Located at, Entry entry) {
        Type bare = type.nonNull();
        if (bare instanceof Type.Model model && model.name().equals(entry.name())) {
            return type;
        }
        models.add(value(entry.name(), bare, Prose.docs(at.text("title"), at.text("description")), at));
        Type.Model model = new Type.Model(entry.name(), List.of());
        return type.isNullable() ? model.orNull() : model;
    }

    /** A record around one value. */
    static ModelType value(ClassRef name, Type value, Docs docs, Located at) {
        return new ModelType.ValueType(
                Models.header(name, docs, at.place()),
                value,
                "",
                new ModelType.Access(ModelType.Access.Kind.METHOD, "value"));
    }

    private Type build(Schema schema, Located at, Entry entry) {
        if (schema.values().impossible()) {
            return ANY;
        } else if (!schema.unions().isEmpty()) {
            return unions.read(schema, at, entry);
        }
        List<Kind> kinds = new ArrayList<>(schema.kinds());
        if (kinds.remove(Kind.INTEGER) && !kinds.contains(Kind.NUMBER)) {
            kinds.add(Kind.INTEGER);
        }
        if (kinds.isEmpty()) {
            return schema.nullable() ? Type.VOID : any(at);
        }
        Type type = kinds.size() == 1 ? of(kinds.get(0), schema, at, entry) : unions.ofKinds(kinds, schema, at, entry);
        return schema.nullable() ? Scalars.orNull(type) : type;
    }

    private Type any(Located at) {
        report.untyped("any-value", at, "permits any value: JsonValue.");
        return ANY;
    }

    private Type of(Kind kind, Schema schema, Located at, Entry entry) {
        List<String> strings = schema.strings();
        if (kind == Kind.STRING && strings != null) {
            return enumOf(strings, schema, at, entry);
        }
        Type type = switch (kind) {
            case ARRAY -> array(schema, at, entry);
            case OBJECT -> objects.read(schema, at, entry);
            default -> scalar(kind, schema, at);
        };
        return limits.on(type, kind, schema, at);
    }

    private Type scalar(Kind kind, Schema schema, Located at) {
        Type type = Scalars.of(kind, schema);
        String normalization = Scalars.normalization(type);
        if (normalization != null) {
            report.untyped(
                    "normalized-value",
                    at,
                    "has the format " + schema.values().format() + ": it is read as "
                            + type.asPlain().orElseThrow().javaName() + ", which " + normalization + ".");
        }
        return type;
    }

    /** An enum of strings. */
    Type enumOf(List<String> values, Schema schema, Located at, Entry entry) {
        models.add(Enums.of(
                entry.name(),
                values,
                Prose.docs(schema.texts().title(), schema.texts().description()),
                at.place()));
        return new Type.Model(entry.name(), List.of());
    }

    private Type array(Schema schema, Located at, Entry entry) {
        if (!schema.elements().tuple().isEmpty()) {
            return objects.readTuple(schema, at, entry);
        } else if (schema.elements().others().isEmpty()) {
            report.untyped("any-element", at, "permits any elements: List<JsonValue>.");
            return list(ANY);
        }
        return list(read(schema.elements().others(), entry.where().element()));
    }

    private static Type list(Type element) {
        return new Type.Sequence(Type.SequenceKind.LIST, element);
    }

    /** A schema of one type, for parts of one that allows several. */
    static Located typeOnly(Located at, Kind kind) {
        return new Located(
                at.document(),
                at.pointer() + "/type/" + kind.wireName(),
                JsonNodeFactory.instance.objectNode().put("type", kind.wireName()));
    }
}
