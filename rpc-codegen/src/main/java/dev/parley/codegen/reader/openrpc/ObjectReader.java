package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.Presence;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes records of what schemas say of objects and tuples, and maps where they name no member. */
final class ObjectReader {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    private final TypeReader types;
    private final SchemaReader schemas;
    private final Models models;
    private final Report report;
    private final boolean keepUnknown;

    ObjectReader(TypeReader types, SchemaReader schemas, Models models, Report report, boolean keepUnknown) {
        this.types = types;
        this.schemas = schemas;
        this.models = models;
        this.report = report;
        this.keepUnknown = keepUnknown;
    }

    Type read(Schema schema, Located at, TypeReader.Entry entry) {
        boolean closed = schema.members().closed();
        if (schema.members().properties().isEmpty()
                && schema.members().named().isEmpty()
                && (!closed || !schema.members().others().isEmpty())) {
            Where where = entry.where().followedBy("Value");
            return new Type.MapOf(false, TypeReader.TEXT, others(schema, at, where, entry));
        }
        return record(schema, at, entry);
    }

    private Type others(Schema schema, Located at, Where where, TypeReader.Entry entry) {
        if (schema.members().others().isEmpty()) {
            report.untyped("any-member", at, "permits any members: Map<String, JsonValue>.");
            return TypeReader.ANY;
        }
        return schema.members().others().size() == 1
                ? types.read(schema.members().others(), where)
                : types.anyOf(schema.members().others(), where);
    }

    private Type record(Schema schema, Located at, TypeReader.Entry entry) {
        ClassRef name = entry.name();
        Set<String> used = new HashSet<>();
        Map<String, String> docs = new LinkedHashMap<>();
        List<Member> members = new ArrayList<>();
        properties(schema, at).forEach((wireName, property) -> {
            Schema described = schemas.read(property);
            if (!described.values().impossible()) {
                Member member = member(
                        name,
                        wireName,
                        property,
                        described,
                        schema.members().required().contains(wireName),
                        used);
                members.add(member);
                docs.put(
                        member.name(),
                        described.texts().description().isEmpty()
                                ? described.texts().title()
                                : described.texts().description());
            }
        });
        Member rest = rest(schema, at, name, used, entry);
        checkCount(members, rest, at, "members");
        List<Integer> arguments = IntStream.range(0, members.size())
                .filter(index -> !(members.get(index).type() instanceof Type.Constant))
                .boxed()
                .toList();
        docs.keySet()
                .removeIf(member -> arguments.stream()
                        .noneMatch(index -> members.get(index).name().equals(member)));
        models.add(new ModelType.ObjectType(
                Models.header(name, withParameters(schema, docs), at.place()),
                null,
                new ModelType.Creation("", arguments),
                members,
                rest));
        return new Type.Model(name, List.of());
    }

    private void checkCount(List<Member> members, @Nullable Member rest, Located at, String what) {
        Stream<Member> all = Stream.concat(members.stream(), Stream.ofNullable(rest));
        Slots.check(all.map(Member::type).toList(), at, what, report);
    }

    private Map<String, List<Located>> properties(Schema schema, Located at) {
        Map<String, List<Located>> all = new LinkedHashMap<>(schema.members().properties());
        for (String name : schema.members().named()) {
            if (!all.containsKey(name)) {
                all.put(
                        name,
                        schema.members().others().isEmpty()
                                ? List.of(at.child("required").undescribed())
                                : schema.members().others());
            }
        }
        return all;
    }

    static Docs withParameters(Schema schema, Map<String, String> members) {
        return withParameters(Prose.docs(schema.texts().title(), schema.texts().description()), members);
    }

    private static Docs withParameters(Docs docs, Map<String, String> members) {
        StringBuilder text = new StringBuilder(docs.text());
        String gap = docs.isEmpty() ? "" : "\n\n";
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (!member.getValue().isBlank()) {
                text.append(gap)
                        .append(Prose.wrapped("@param " + member.getKey() + " "
                                + Prose.escaped(member.getValue().strip().replaceAll("\\s+", " "))));
                gap = "\n";
            }
        }
        return new Docs(text.toString());
    }

    private Member member(
            ClassRef owner,
            String wireName,
            List<Located> property,
            Schema described,
            boolean required,
            Set<String> used) {
        String name = free(JavaNames.member(wireName), used);
        Type type = required ? constant(described) : null;
        if (type == null) {
            type = types.read(property, Where.inside(owner, JavaNames.type(wireName)));
        }
        boolean nullable = type.isNullable() || type.equals(TypeReader.ANY) || type.equals(Type.VOID);
        if (!required) {
            type = nullable ? new Type.MaybeOf(maybe(type)) : Scalars.orNull(type);
        }
        Inclusion inclusion = required ? Inclusion.ALWAYS : nullable ? Inclusion.NON_ABSENT : Inclusion.NON_NULL;
        return of(
                name,
                wireName,
                type,
                required ? Presence.REQUIRED : Presence.ABSENT_IS_NULL,
                inclusion,
                property.get(0));
    }

    private static Type maybe(Type type) {
        Type bare = type.nonNull();
        return Scalars.boxed(bare);
    }

    private static Member of(
            String name, String wireName, Type type, Presence presence, Inclusion inclusion, Located at) {
        return new Member(
                name,
                wireName,
                List.of(),
                type,
                presence,
                inclusion,
                new Access(Access.Kind.METHOD, name),
                Access.NONE,
                false,
                "",
                at.place());
    }

    private static @Nullable Type constant(Schema schema) {
        JsonNode value = schema.constant();
        if (value == null || !schema.unions().isEmpty()) {
            return null;
        }
        PlainType plain = Scalars.constant(Kind.of(value));
        boolean small = plain != PlainType.LONG || value.canConvertToLong();
        return plain == null || !small ? null : new Type.Constant(plain, value.asString());
    }

    private @Nullable Member rest(Schema schema, Located at, ClassRef owner, Set<String> used, TypeReader.Entry entry) {
        boolean kept = !schema.members().others().isEmpty()
                || Boolean.TRUE.equals(schema.members().open())
                || keepUnknown && !schema.members().closed();
        if (!kept) {
            return null;
        }
        String name = free("additional", used);
        Type value = schema.members().others().isEmpty()
                        && !Boolean.TRUE.equals(schema.members().open())
                ? TypeReader.ANY
                : others(schema, at, Where.inside(owner, "Additional"), entry);
        return of(name, "", value, Presence.ABSENT_IS_NULL, Inclusion.ALWAYS, at);
    }

    private static String free(String wanted, Set<String> used) {
        String name = wanted;
        for (int number = 2; !used.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** An array whose elements are of types of their own. */
    Type readTuple(Schema schema, Located at, TypeReader.Entry entry) {
        ClassRef name = entry.name();
        Set<String> used = new HashSet<>();
        List<Member> members = new ArrayList<>();
        List<List<Located>> tuple = schema.elements().tuple();
        for (int i = 0; i < tuple.size(); i++) {
            members.add(element(schema, i, name, used));
        }
        Member rest = schema.elements().closed() ? null : further(schema, at, name, used);
        checkCount(members, rest, at, "elements");
        models.add(new ModelType.TupleType(
                Models.header(
                        name, Prose.docs(schema.texts().title(), schema.texts().description()), at.place()),
                members,
                schema.elements().required(),
                rest));
        return new Type.Model(name, List.of());
    }

    private Member element(Schema schema, int index, ClassRef owner, Set<String> used) {
        List<Located> described = schema.elements().tuple().get(index);
        String title = schemas.read(described).texts().title();
        String wanted = title.isEmpty() || title.length() > 24
                ? index < ORDINALS.size() ? ORDINALS.get(index) : "element" + (index + 1)
                : JavaNames.member(title);
        String name = free(wanted, used);
        Type type = types.read(described, Where.inside(owner, JavaNames.type(name)));
        boolean required = index < schema.elements().required();
        if (!required) {
            boolean nullable = type.isNullable() || type.equals(TypeReader.ANY) || type.equals(Type.VOID);
            type = nullable ? new Type.MaybeOf(maybe(type)) : Scalars.orNull(type);
        }
        return of(
                name,
                name,
                type,
                required ? Presence.REQUIRED : Presence.ABSENT_IS_NULL,
                required ? Inclusion.ALWAYS : Inclusion.NON_NULL,
                described.get(0));
    }

    private Member further(Schema schema, Located at, ClassRef owner, Set<String> used) {
        List<Located> others = schema.elements().others();
        if (others.isEmpty()) {
            report.untyped("any-element", at, "permits any further elements: List<JsonValue>.");
        }
        String name = free("further", used);
        Type type = others.isEmpty() ? TypeReader.ANY : types.read(others, Where.inside(owner, "Further"));
        return of(name, name, type, Presence.ABSENT_IS_NULL, Inclusion.ALWAYS, at);
    }
}
