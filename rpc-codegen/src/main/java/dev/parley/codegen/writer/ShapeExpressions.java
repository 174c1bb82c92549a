package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The expression that gives a shape. */
final class ShapeExpressions {
    private ShapeExpressions() {}

    static CodeBlock of(Shape shape) {
        if (shape instanceof Shape.Kind kind) {
            return CodeBlock.of("$T.$L", Runtime.SHAPE, kind);
        } else if (shape instanceof Shape.Among among) {
            return CodeBlock.of("$T.among($L)", Runtime.SHAPE, strings(among.values()));
        } else if (shape instanceof Shape.Exactly exactly) {
            return CodeBlock.of("$T.exactly($L)", Runtime.SHAPE, exactly.literal());
        } else if (shape instanceof Shape.Elements elements) {
            return CodeBlock.of("$T.array($L)", Runtime.SHAPE, of(elements.element()));
        } else if (shape instanceof Shape.Tuple tuple) {
            return CodeBlock.of("$T.tuple($L)", Runtime.SHAPE, all(tuple.elements()));
        } else if (shape instanceof Shape.AnyOf any) {
            return CodeBlock.of("$T.anyOf($L)", Runtime.SHAPE, all(any.shapes()));
        }
        return members((Shape.Members) shape);
    }

    private static CodeBlock members(Shape.Members shape) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.object()", Runtime.SHAPE);
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            boolean demanded = shape.required().contains(member.getKey());
            if (member.getValue() == Shape.Kind.ANY) {
                (demanded ? required : optional).add(member.getKey());
            } else {
                code.add(
                        ".$L($L, $L)",
                        demanded ? "required" : "optional",
                        StringLiteral.of(member.getKey()),
                        of(member.getValue()));
            }
        }
        addNames(code, "required", required);
        addNames(code, "optional", optional);
        if (shape.others() != null) {
            code.add(".others($L)", of(shape.others()));
        }
        return code.build();
    }

    private static void addNames(CodeBlock.Builder code, String call, List<String> names) {
        if (!names.isEmpty()) {
            code.add(".$L($L)", call, strings(names));
        }
    }

    private static CodeBlock strings(List<String> values) {
        return values.stream().map(value -> StringLiteral.of(value)).collect(CodeBlock.joining(", "));
    }

    private static CodeBlock all(List<Shape> shapes) {
        return shapes.stream().map(ShapeExpressions::of).collect(CodeBlock.joining(", "));
    }
}
