package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Constraint;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Shape;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Keywords;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import dev.parley.codegen.schema.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Describes sealed interfaces of what schemas say of alternatives. */
final class UnionReader {
    private final TypeReader types;
    private final SchemaReader schemas;
    private final Wrappers wrappers;
    private final Models models;
    private final Report report;
    private final LimitReader limits;
    private final ShapeReader shapes;
    private final Overlaps overlaps;
    /** Unions whose alternatives are being read: one that lies in itself can't extend itself. */
    private final Set<ClassRef> open = new LinkedHashSet<>();

    private final Map<ClassRef, Located> described = new LinkedHashMap<>();

    UnionReader(
            TypeReader types,
            SchemaReader schemas,
            Wrappers wrappers,
            Models models,
            Report report,
            LimitReader limits) {
        this.types = types;
        this.schemas = schemas;
        this.wrappers = wrappers;
        this.models = models;
        this.report = report;
        this.limits = limits;
        this.shapes = new ShapeReader(schemas);
        this.overlaps = new Overlaps(schemas, report);
    }

    /** A value that is of one alternative and of all that is said beside the union. */
    Type read(Schema schema, Located at, TypeReader.Entry entry) {
        List<Located> beside = new ArrayList<>();
        schema.parts().stream()
                .filter(part -> !Keywords.isTypeOnly(part.node()))
                .forEach(beside::add);
        beside.addAll(schema.unions().subList(1, schema.unions().size()));
        List<Alternative> alternatives = new ArrayList<>();
        for (Located each : schemas.cases(schema.unions().get(0))) {
            List<Located> conjunction = new ArrayList<>(beside);
            conjunction.add(each);
            alternatives.add(new Alternative(each, conjunction, schemas.read(conjunction)));
        }
        boolean several = schema.unions().get(0).has("anyOf") && !at.flag("x-exclusive");
        return choose(new Union(several ? overlaps.with(alternatives, at) : alternatives, schema, at, entry));
    }

    /** A value of one of several kinds. */
    Type ofKinds(Collection<Kind> kinds, Schema schema, Located at, TypeReader.Entry entry) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Located> conjunction = new ArrayList<>(schema.parts());
            conjunction.add(TypeReader.typeOnly(at, kind));
            alternatives.add(new Alternative(TypeReader.typeOnly(at, kind), conjunction, schemas.read(conjunction)));
        }
        return choose(new Union(alternatives, schema, at, entry));
    }

    /** A value of any of several descriptions. */
    Type ofAny(List<List<Located>> descriptions, Located at, TypeReader.Entry entry) {
        List<Alternative> alternatives = descriptions.stream()
                .map(each -> new Alternative(each.get(0), each, schemas.read(each)))
                .toList();
        return choose(new Union(alternatives, schemas.read(List.of()), at, entry));
    }

    private Type choose(Union union) {
        List<Alternative> all = union.alternatives();
        boolean nullable =
                union.schema().nullable() || all.stream().anyMatch(each -> schemas.admitsNull(each.conjunction()));
        List<Alternative> left = Alternatives.merged(all.stream()
                .filter(each ->
                        !each.schema().isNull() && !each.schema().values().impossible())
                .toList());
        if (left.stream().anyMatch(each -> each.schema().isAny())) {
            report.untyped("any-alternative", union.at(), "has an alternative that permits any value: JsonValue.");
            return TypeReader.ANY;
        } else if (left.isEmpty()) {
            return nullable ? Type.VOID : TypeReader.ANY;
        }
        Type type = chosen(left, union);
        return nullable ? Scalars.orNull(type) : type;
    }

    private Type chosen(List<Alternative> left, Union union) {
        if (left.size() == 1) {
            Alternative only = left.get(0);
            return loosened(types.read(only.conjunction(), union.entry().where()), only, union.alternatives());
        } else if (left.stream().allMatch(each -> each.schema().strings() != null)) {
            return types.enumOf(Alternatives.strings(left), union.schema(), union.at(), union.entry());
        }
        return family(left, union);
    }

    // A type that serves several alternatives must not demand what only one of them demands.
    private Type loosened(Type type, Alternative each, List<Alternative> all) {
        boolean text = Alternatives.isAnyText(each.schema()) && type.nonNull() instanceof Type.Checked;
        if (text && all.stream().anyMatch(other -> other.strings() != null)) {
            limits.merged(each.at());
            return type.isNullable() ? type.nonNull().unchecked().orNull() : type.unchecked();
        }
        boolean several = all.stream().anyMatch(other -> other != each && Alternatives.isSame(each, other));
        if (several
                && type.nonNull() instanceof Type.Model model
                && models.all().get(model.name()) instanceof ModelType.TupleType tuple) {
            limits.merged(each.at());
            models.add(new ModelType.TupleType(
                    tuple.header(),
                    tuple.members().stream().map(Limitless::of).toList(),
                    tuple.required(),
                    tuple.rest()));
        }
        return type;
    }

    private Type family(List<Alternative> alternatives, Union union) {
        TypeReader.Entry entry = union.entry();
        List<Shape> looks =
                alternatives.stream().map(each -> shapes.of(each.conjunction())).toList();
        List<Option> options = new ArrayList<>();
        Naming naming = new Naming(alternatives, schemas);
        open.add(entry.name());
        for (int i = 0; i < alternatives.size(); i++) {
            Alternative each = alternatives.get(i);
            Type read = types.read(each.conjunction(), Where.alternative(entry.name(), naming.of(i)));
            Type type = loosened(read, each, union.alternatives());
            boolean itself =
                    type.nonNull() instanceof Type.Model model && model.name().equals(entry.name());
            if (!itself) {
                add(options, new Option(type.nonNull(), looks.get(i), naming.of(i), each));
            }
        }
        open.remove(entry.name());
        if (options.size() == 1) {
            return options.get(0).type();
        } else if (isUndecidable(options)) {
            models.removeInside(entry.name());
            report.untyped(
                    "undecidable-union", union.at(), "has alternatives that no value can tell apart: JsonValue.");
            return TypeReader.ANY;
        }
        return describe(options, union);
    }

    private void add(List<Option> options, Option option) {
        for (int i = 0; i < options.size(); i++) {
            Option known = options.get(i);
            Type bare = known.type().unchecked();
            Type wider = Scalars.wider(bare, option.type().unchecked());
            if (bare.equals(option.type().unchecked()) || wider != null) {
                Type type = merged(known, option, wider == null ? bare : wider);
                Shape shape = ShapeReader.anyOf(List.of(known.shape(), option.shape()));
                String name = type.equals(TypeReader.TEXT) ? "Text" : known.name();
                options.set(i, new Option(type, shape, name, known.from()));
                return;
            } else if (isText(known.type()) && isText(option.type())) {
                lose(known, option);
                options.set(i, new Option(TypeReader.TEXT, Shape.Kind.STRING, "Text", known.from()));
                return;
            }
        }
        options.add(option);
    }

    private Type merged(Option one, Option other, Type bare) {
        if (one.type().equals(other.type())) {
            return one.type();
        }
        String first = onlyPattern(one.type());
        String second = onlyPattern(other.type());
        if (!first.isEmpty() && !second.isEmpty()) {
            String either = "(?:" + first + ")|(?:" + second + ")";
            return new Type.Checked(bare, List.of(new Constraint(Constraint.Word.PATTERN, either)));
        }
        lose(one, other);
        return bare;
    }

    private static String onlyPattern(Type type) {
        return type instanceof Type.Checked checked
                        && checked.rules().size() == 1
                        && checked.rules().get(0).word() == Constraint.Word.PATTERN
                ? checked.rules().get(0).text()
                : "";
    }

    private void lose(Option... options) {
        for (Option each : options) {
            limits.lost(wrappers.unwrapped(each.from().at()), " where another alternative has the same type");
        }
    }

    // A string alone does not tell which of several string types it has.
    private static boolean isText(Type type) {
        return type.unchecked() instanceof Type.Plain plain && plain.plain().wire() == PlainType.Wire.STRING;
    }

    private static boolean isUndecidable(List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            for (int j = i + 1; j < options.size(); j++) {
                if (options.get(i).shape().equals(options.get(j).shape())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Type describe(List<Option> options, Union union) {
        List<Shape> pruned =
                ShapeReader.telling(options.stream().map(Option::shape).toList());
        List<ModelType.Option> all = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            all.add(new ModelType.Option(model(options.get(i), union.entry()), pruned.get(i)));
        }
        // Where some strings are a case and any string another, the narrower case is tried first.
        all.sort(Comparator.comparing(option -> !(option.shape() instanceof Shape.Among)));
        Texts texts = union.schema().texts();
        ClassRef name = union.entry().name();
        described.put(name, union.at());
        models.add(new ModelType.ChoiceType(
                Models.header(
                        name,
                        Prose.docs(texts.title(), texts.description()),
                        union.at().place()),
                all));
        return new Type.Model(name, List.of());
    }

    // A class that lies in another one can't be what the other extends.
    private static boolean isAround(ClassRef outer, ClassRef inner) {
        List<String> names = inner.simpleNames();
        int size = outer.simpleNames().size();
        return size < names.size() && names.subList(0, size).equals(outer.simpleNames());
    }

    /** Finds unions that are an alternative of themselves, with others in between: no value could end the search. */
    void checkCircles() {
        described.forEach((name, at) -> {
            if (leadsTo(new Type.Model(name, List.of()), name, new HashSet<>())) {
                report.mistake(
                        "circular-reference",
                        at,
                        "is an alternative of itself. Let the alternatives lead to values in the end.");
            }
        });
    }

    private boolean leadsTo(Type type, ClassRef name, Set<ClassRef> seen) {
        return type.nonNull().unchecked().asModel().stream()
                .map(model -> models.all().get(model.name()))
                .flatMap(model -> model instanceof ModelType.ChoiceType || model instanceof ModelType.ValueType
                        ? model.parts().stream()
                        : Stream.empty())
                .flatMap(part -> part.nonNull().unchecked().asModel().stream())
                .anyMatch(model -> model.name().equals(name) || seen.add(model.name()) && leadsTo(model, name, seen));
    }

    private Type.Model model(Option option, TypeReader.Entry entry) {
        if (option.type() instanceof Type.Model model
                && !open.contains(model.name())
                && !isAround(model.name(), entry.name())) {
            return model;
        }
        ClassRef name = models.name(Where.alternative(entry.name(), option.name()));
        Schema said = option.from().schema();
        models.add(TypeReader.value(
                name,
                option.type(),
                Prose.docs(said.texts().title(), said.texts().description()),
                option.from().at()));
        return new Type.Model(name, List.of());
    }

    /**
     * What is known of a union.
     *
     * @param alternatives its alternatives
     * @param schema what is said beside them
     * @param at where it is described
     * @param entry its type, once there is one
     */
    private record Union(List<Alternative> alternatives, Schema schema, Located at, TypeReader.Entry entry) {}

    private record Option(Type type, Shape shape, String name, Alternative from) {}
}
