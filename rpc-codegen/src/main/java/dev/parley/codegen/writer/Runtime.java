package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** The classes that generated code stands on, by name: the generator needs none of them to run. */
final class Runtime {
    static final ClassName CALLER = ClassName.get("dev.parley.proxy", "Caller");
    static final ClassName CALL_BATCH = ClassName.get("dev.parley.proxy", "CallBatch");
    static final ClassName ARGUMENTS = ClassName.get("dev.parley.contract", "Arguments");
    static final ClassName ERROR_TYPE = ClassName.get("dev.parley.contract", "ErrorType");
    static final ClassName METHOD_DESCRIPTOR = ClassName.get("dev.parley.contract", "MethodDescriptor");
    static final ClassName PARAMETER = ClassName.get("dev.parley.contract", "Parameter");
    static final ClassName SERVICE_DESCRIPTOR = ClassName.get("dev.parley.contract", "ServiceDescriptor");
    static final ClassName SERVICE = ClassName.get("dev.parley.contract", "Service");
    static final ClassName CODEC = ClassName.get("dev.parley.codec", "Codec");
    static final ClassName CODECS = ClassName.get("dev.parley.codec", "Codecs");
    static final ClassName KEY_CODECS = ClassName.get("dev.parley.codec", "KeyCodecs");
    static final ClassName MEMBERS = ClassName.get("dev.parley.serializer", "Members");
    static final ClassName MEMBERS_CODEC = ClassName.get("dev.parley.codec", "MembersCodec");
    static final ClassName CHOICE_CODEC = ClassName.get("dev.parley.codec", "ChoiceCodec");
    static final ClassName RULE = ClassName.get("dev.parley.codec", "Rule");
    static final ClassName SHAPE = ClassName.get("dev.parley.codec", "Shape");
    static final ClassName MAYBE = ClassName.get("dev.parley.codec", "Maybe");
    static final ClassName UNION_CODEC = ClassName.get("dev.parley.codec", "UnionCodec");
    static final ClassName JSON_VALUE = ClassName.get("dev.parley.codec", "JsonValue");
    static final ClassName VALUE_READER = ClassName.get("dev.parley.serializer", "ValueReader");
    static final ClassName VALUE_WRITER = ClassName.get("dev.parley.serializer", "ValueWriter");
    static final ClassName DATABIND_CODEC = ClassName.get("dev.parley.codec.databind", "DatabindCodec");
    static final ClassName FUTURE = ClassName.get("java.util.concurrent", "CompletableFuture");
    static final ClassName STAGE = ClassName.get("java.util.concurrent", "CompletionStage");
    static final ClassName VOID = ClassName.get("java.lang", "Void");
    static final AnnotationSpec NULLABLE = AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();
    static final TypeName NULLABLE_OBJECT = ClassName.OBJECT.annotated(NULLABLE);

    private Runtime() {}

    static ParameterizedTypeName codecOf(TypeName type) {
        return ParameterizedTypeName.get(CODEC, type);
    }
}
