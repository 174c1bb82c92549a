package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The frame of a codec: one shared instance, or for a generic type a constructor that takes the codecs of its type
 * arguments. Constants of an instance come with it: they may depend on those arguments.
 */
final class CodecClass {
    private final ClassName name;
    private final ModelType model;
    private final boolean named;
    private final List<FieldSpec> constants = new ArrayList<>();
    private final List<CodeBlock> values = new ArrayList<>();

    /** @param named whether the model type names it, for those who use the type elsewhere */
    CodecClass(ClassName name, ModelType model, boolean named) {
        this.named = named;
        this.name = name;
        this.model = model;
    }

    boolean isGeneric() {
        return !model.header().typeParameters().isEmpty();
    }

    /** The type that it reads and writes. */
    TypeName modelType() {
        ClassName raw = JavaTypes.name(model.name());
        return isGeneric() ? ParameterizedTypeName.get(raw, variables().toArray(TypeName[]::new)) : raw;
    }

    private List<TypeVariableName> variables() {
        return model.header().typeParameters().stream()
                .map(parameter -> TypeVariableName.get(
                        parameter.name(),
                        parameter.bounds().stream().map(JavaTypes::of).toArray(TypeName[]::new)))
                .toList();
    }

    /** Adds a codec that is made once. */
    void constant(TypeName type, String constantName, CodeBlock value) {
        FieldSpec.Builder field = FieldSpec.builder(type, constantName, Modifier.PRIVATE);
        if (!isGeneric()) {
            field.addModifiers(Modifier.STATIC);
        }
        constants.add(field.addModifiers(Modifier.FINAL)
                .initializer(isGeneric() ? CodeBlock.builder().build() : value)
                .build());
        values.add(CodeBlock.of("$N = $L", constantName, value));
    }

    /** The class, without the methods that read and write. */
    TypeSpec.Builder start(ClassName codecInterface, List<FieldSpec> first) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Reads and writes {@link $T}.", JavaTypes.name(model.name()))
                .addTypeVariables(variables())
                .addSuperinterface(ParameterizedTypeName.get(codecInterface, modelType()));
        if (named) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (!isGeneric()) {
            type.addField(FieldSpec.builder(name, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", name)
                    .build());
        }
        first.forEach(type::addField);
        for (TypeParameter parameter : model.header().typeParameters()) {
            type.addField(
                    Runtime.codecOf(TypeVariableName.get(parameter.name())),
                    CodecExpressions.fieldOf(parameter.name()),
                    Modifier.PRIVATE,
                    Modifier.FINAL);
        }
        constants.forEach(type::addField);
        return type.addMethod(constructor());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (!isGeneric()) {
            constructor.addModifiers(named ? Modifier.PUBLIC : Modifier.PRIVATE);
            return named
                    ? constructor
                            .addJavadoc("Creates a codec like any other of this class.")
                            .build()
                    : constructor.build();
        }
        for (TypeParameter parameter : model.header().typeParameters()) {
            String field = CodecExpressions.fieldOf(parameter.name());
            constructor.addParameter(Runtime.codecOf(TypeVariableName.get(parameter.name())), field);
            constructor.addStatement("this.$1N = $1N", field);
        }
        values.forEach(constructor::addStatement);
        return constructor.build();
    }
}
