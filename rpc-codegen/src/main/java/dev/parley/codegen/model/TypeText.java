package dev.parley.codegen.model;

import java.util.List;
import java.util.stream.Collectors;

/** Types for people: simple names, as in the source. */
public final class TypeText {
    private static final TypeVisitor<String> TEXTS = new Texts();

    private TypeText() {}

    /** A parameter's type; variable arguments with their dots. */
    public static String of(Parameter parameter) {
        String text = of(parameter.type());
        return parameter.rest() && text.endsWith("[]") ? text.substring(0, text.length() - 2) + "..." : text;
    }

    /** A type. */
    public static String of(Type type) {
        return type.accept(TEXTS);
    }

    private static final class Texts implements TypeVisitor<String> {
        @Override
        public String plain(Type.Plain type) {
            return simple(type.plain().javaName());
        }

        @Override
        public String nullable(Type.NullableOf type) {
            return of(type.type());
        }

        @Override
        public String optional(Type.OptionalOf type) {
            return "Optional<" + of(type.content()) + ">";
        }

        @Override
        public String maybe(Type.MaybeOf type) {
            return "Maybe<" + of(type.content()) + ">";
        }

        @Override
        public String constant(Type.Constant type) {
            return type.text();
        }

        @Override
        public String checked(Type.Checked type) {
            return of(type.type());
        }

        @Override
        public String sequence(Type.Sequence type) {
            return simple(type.kind().javaName()) + "<" + of(type.element()) + ">";
        }

        @Override
        public String map(Type.MapOf type) {
            return (type.sorted() ? "SortedMap<" : "Map<") + of(type.key()) + ", " + of(type.value()) + ">";
        }

        @Override
        public String array(Type.ArrayOf type) {
            return of(type.element()) + "[]";
        }

        @Override
        public String model(Type.Model type) {
            return declared(type.name(), type.arguments());
        }

        @Override
        public String variable(Type.Variable type) {
            return type.name();
        }

        @Override
        public String wildcard(Type.Wildcard type) {
            return (type.upper() ? "? extends " : "? super ") + of(type.bound());
        }

        @Override
        public String custom(Type.Custom type) {
            return of(type.shape());
        }

        @Override
        public String named(Type.Named type) {
            return declared(type.name(), type.arguments());
        }

        @Override
        public String unsupported(Type.Unsupported type) {
            return type.text();
        }
    }

    private static String declared(ClassRef name, List<Type> arguments) {
        String text = String.join(".", name.simpleNames());
        return arguments.isEmpty()
                ? text
                : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", text + "<", ">"));
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
