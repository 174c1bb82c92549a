package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.Constraint;
import dev.parley.codegen.model.EcmaPattern;
import dev.parley.codegen.model.Type;
import java.util.Arrays;

/** The expressions that give the runtime's rules. */
final class Rules {
    private Rules() {}

    /** Whether there is one that can be checked. */
    static boolean any(Type.Checked type) {
        return type.rules().stream().anyMatch(rule -> rule.isCheckable(type.type()));
    }

    static CodeBlock of(Type.Checked type) {
        return type.rules().stream()
                .filter(rule -> rule.isCheckable(type.type()))
                .map(Rules::of)
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock of(Constraint rule) {
        String name = rule.word().wireName();
        return switch (rule.word()) {
            case PATTERN ->
                CodeBlock.of(
                        "$T.pattern($L)",
                        Runtime.RULE,
                        StringLiteral.of(EcmaPattern.toJava(rule.text()).orElseThrow()));
            case MINIMUM, MAXIMUM, EXCLUSIVE_MINIMUM, EXCLUSIVE_MAXIMUM, MULTIPLE_OF ->
                CodeBlock.of("$T.$L($S)", Runtime.RULE, name, rule.text());
            case UNIQUE_ITEMS -> CodeBlock.of("$T.uniqueItems()", Runtime.RULE);
            case ENUM -> among(rule.text());
            default -> CodeBlock.of("$T.$L($L)", Runtime.RULE, name, rule.text());
        };
    }

    private static CodeBlock among(String array) {
        String[] values = array.substring(1, array.length() - 1).split(",");
        if (values[0].equals("true") || values[0].equals("false")) {
            return CodeBlock.of("$T.only($L)", Runtime.RULE, values[0]);
        }
        CodeBlock all =
                Arrays.stream(values).map(value -> StringLiteral.of(value)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.among($L)", Runtime.RULE, all);
    }
}
