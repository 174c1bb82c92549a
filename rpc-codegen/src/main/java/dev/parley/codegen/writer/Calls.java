package dev.parley.codegen.writer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;

/** The one statement that a client's method consists of. */
final class Calls {
    /** What is called on a caller or batch. */
    enum Kind {
        CALL("call"),
        CALL_ASYNC("callAsync"),
        NOTIFY("notify");

        private final String method;

        Kind(String method) {
            this.method = method;
        }
    }

    private final Constants constants;
    private final ClassName descriptors;
    private final UserNames user;

    Calls(Service service, ClassName descriptors, UserNames user) {
        this.constants = new Constants(service);
        this.descriptors = descriptors;
        this.user = user;
    }

    CodeBlock statement(Method method, int index, String target, Kind kind) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean nothing =
                kind == Kind.NOTIFY || kind == Kind.CALL && method.isVoid() && !target.equals(user.batchField());
        code.add(nothing ? "" : "return ");
        code.add("$N.$L($T.$N", target, kind.method, descriptors, constants.method(index));
        for (Parameter parameter : method.parameters()) {
            String name = CodeNames.beside(descriptors, parameter.name());
            if (isArray(parameter.type())) {
                code.add(", ($T) $N", Object.class, name);
            } else {
                code.add(", $N", name);
            }
        }
        return code.add(")").build();
    }

    /** Adds a method's parameters, by the names that its statement uses. */
    void addParameters(MethodSpec.Builder code, Method method) {
        for (Parameter parameter : method.parameters()) {
            TypeName type = JavaTypes.of(Signatures.type(parameter));
            code.addParameter(ParameterSpec.builder(type, CodeNames.beside(descriptors, parameter.name()))
                    .build());
        }
        code.varargs(method.hasRest());
    }

    // An array in the last place would be taken for the arguments themselves.
    private static boolean isArray(Type type) {
        return JavaTypes.of(type.nonNull()) instanceof ArrayTypeName;
    }
}
