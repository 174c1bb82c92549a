package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.Type;

/** Default values as Java expressions. */
final class Literals {
    private Literals() {}

    static CodeBlock of(Type type, String text) {
        return CodeBlock.of("$L", text);
    }
}
