package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.DeclaredError;
import javax.lang.model.element.Modifier;

/** Prints the exception type of an error that methods declare. */
final class ExceptionWriter {
    private static final AnnotationSpec SERIAL =
            AnnotationSpec.builder(ClassName.get("java.io", "Serial")).build();

    private ExceptionWriter() {}

    static TypeSpec.Builder write(DeclaredError error, String docs) {
        TypeSpec.Builder type = TypeSpec.classBuilder(error.type().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .superclass(RuntimeException.class)
                .addAnnotation(ModelTypeWriter.nullMarked())
                .addAnnotation(AnnotationSpec.builder(ClassName.get("dev.parley.annotation", "RpcError"))
                        .addMember("code", "$L", String.valueOf(error.code()))
                        .build())
                .addJavadoc("$L", docs.endsWith(".") ? docs : docs + ".")
                .addField(FieldSpec.builder(
                                TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addAnnotation(SERIAL)
                        .initializer("1L")
                        .build());
        return error.hasData() ? withData(type, error) : withoutData(type, error);
    }

    private static TypeSpec.Builder withoutData(TypeSpec.Builder type, DeclaredError error) {
        return type.addMethod(constructor("With the message of the document.")
                        .addStatement("this($L)", StringLiteral.of(error.message()))
                        .build())
                .addMethod(constructor("With a message of your own.")
                        .addParameter(String.class, "message")
                        .addStatement("super(message)")
                        .build());
    }

    private static TypeSpec.Builder withData(TypeSpec.Builder type, DeclaredError error) {
        TypeName data = JavaTypes.of(error.data());
        ParameterSpec parameter = ParameterSpec.builder(data, "data").build();
        return type.addField(FieldSpec.builder(data, "data", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
                        .build())
                .addMethod(constructor("With the message of the document.")
                        .addParameter(parameter)
                        .addStatement("this($L, data)", StringLiteral.of(error.message()))
                        .build())
                .addMethod(constructor("With a message of your own.")
                        .addParameter(String.class, "message")
                        .addParameter(parameter)
                        .addStatement("super(message)")
                        .addStatement("this.data = data")
                        .build())
                .addMethod(MethodSpec.methodBuilder("data")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("What the error carries.")
                        .returns(data)
                        .addStatement("return data")
                        .build());
    }

    private static MethodSpec.Builder constructor(String docs) {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc(docs);
    }
}
