package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expression that gives the codec of a type. */
final class CodecExpressions {
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
        if (type instanceof Type.Plain plain) {
            return constant(plain.plain().codec());
        } else if (type instanceof Type.NullableOf nullable) {
            return CodeBlock.of("$T.nullable($L)", Runtime.CODECS, of(nullable.type()));
        } else if (type instanceof Type.OptionalOf optional) {
            return CodeBlock.of("$T.optional($L)", Runtime.CODECS, of(optional.content()));
        } else if (type instanceof Type.MaybeOf maybe) {
            return CodeBlock.of("$T.maybe($L)", Runtime.CODECS, of(maybe.content()));
        } else if (type instanceof Type.Checked checked) {
            return checked(checked);
        } else if (type instanceof Type.Sequence sequence) {
            return CodeBlock.of("$T.$L($L)", Runtime.CODECS, sequence.kind().codec(), of(sequence.element()));
        } else if (type instanceof Type.MapOf map) {
            return map(map);
        } else if (type instanceof Type.ArrayOf array) {
            return array(array);
        } else if (type instanceof Type.Wildcard wildcard) {
            return of(wildcard.bound());
        }
        return declared(type);
    }

    private CodeBlock checked(Type.Checked type) {
        CodeBlock codec = of(type.type());
        CodeBlock rules = api.checks() ? Rules.of(type) : CodeBlock.builder().build();
        return rules.isEmpty() ? codec : CodeBlock.of("$T.checked($L, $L)", Runtime.CODECS, codec, rules);
    }

    /** Whether a model type names its codec. */
    boolean isNamed(ModelType model) {
        return WireNames.needsCodec(model, api);
    }

    /** The type as its codec sees it: without limits where none are checked. */
    Type effective(Type type) {
        return type instanceof Type.Checked checked && !(api.checks() && Rules.any(checked)) ? checked.type() : type;
    }

    private CodeBlock declared(Type type) {
        if (type instanceof Type.Model model) {
            return model(model);
        } else if (type instanceof Type.Constant constant) {
            return CodeBlock.of(
                    "$T.constant($L, $L)",
                    Runtime.CODECS,
                    constant(constant.plain().codec()),
                    literal(constant));
        } else if (type instanceof Type.Variable variable) {
            return CodeBlock.of("$N", fieldOf(variable.name()));
        } else if (type instanceof Type.Custom custom) {
            return CodeBlock.of("new $T()", JavaTypes.name(custom.codec()));
        }
        throw new IllegalArgumentException(type + " should have been rejected by a check");
    }

    /** The constant as Java has it. */
    static CodeBlock literal(Type.Constant constant) {
        return switch (constant.plain()) {
            case STRING -> CodeBlock.of("$S", constant.text());
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

    private CodeBlock map(Type.MapOf map) {
        String method = map.sorted() ? "sortedMap" : "map";
        Type key = Wildcards.without(map.key()).nonNull();
        if (key instanceof Type.Plain plain && plain.plain() == PlainType.STRING) {
            return CodeBlock.of("$T.$L($L)", Runtime.CODECS, method, of(map.value()));
        }
        return CodeBlock.of("$T.$L($L, $L)", Runtime.CODECS, method, key(key), of(map.value()));
    }

    private CodeBlock key(Type key) {
        if (key instanceof Type.Plain plain) {
            return CodeBlock.of("$T.$L", Runtime.KEY_CODECS, plain.plain().codec());
        }
        ModelType type = api.model(((Type.Model) key).name());
        return type instanceof ModelType.EnumType constants
                ? CodeBlock.of("$T.enumOf($L)", Runtime.KEY_CODECS, EnumCodecWriter.arguments(constants))
                : ValueCodecWriter.key((ModelType.ValueType) type);
    }

    private CodeBlock array(Type.ArrayOf array) {
        if (array.element() instanceof Type.Plain plain && plain.plain().isPrimitive()) {
            return constant(
                    plain.plain() == PlainType.BYTE ? "BYTES" : plain.plain().codec() + "_ARRAY");
        }
        return CodeBlock.of(
                "$T.array($L, $T[]::new)",
                Runtime.CODECS,
                of(array.element()),
                JavaTypes.of(array.element().nonNull()));
    }

    private CodeBlock model(Type.Model type) {
        ModelType model = api.model(type.name());
        if (model instanceof ModelType.OpaqueType) {
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
