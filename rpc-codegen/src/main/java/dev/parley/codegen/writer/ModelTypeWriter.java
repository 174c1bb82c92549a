package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.ChoiceType;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.ModelType.Option;
import dev.parley.codegen.model.ModelTypeVisitor;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Prints model types as a person would write them: records, enums, sealed interfaces, each with what lies inside. */
final class ModelTypeWriter {
    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private final Api api;
    private final GeneratedNames names;
    private final Map<ClassRef, List<ClassRef>> families = new HashMap<>();
    private final Map<ClassRef, List<ModelType>> nested = new HashMap<>();

    ModelTypeWriter(Api api) {
        this.api = api;
        this.names = new GeneratedNames(api);
        for (ModelType model : api.models().values()) {
            if (model instanceof ChoiceType choice) {
                for (Option option : choice.options()) {
                    families.computeIfAbsent(option.type().name(), name -> new ArrayList<>())
                            .add(choice.name());
                }
            }
            List<String> names = model.name().simpleNames();
            if (names.size() > 1) {
                ClassRef outer = new ClassRef(model.name().packageName(), names.subList(0, names.size() - 1));
                nested.computeIfAbsent(outer, name -> new ArrayList<>()).add(model);
            }
        }
    }

    /** A top-level type. */
    TypeSpec.Builder write(ModelType model) {
        return declaration(model).addAnnotation(NULL_MARKED);
    }

    private TypeSpec.Builder declaration(ModelType model) {
        TypeSpec.Builder type = model.accept(new Start()).addModifiers(Modifier.PUBLIC);
        families.getOrDefault(model.name(), List.of())
                .forEach(family -> type.addSuperinterface(JavaTypes.name(family)));
        if (!model.header().docs().isEmpty()) {
            type.addJavadoc("$L", model.header().docs().text());
        }
        if (WireNames.needsCodec(model, api)) {
            type.addAnnotation(WireNames.codec(names.codec(model.name())));
        }
        if (model.header().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        for (ModelType inner : inner(model)) {
            TypeSpec.Builder declared = declaration(inner);
            if (model instanceof ChoiceType) {
                declared.addModifiers(Modifier.STATIC);
            }
            type.addType(declared.build());
        }
        return type;
    }

    /** What lies inside: in the order in which a family names it. */
    private List<ModelType> inner(ModelType model) {
        List<ModelType> inner = new ArrayList<>(nested.getOrDefault(model.name(), List.of()));
        if (model instanceof ChoiceType choice) {
            List<ClassRef> order = choice.options().stream()
                    .map(option -> option.type().name())
                    .toList();
            inner.sort(Comparator.comparingInt(each -> Math.floorMod(order.indexOf(each.name()), order.size() + 1)));
        }
        return inner;
    }

    /** The declaration's own line, with what is between its parentheses. */
    private static final class Start implements ModelTypeVisitor<TypeSpec.Builder> {
        @Override
        public TypeSpec.Builder enumeration(ModelType.EnumType type) {
            // To Jackson an empty name in an annotation is no name.
            if (type.constants().stream()
                    .anyMatch(constant -> constant.wireName().isEmpty())) {
                return withTexts(type);
            }
            TypeSpec.Builder constants = TypeSpec.enumBuilder(type.name().simpleName());
            type.constants().forEach(constant -> constants.addEnumConstant(constant.name(), WireNames.on(constant)));
            return constants;
        }

        @Override
        public TypeSpec.Builder object(ModelType.ObjectType type) {
            TypeSpec.Builder record = record(type, components(type));
            if (WireNames.leavesOutNulls(type)) {
                record.addAnnotation(WireNames.include("NON_NULL"));
            }
            return record;
        }

        @Override
        public TypeSpec.Builder tuple(ModelType.TupleType type) {
            List<ParameterSpec> components = new ArrayList<>(
                    type.members().stream().map(ModelTypeWriter::component).toList());
            if (type.rest() != null) {
                components.add(parameter(list(type.rest().type()), type.rest().name()));
            }
            return record(type, components);
        }

        @Override
        public TypeSpec.Builder choice(ModelType.ChoiceType type) {
            TypeSpec.Builder family =
                    TypeSpec.interfaceBuilder(type.name().simpleName()).addModifiers(Modifier.SEALED);
            type.options()
                    .forEach(option -> family.addPermittedSubclass(
                            JavaTypes.name(option.type().name())));
            return family;
        }

        @Override
        public TypeSpec.Builder union(ModelType.UnionType type) {
            throw new IllegalArgumentException("no document makes a type like " + type.name());
        }

        @Override
        public TypeSpec.Builder value(ModelType.ValueType type) {
            return record(
                    type,
                    List.of(parameter(type.value(), type.writing().name()).toBuilder()
                            .addAnnotation(ClassName.get("com.fasterxml.jackson.annotation", "JsonValue"))
                            .build()));
        }

        @Override
        public TypeSpec.Builder opaque(ModelType.OpaqueType type) {
            throw new IllegalArgumentException("no document makes a type like " + type.name());
        }
    }

    private static TypeSpec.Builder withTexts(ModelType.EnumType type) {
        TypeSpec.Builder code = TypeSpec.enumBuilder(type.name().simpleName());
        type.constants()
                .forEach(constant -> code.addEnumConstant(
                        constant.name(),
                        TypeSpec.anonymousClassBuilder("$L", StringLiteral.of(constant.wireName()))
                                .build()));
        return code.addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build())
                .addMethod(MethodSpec.methodBuilder("text")
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(ClassName.get("com.fasterxml.jackson.annotation", "JsonValue"))
                        .addJavadoc("The value on the wire.")
                        .returns(String.class)
                        .addStatement("return text")
                        .build());
    }

    private static List<ParameterSpec> components(ObjectType type) {
        List<ParameterSpec> components = new ArrayList<>();
        type.creation()
                .arguments()
                .forEach(index ->
                        components.add(WireNames.on(type, type.members().get(index))));
        if (type.rest() != null) {
            TypeName map = ParameterizedTypeName.get(
                    ClassName.get(Map.class),
                    ClassName.get(String.class),
                    JavaTypes.boxed(type.rest().type()));
            components.add(ParameterSpec.builder(map, type.rest().name()).build());
        }
        return components;
    }

    private static Type list(Type element) {
        return new Type.Sequence(Type.SequenceKind.LIST, element);
    }

    static ParameterSpec component(Member member) {
        return parameter(member.type(), member.name());
    }

    private static ParameterSpec parameter(Type type, String name) {
        return ParameterSpec.builder(JavaTypes.of(type), name).build();
    }

    private static TypeSpec.Builder record(ModelType type, List<ParameterSpec> components) {
        return TypeSpec.recordBuilder(type.name().simpleName())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(components)
                        .build());
    }

    static AnnotationSpec nullMarked() {
        return AnnotationSpec.builder(NULL_MARKED).build();
    }
}
