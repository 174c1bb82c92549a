package dev.parley.codegen.writer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.List;

/** How the model's types are written in Java. */
final class JavaTypes {
    private JavaTypes() {}

    static ClassName name(ClassRef ref) {
        List<String> names = ref.simpleNames();
        return ClassName.get(
                ref.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /** The type as the user wrote it. */
    static TypeName of(Type type) {
        if (type instanceof Type.NullableOf nullable) {
            return of(nullable.type()).annotated(Runtime.NULLABLE);
        } else if (type instanceof Type.Checked checked) {
            return of(checked.type());
        } else if (type instanceof Type.Plain plain) {
            return plain(plain.plain());
        } else if (type instanceof Type.Constant constant) {
            return plain(constant.plain());
        } else if (type instanceof Type.ArrayOf array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof Type.Wildcard wildcard) {
            return wildcard.upper()
                    ? WildcardTypeName.subtypeOf(of(wildcard.bound()))
                    : WildcardTypeName.supertypeOf(of(wildcard.bound()));
        } else if (type instanceof Type.Variable variable) {
            return TypeVariableName.get(variable.name());
        } else if (type instanceof Type.Custom custom) {
            return of(custom.shape());
        }
        return generic(type);
    }

    private static TypeName generic(Type type) {
        if (type instanceof Type.OptionalOf optional) {
            return ParameterizedTypeName.get(ClassName.get("java.util", "Optional"), boxed(optional.content()));
        } else if (type instanceof Type.MaybeOf maybe) {
            return ParameterizedTypeName.get(Runtime.MAYBE, boxed(maybe.content()));
        } else if (type instanceof Type.Sequence sequence) {
            return ParameterizedTypeName.get(
                    name(ClassRef.topLevel(sequence.kind().javaName())), boxed(sequence.element()));
        } else if (type instanceof Type.MapOf map) {
            ClassName raw = ClassName.get("java.util", map.sorted() ? "SortedMap" : "Map");
            return ParameterizedTypeName.get(raw, boxed(map.key()), boxed(map.value()));
        } else if (type instanceof Type.Model model) {
            return withArguments(name(model.name()), model.arguments());
        } else if (type instanceof Type.Named named) {
            return withArguments(name(named.name()), named.arguments());
        }
        throw new IllegalArgumentException(type + " should have been rejected by a check");
    }

    private static TypeName withArguments(ClassName raw, List<Type> arguments) {
        return arguments.isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw, arguments.stream().map(JavaTypes::boxed).toArray(TypeName[]::new));
    }

    /** The type with a class in place of a primitive. */
    static TypeName boxed(Type type) {
        if (type instanceof Type.Constant constant) {
            return plain(constant.plain().boxed());
        }
        return type.unchecked() instanceof Type.Plain plain
                ? plain(plain.plain().boxed())
                : of(type);
    }

    /** The type of the values that its codec reads: boxed, and bounds in place of wildcards. */
    static TypeName value(Type type) {
        return boxed(Wildcards.without(type));
    }

    private static TypeName plain(PlainType type) {
        return switch (type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case CHAR -> TypeName.CHAR;
            default -> name(ClassRef.topLevel(type.javaName()));
        };
    }
}
