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
import dev.parley.codegen.model.TypeVisitor;
import java.util.List;

/** How the model's types are written in Java. */
final class JavaTypes implements TypeVisitor<TypeName> {
    private static final JavaTypes WRITTEN = new JavaTypes();

    private JavaTypes() {}

    static ClassName name(ClassRef ref) {
        List<String> names = ref.simpleNames();
        return ClassName.get(
                ref.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /** The type as the user wrote it. */
    static TypeName of(Type type) {
        return type.accept(WRITTEN);
    }

    @Override
    public TypeName plain(Type.Plain type) {
        return plain(type.plain());
    }

    @Override
    public TypeName nullable(Type.NullableOf type) {
        return of(type.type()).annotated(Runtime.NULLABLE);
    }

    @Override
    public TypeName optional(Type.OptionalOf type) {
        return ParameterizedTypeName.get(ClassName.get("java.util", "Optional"), boxed(type.content()));
    }

    @Override
    public TypeName maybe(Type.MaybeOf type) {
        return ParameterizedTypeName.get(Runtime.MAYBE, boxed(type.content()));
    }

    @Override
    public TypeName constant(Type.Constant type) {
        return plain(type.plain());
    }

    @Override
    public TypeName checked(Type.Checked type) {
        return of(type.type());
    }

    @Override
    public TypeName sequence(Type.Sequence type) {
        return ParameterizedTypeName.get(name(ClassRef.topLevel(type.kind().javaName())), boxed(type.element()));
    }

    @Override
    public TypeName map(Type.MapOf type) {
        ClassName raw = ClassName.get("java.util", type.sorted() ? "SortedMap" : "Map");
        return ParameterizedTypeName.get(raw, boxed(type.key()), boxed(type.value()));
    }

    @Override
    public TypeName array(Type.ArrayOf type) {
        return ArrayTypeName.of(of(type.element()));
    }

    @Override
    public TypeName model(Type.Model type) {
        return withArguments(name(type.name()), type.arguments());
    }

    @Override
    public TypeName variable(Type.Variable type) {
        return TypeVariableName.get(type.name());
    }

    @Override
    public TypeName wildcard(Type.Wildcard type) {
        return type.upper()
                ? WildcardTypeName.subtypeOf(of(type.bound()))
                : WildcardTypeName.supertypeOf(of(type.bound()));
    }

    @Override
    public TypeName custom(Type.Custom type) {
        return of(type.shape());
    }

    @Override
    public TypeName named(Type.Named type) {
        return withArguments(name(type.name()), type.arguments());
    }

    @Override
    public TypeName unsupported(Type.Unsupported type) {
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
        TypeName written = of(type);
        return written.isPrimitive() ? written.box() : written;
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
