package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codegen.DocumentRequest;
import dev.parley.contract.MethodDescriptor;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents made by chance: whatever they say, what is generated compiles without a warning, and every value that a validator
 * allows comes back as it was. A build tries the same documents for 20 seconds; {@code -Dparley.fuzz.seconds=600} tries new
 * ones for as long as it says, and {@code -Dparley.fuzz.seed} begins with the one that a failure named.
 */
class DocumentFuzzTest {
    private static final int METHODS = 8;
    private static final int COMPONENTS = 4;
    private static final int VALUES = 25;

    @TempDir
    Path folder;

    @Test
    void whateverADocumentSaysValuesComeBack() throws IOException {
        Long seconds = Long.getLong("parley.fuzz.seconds");
        long end = System.nanoTime() + (seconds == null ? 20 : seconds) * 1_000_000_000L;
        long seed = Long.getLong("parley.fuzz.seed", seconds == null ? 1 : System.nanoTime());
        int values = 0;
        for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
            Path own = Files.createDirectory(folder.resolve("round" + round));
            values += tried(seed + round, own);
        }
        assertThat(values).isPositive();
    }

    private static int tried(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        ObjectNode document = document(random);
        String context = "seed " + seed + " (-Dparley.fuzz.seed=" + seed + "):\n" + document.toPrettyString();
        Path file = Files.writeString(folder.resolve("fuzz.json"), document.toString());
        try {
            // Members that no schema of a value names are dropped unless they are to be kept, as is documented.
            boolean keepUnknown = random.nextInt(4) > 0;
            DocumentRequest request = new DocumentRequest(
                    file, "fuzz", "Api", keepUnknown, random.nextBoolean(), List.of(), random.nextBoolean());
            DocumentProject project = new DocumentProject(folder, request);
            assertThat(project.mistakes()).isEmpty();
            return tried(project.compile(), document, random, keepUnknown);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(context, e);
        }
    }

    private static int tried(DocumentProject project, JsonNode document, Random random, boolean keepUnknown) {
        boolean lossy =
                !keepUnknown || project.notes().stream().anyMatch(note -> note.contains("[overlapping-alternatives]"));
        GuessedValues values = new GuessedValues(random, document);
        Verdict verdict = new Verdict(document.toString());
        List<MethodDescriptor<?>> methods = project.descriptor().methods();
        int tried = 0;
        for (int i = 0; i < methods.size(); i++) {
            JsonNode schema = document.at("/methods/" + i + "/params/0/schema");
            Codec<?> codec = methods.get(i).parameters().get(0).codec();
            for (int j = 0; j < VALUES; j++) {
                JsonValue value = Json.parse(values.value(schema).toString());
                if (isAllowed(verdict, "/methods/" + i + "/params/0/schema", value)) {
                    tried++;
                    String back = back(codec, value);
                    assertThat(lossy ? !back.startsWith("refused: ") : isSame(back, value))
                            .as("method " + i + ": " + value + " " + back)
                            .isTrue();
                }
            }
        }
        return tried;
    }

    // The validator compares no large numbers with fractions, and follows unions of themselves without end.
    private static boolean isAllowed(Verdict verdict, String schema, JsonValue value) {
        try {
            return verdict.allows(schema, value);
        } catch (JacksonException | StackOverflowError e) {
            return false;
        }
    }

    private static boolean isSame(String back, JsonValue value) {
        return !back.startsWith("refused: ") && Same.form(Json.parse(back)).equals(Same.form(value));
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

    private static ObjectNode document(Random random) {
        RandomSchemas schemas = new RandomSchemas(random, COMPONENTS);
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openrpc", "1.4.1");
        document.putObject("info").put("title", "Fuzz").put("version", "1");
        ArrayNode methods = document.putArray("methods");
        for (int i = 0; i < METHODS; i++) {
            methods.add(method(schemas, random, i));
        }
        ObjectNode components = document.putObject("components").putObject("schemas");
        for (int i = 0; i < COMPONENTS; i++) {
            // A component is no mere reference: those may lead to each other without end.
            JsonNode schema = schemas.schema();
            components.set(
                    "C" + i,
                    schema.has("$ref") ? JsonNodeFactory.instance.objectNode().put("type", "string") : schema);
        }
        return document;
    }

    private static ObjectNode method(RandomSchemas schemas, Random random, int index) {
        ObjectNode method = JsonNodeFactory.instance.objectNode().put("name", schemas.name() + index);
        ArrayNode parameters = method.putArray("params");
        for (int i = 0; i <= random.nextInt(3); i++) {
            ObjectNode parameter =
                    parameters.addObject().put("name", schemas.name() + i).put("required", random.nextBoolean());
            parameter.set("schema", schemas.schema());
        }
        if (random.nextInt(4) == 0) {
            method.putArray("errors").addObject().put("code", index + 1).put("message", schemas.name() + " failed");
        }
        if (random.nextInt(8) > 0) {
            method.putObject("result").put("name", "r").set("schema", schemas.schema());
        }
        return method;
    }
}
