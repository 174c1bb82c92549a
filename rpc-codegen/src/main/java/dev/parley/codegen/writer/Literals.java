package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Default values as Java expressions. */
final class Literals {
    private Literals() {}

    static CodeBlock of(Value value) {
        if (value instanceof Value.Flag flag) {
            return CodeBlock.of("$L", flag.value());
        } else if (value instanceof Value.Number number) {
            return number(number);
        } else if (value instanceof Value.Text text) {
            return StringLiteral.of(text.text());
        } else if (value instanceof Value.Character character) {
            return CodeBlock.of("(char) $L", (int) character.character());
        } else if (value instanceof Value.Parsed parsed) {
            return parsed(parsed);
        } else if (value instanceof Value.OfEnum constant) {
            return CodeBlock.of(
                    "$T.$N",
                    JavaTypes.name(constant.type()),
                    constant.constant().name());
        } else if (value instanceof Value.Elements elements) {
            return elements(elements);
        }
        return CodeBlock.of("$T.of()", Map.class);
    }

    private static CodeBlock number(Value.Number number) {
        TypeName type = JavaTypes.of(new Type.Plain(number.type()));
        return switch (number.type()) {
            case LONG -> CodeBlock.of("$LL", Long.valueOf(number.text()));
            case FLOAT -> CodeBlock.of("$Lf", Float.valueOf(number.text()));
            case DOUBLE -> CodeBlock.of("$L", Double.valueOf(number.text()));
            case BYTE -> CodeBlock.of("(byte) $L", Byte.valueOf(number.text()));
            case SHORT -> CodeBlock.of("(short) $L", Short.valueOf(number.text()));
            case INT -> CodeBlock.of("$L", Integer.valueOf(number.text()));
            case BIG_DECIMAL ->
                CodeBlock.of("new $T($L)", type, StringLiteral.of(new BigDecimal(number.text()).toString()));
            default -> CodeBlock.of("new $T($L)", type, StringLiteral.of(number.text()));
        };
    }

    private static CodeBlock parsed(Value.Parsed parsed) {
        TypeName type = JavaTypes.of(new Type.Plain(parsed.type()));
        return CodeBlock.of("$T.$L($L)", type, factory(parsed.type()), StringLiteral.of(parsed.text()));
    }

    private static String factory(PlainType type) {
        return switch (type) {
            case ZONE_ID, ZONE_OFFSET -> "of";
            case URI -> "create";
            case UUID -> "fromString";
            case MONTH, DAY_OF_WEEK -> "valueOf";
            default -> "parse";
        };
    }

    private static CodeBlock elements(Value.Elements value) {
        CodeBlock all = value.elements().stream().map(Literals::of).collect(CodeBlock.joining(", "));
        if (value.type() instanceof Type.ArrayOf) {
            return CodeBlock.of("new $T {$L}", JavaTypes.of(value.type()), all);
        }
        boolean set = value.type() instanceof Type.Sequence list && list.kind().isSet();
        return CodeBlock.of("$T.of($L)", set ? java.util.Set.class : List.class, all);
    }
}
