package dev.parley.codegen.openrpc;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codegen.DocumentRequest;
import dev.parley.contract.MethodDescriptor;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Schemas, each in every position that a schema may have in a document: as a parameter and a result, inside an array, a map
 * and an object. What is generated is compiled once, and values are read and written back in all of these positions. Apostrophes stand for
 * quotes.
 */
final class SchemaTrial {
    private final DocumentProject project;

    private SchemaTrial(DocumentProject project) {
        this.project = project;
    }

    /** Generates and compiles, with limits checked. */
    static SchemaTrial of(Path folder, List<String> schemas) {
        return of(folder, schemas, "");
    }

    /**
     * Generates and compiles, with limits checked.
     *
     * @param components members of {@code components/schemas}, each followed by a comma
     */
    static SchemaTrial of(Path folder, List<String> schemas, String components) {
        return new SchemaTrial(project(folder, document(schemas, components)).compile());
    }

    static DocumentProject project(Path folder, String document) {
        try {
            Path file = Files.writeString(folder.resolve("trial.json"), document);
            return new DocumentProject(
                    folder, new DocumentRequest(file, "trial", "Api", false, true, List.of(), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String document(List<String> schemas, String components) {
        StringBuilder methods = new StringBuilder();
        StringBuilder all = new StringBuilder(components);
        for (int i = 0; i < schemas.size(); i++) {
            all.append("'S").append(i).append("':").append(schemas.get(i)).append(',');
            String schema = schemas.get(i);
            String reference = "{'$ref':'#/components/schemas/S" + i + "'}";
            methods.append("{'name':'m").append(i).append("','params':[");
            methods.append(parameter("a", true, schema)).append(',');
            methods.append(parameter("b", true, reference)).append(',');
            methods.append(parameter("c", true, "{'type':'array','items':" + reference + "}"))
                    .append(',');
            methods.append(parameter("d", true, "{'type':'object','additionalProperties':" + reference + "}"))
                    .append(',');
            methods.append(parameter(
                            "e",
                            true,
                            "{'type':'object','properties':{'r':" + reference + ",'o':" + reference
                                    + "},'required':['r']}"))
                    .append("],");
            methods.append("'result':{'name':'r','schema':{'type':'object','properties':{'x':")
                    .append(schema);
            methods.append("}}}},");
        }
        return ("{'openrpc':'1.4.1','info':{'title':'Api','version':'1'},'methods':[" + cut(methods)
                        + "],'components':{'schemas':{" + cut(all) + "}}}")
                .replace('\'', '"');
    }

    private static String cut(StringBuilder text) {
        return text.substring(0, Math.max(0, text.length() - 1));
    }

    private static String parameter(String name, boolean required, String schema) {
        return "{'name':'" + name + "','required':" + required + ",'schema':" + schema + "}";
    }

    DocumentProject project() {
        return project;
    }

    /** Positions in which a value of a schema does not come back as it was; empty when it does everywhere. */
    List<String> failures(int schema, String text) {
        JsonValue value = Json.parse(text.replace('\'', '"'));
        MethodDescriptor<?> method = project.descriptor().methods().get(schema);
        List<String> failures = new ArrayList<>();
        List<JsonValue> around = List.of(
                value,
                value,
                JsonValue.array(value, value),
                JsonValue.object(Map.entry("k", value)),
                JsonValue.object(Map.entry("r", value), Map.entry("o", value)));
        for (int i = 0; i < around.size(); i++) {
            check(method.parameters().get(i).codec(), around.get(i), failures);
        }
        check(method.parameters().get(4).codec(), JsonValue.object(Map.entry("r", value)), failures);
        check(method.result(), JsonValue.object(Map.entry("x", value)), failures);
        return failures;
    }

    /** What comes back of a value that is a parameter by itself, or the message with which it is refused. */
    String back(int schema, String text) {
        Codec<?> codec =
                project.descriptor().methods().get(schema).parameters().get(0).codec();
        return back(codec, Json.parse(text.replace('\'', '"')));
    }

    private static void check(Codec<?> codec, JsonValue value, List<String> failures) {
        String back = back(codec, value);
        boolean same =
                !back.startsWith("refused: ") && Same.form(Json.parse(back)).equals(Same.form(value));
        if (!same) {
            failures.add(value + " " + back);
        }
    }

    private static <T> String back(Codec<T> codec, JsonValue value) {
        try {
            byte[] written =
                    Json.write(codec, Json.read(codec, Json.write(value).getBytes(StandardCharsets.UTF_8)));
            return new String(written, StandardCharsets.UTF_8);
        } catch (ValueException e) {
            return "refused: " + e.getMessage();
        }
    }
}
