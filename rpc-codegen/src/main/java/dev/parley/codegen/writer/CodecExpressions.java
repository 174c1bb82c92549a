package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The expression that gives the codec of a type. */
final class CodecExpressions implements TypeVisitor<CodeBlock> {
    private final Api api;
    private final GeneratedNames names;
    private final Cycles cycles;
    private final @Nullable ModelType owner;

    CodecExpressions(Api api, GeneratedNames names, Cycles cycles) {
        this(api, names, cycles, null);
    }

    private CodecExpressions(Api api, GeneratedNames names, Cycles cycles, @Nullable ModelType owner) {
        this.api = api;
        this.names = names;
        this.cycles = cycles;
        this.owner = owner;
    }

    /** Expressions as they stand inside the codec of a type. */
    CodecExpressions within(ModelType model) {
        return new CodecExpressions(api, names, cycles, model);
    }

    CodeBlock of(Type type) {
        return type.accept(this);
    }

    @Override
    public CodeBlock plain(Type.Plain type) {
        return constant(type.plain().codec());
    }

    @Override
    public CodeBlock nullable(Type.NullableOf type) {
        return CodeBlock.of("$T.nullable($L)", Runtime.CODECS, of(type.type()));
    }

    @Override
    public CodeBlock optional(Type.OptionalOf type) {
        return CodeBlock.of("$T.optional($L)", Runtime.CODECS, of(type.content()));
    }

    @Override
    public CodeBlock maybe(Type.MaybeOf type) {
        return CodeBlock.of("$T.maybe($L)", Runtime.CODECS, of(type.content()));
    }

    @Override
    public CodeBlock constant(Type.Constant type) {
        return CodeBlock.of(
                "$T.constant($L, $L)", Runtime.CODECS, constant(type.plain().codec()), literal(type));
    }

    @Override
    public CodeBlock checked(Type.Checked type) {
        CodeBlock codec = of(type.type());
        CodeBlock rules = api.checks() ? Rules.of(type) : CodeBlock.builder().build();
        return rules.isEmpty() ? codec : CodeBlock.of("$T.checked($L, $L)", Runtime.CODECS, codec, rules);
    }

    @Override
    public CodeBlock sequence(Type.Sequence type) {
        return CodeBlock.of("$T.$L($L)", Runtime.CODECS, type.kind().codec(), of(type.element()));
    }

    @Override
    public CodeBlock map(Type.MapOf type) {
        String method = type.sorted() ? "sortedMap" : "map";
        Type key = Wildcards.without(type.key()).nonNull();
        return key.is(PlainType.STRING)
                ? CodeBlock.of("$T.$L($L)", Runtime.CODECS, method, of(type.value()))
                : CodeBlock.of("$T.$L($L, $L)", Runtime.CODECS, method, key(key), of(type.value()));
    }

    @Override
    public CodeBlock array(Type.ArrayOf type) {
        Optional<PlainType> primitive = type.element().asPlain().filter(PlainType::isPrimitive);
        if (primitive.isPresent()) {
            return constant(
                    primitive.get() == PlainType.BYTE
                            ? "BYTES"
                            : primitive.get().codec() + "_ARRAY");
        }
        return CodeBlock.of(
                "$T.array($L, $T[]::new)",
                Runtime.CODECS,
                of(type.element()),
                JavaTypes.of(type.element().nonNull()));
    }

    @Override
    public CodeBlock model(Type.Model type) {
        if (api.model(type.name()) instanceof ModelType.OpaqueType) {
            return CodeBlock.of("$T.of($T.class)", Runtime.DATABIND_CODEC, JavaTypes.name(type.name()));
        }
        if (isOwner(type)) {
            return CodeBlock.of("this");
        }
        CodeBlock codec = type.arguments().isEmpty()
                ? CodeBlock.of("$T.INSTANCE", names.codec(type.name()))
                : CodeBlock.of("new $T<>($L)", names.codec(type.name()), all(type.arguments()));
        return isCircular(type) ? CodeBlock.of("$T.lazy(() -> $L)", Runtime.CODECS, codec) : codec;
    }

    @Override
    public CodeBlock variable(Type.Variable type) {
        return CodeBlock.of("$N", fieldOf(type.name()));
    }

    @Override
    public CodeBlock wildcard(Type.Wildcard type) {
        return of(type.bound());
    }

    @Override
    public CodeBlock custom(Type.Custom type) {
        return CodeBlock.of("new $T()", JavaTypes.name(type.codec()));
    }

    @Override
    public CodeBlock named(Type.Named type) {
        throw new IllegalArgumentException(type + " should have been rejected by a check");
    }

    @Override
    public CodeBlock unsupported(Type.Unsupported type) {
        throw new IllegalArgumentException(type + " should have been rejected by a check");
    }

    /** Whether codecs check what schemas say of values besides their types. */
    boolean checks() {
        return api.checks();
    }

    /** Names that no variable beside these expressions may have. */
    Set<String> reserved() {
        return CodeNames.of(api, names);
    }

    /** Whether a model type names its codec. */
    boolean isNamed(ModelType model) {
        return WireNames.needsCodec(model, api);
    }

    /** The type as its codec sees it: without limits where none are checked. */
    Type effective(Type type) {
        return type instanceof Type.Checked checked && !(api.checks() && Rules.any(checked)) ? checked.type() : type;
    }

    /** The constant as Java has it. */
    static CodeBlock literal(Type.Constant constant) {
        return switch (constant.plain()) {
            case STRING -> StringLiteral.of(constant.text());
            case LONG -> CodeBlock.of("$LL", constant.text());
            default -> CodeBlock.of("$L", constant.text());
        };
    }

    /** The name of the field that holds the codec of a type parameter. */
    static String fieldOf(String variable) {
        return "codecOf" + variable;
    }

    static CodeBlock constant(String name) {
        return CodeBlock.of("$T.$L", Runtime.CODECS, name);
    }

    private CodeBlock key(Type key) {
        return key.asPlain()
                .map(plain -> CodeBlock.of("$T.$L", Runtime.KEY_CODECS, plain.codec()))
                .or(() -> key.asModel().map(model -> api.model(model.name()).accept(new KeyExpressions())))
                .orElseThrow(() -> new IllegalArgumentException(key + " should have been rejected by a check"));
    }

    // The owner's own INSTANCE is there before anything else of it; one with other type arguments would be made
    // forever.
    private boolean isCircular(Type.Model type) {
        if (owner == null) {
            return false;
        }
        return type.name().equals(owner.name())
                ? !type.arguments().isEmpty()
                : cycles.reaches(type.name(), owner.name());
    }

    private boolean isOwner(Type.Model type) {
        return owner != null
                && !type.arguments().isEmpty()
                && type.name().equals(owner.name())
                && type.arguments().equals(ownVariables(owner));
    }

    static List<Type> ownVariables(ModelType model) {
        return model.header().typeParameters().stream()
                .<Type>map(parameter -> new Type.Variable(parameter.name()))
                .toList();
    }

    CodeBlock all(List<Type> types) {
        return types.stream().map(this::of).collect(CodeBlock.joining(", "));
    }
}
