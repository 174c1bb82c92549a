package dev.parley.codegen.model;

import java.util.List;
import java.util.stream.Collectors;

/** Types for people: simple names, as in the source. */
public final class TypeText {
    private TypeText() {}

    /** A parameter's type; variable arguments with their dots. */
    public static String of(Parameter parameter) {
        String text = of(parameter.type());
        return parameter.rest() && text.endsWith("[]") ? text.substring(0, text.length() - 2) + "..." : text;
    }

    /** A type. */
    public static String of(Type type) {
        if (type instanceof Type.Plain plain) {
            return simple(plain.plain().javaName());
        } else if (type instanceof Type.OptionalOf optional) {
            return "Optional<" + of(optional.content()) + ">";
        } else if (type instanceof Type.MaybeOf maybe) {
            return "Maybe<" + of(maybe.content()) + ">";
        } else if (type instanceof Type.Sequence sequence) {
            return simple(sequence.kind().javaName()) + "<" + of(sequence.element()) + ">";
        } else if (type instanceof Type.MapOf map) {
            return (map.sorted() ? "SortedMap<" : "Map<") + of(map.key()) + ", " + of(map.value()) + ">";
        } else if (type instanceof Type.ArrayOf array) {
            return of(array.element()) + "[]";
        } else if (type instanceof Type.Wildcard wildcard) {
            return (wildcard.upper() ? "? extends " : "? super ") + of(wildcard.bound());
        }
        return ofDeclared(type);
    }

    private static String ofDeclared(Type type) {
        if (type instanceof Type.NullableOf nullable) {
            return of(nullable.type());
        } else if (type instanceof Type.Checked checked) {
            return of(checked.type());
        } else if (type instanceof Type.Constant constant) {
            return constant.text();
        } else if (type instanceof Type.Model model) {
            return declared(model.name(), model.arguments());
        } else if (type instanceof Type.Named named) {
            return declared(named.name(), named.arguments());
        } else if (type instanceof Type.Variable variable) {
            return variable.name();
        } else if (type instanceof Type.Custom custom) {
            return of(custom.shape());
        }
        return ((Type.Unsupported) type).text();
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
