package dev.parley.codegen.writer;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Type;

/** The parts of a method's signature as its interface has them. */
final class Signatures {
    private Signatures() {}

    static TypeName result(Method method) {
        return switch (method.returns()) {
            case VALUE -> method.isVoid() ? TypeName.VOID : JavaTypes.of(method.result());
            case FUTURE -> ParameterizedTypeName.get(Runtime.FUTURE, completed(method));
            case STAGE -> ParameterizedTypeName.get(Runtime.STAGE, completed(method));
        };
    }

    private static TypeName completed(Method method) {
        return method.isVoid() ? Runtime.VOID : JavaTypes.boxed(method.result());
    }

    /** The result of a call that does not wait. */
    static TypeName future(Method method) {
        return ParameterizedTypeName.get(Runtime.FUTURE, MethodsWriter.resultOf(method));
    }

    static Type type(Parameter parameter) {
        return parameter.rest() ? parameter.type().nonNull() : parameter.type();
    }
}
