package dev.parley.codegen.openrpc;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads values into generated types and writes them back: examples of a document, and values made by chance. */
final class Survival {
    private static final int VALUES = 60;

    private final DocumentProject project;
    private final RandomValues values;
    private final List<RandomValues.Schema> methods;
    private final List<String> failures = new ArrayList<>();
    private final List<String> wrongExamples = new ArrayList<>();
    private final Verdict verdict;
    private int examples;

    Survival(DocumentProject project, Path document) {
        this.project = project;
        this.verdict = new Verdict(text(document));
        this.values = new RandomValues(document.getFileName().hashCode());
        this.methods = new RandomValues.Schema(document, values.document(document)).elements("methods");
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values of the schemas that did not come back. */
    List<String> failures() {
        return failures;
    }

    int examples() {
        return examples;
    }

    /** Examples that do not come back, with what a validator says of them. */
    List<String> wrongExamples() {
        return wrongExamples;
    }

    int methods() {
        return methods.size();
    }

    Survival tryAll() {
        List<MethodDescriptor<?>> descriptors = project.descriptor().methods();
        for (int i = 0; i < methods.size(); i++) {
            tryMethod(values.follow(methods.get(i)), descriptors.get(i), "/methods/" + i);
        }
        return this;
    }

    private void tryMethod(RandomValues.Schema method, MethodDescriptor<?> descriptor, String at) {
        List<RandomValues.Schema> params = method.elements("params");
        for (int j = 0; j < params.size(); j++) {
            tryDescriptor(params.get(j), descriptor.parameters().get(j).codec(), at + "/params/" + j);
        }
        if (method.has("result") && !descriptor.isVoid()) {
            tryDescriptor(method.child("result"), descriptor.result(), at + "/result");
        }
        tryExamples(method, descriptor, at);
    }

    private void tryDescriptor(RandomValues.Schema descriptor, Codec<?> codec, String at) {
        RandomValues.Schema schema = values.follow(descriptor);
        int number = 0;
        for (RandomValues.Schema example : schema.elements("examples")) {
            tryExample(example.value(), codec, at + "/schema/examples/" + number++, at + "/schema");
        }
        for (int i = 0; i < VALUES; i++) {
            JsonValue value = values.value(schema);
            String failure = failure(codec, value);
            if (!failure.isEmpty()) {
                failures.add(at + " " + value + " " + failure);
                return;
            }
        }
    }

    private void tryExamples(RandomValues.Schema method, MethodDescriptor<?> descriptor, String at) {
        int number = 0;
        for (RandomValues.Schema each : method.elements("examples")) {
            RandomValues.Schema pairing = values.follow(each);
            String where = at + "/examples/" + number++;
            List<RandomValues.Schema> params = pairing.elements("params");
            for (int j = 0; j < params.size() && j < descriptor.parameters().size(); j++) {
                tryValue(
                        params.get(j),
                        descriptor.parameters().get(j).codec(),
                        where + "/params/" + j,
                        at + "/params/" + j + "/schema");
            }
            if (pairing.has("result") && !descriptor.isVoid()) {
                tryValue(pairing.child("result"), descriptor.result(), where + "/result", at + "/result/schema");
            }
        }
    }

    private void tryValue(RandomValues.Schema example, Codec<?> codec, String at, String schema) {
        RandomValues.Schema followed = values.follow(example);
        if (followed.has("value")) {
            tryExample(followed.child("value").value(), codec, at, schema);
        }
    }

    private void tryExample(JsonValue value, Codec<?> codec, String at, String schema) {
        examples++;
        String failure = failure(codec, value);
        if (!failure.isEmpty()) {
            String why = verdict.allows(schema, value) ? "allowed" : "breaks its schema";
            String what = failure.length() > 160 ? failure.substring(0, 160) + "…" : failure;
            wrongExamples.add(at + " (" + why + ") " + what);
        }
    }

    private static <T> String failure(Codec<T> codec, JsonValue value) {
        try {
            T read = Json.read(codec, Json.write(value).getBytes(StandardCharsets.UTF_8));
            JsonValue written = Json.parse(Json.write(codec, read));
            return Same.form(written).equals(Same.form(value)) ? "" : "came back as " + written;
        } catch (ValueException e) {
            return "was refused: " + e.getMessage();
        }
    }
}
