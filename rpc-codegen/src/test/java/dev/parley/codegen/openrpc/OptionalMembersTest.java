package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.model.Problem;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that a document requires and the other end does not send. */
class OptionalMembersTest {
    private static final String DOCUMENT = """
            {
              "openrpc": "1.4.1",
              "info": {"title": "Chain", "version": "1"},
              "methods": [
                {"name": "find", "params": [], "result": {"name": "sent", "schema": {"$ref": "#/components/schemas/Sent"}}},
                {"name": "fees", "params": [], "result": {"name": "fees", "schema": {
                  "type": "object", "required": ["base", "tip"],
                  "properties": {"base": {"type": "integer"}, "tip": {"type": "integer"}}}}}
              ],
              "components": {"schemas": {
                "Context": {
                  "type": "object", "required": ["hash", "block"],
                  "properties": {"hash": {"type": "string"}, "block": {"type": "integer"}}
                },
                "Plain": {"type": "object", "required": ["kind", "price"],
                  "properties": {"kind": {"const": "plain"}, "price": {"type": "integer"}}},
                "Blob": {"type": "object", "required": ["kind", "blobs"],
                  "properties": {"kind": {"const": "blob"}, "blobs": {"type": "array", "items": {"type": "string"}}}},
                "Sent": {"allOf": [
                  {"$ref": "#/components/schemas/Context"},
                  {"oneOf": [{"$ref": "#/components/schemas/Plain"}, {"$ref": "#/components/schemas/Blob"}]}
                ]}
              }}
            }
            """;

    @TempDir
    Path folder;

    private DocumentProject project(String... patterns) throws IOException {
        Path file = Files.writeString(folder.resolve("chain.json"), DOCUMENT);
        return new DocumentProject(
                folder, new DocumentRequest(file, "chain", "", false, false, List.of(patterns), false));
    }

    private static Codec<?> result(DocumentProject project, int method) {
        return project.compile().descriptor().methods().get(method).result();
    }

    private static <T> String again(Codec<T> codec, String text) {
        T value = Json.read(codec, text.getBytes(StandardCharsets.UTF_8));
        return new String(Json.write(codec, value), StandardCharsets.UTF_8);
    }

    @Test
    void withoutAPatternWhatIsRequiredIsDemanded() throws IOException {
        Codec<?> sent = result(project(), 0);
        assertThatExceptionOfType(ValueException.class)
                .isThrownBy(() -> again(sent, "{\"kind\":\"plain\",\"hash\":\"0x1\",\"block\":null,\"price\":2}"))
                .withMessage("/block: expected a number, found null");
    }

    @Test
    void aMemberThatAPatternNamesMayBeMissingOrNull() throws IOException {
        Codec<?> sent = result(project("Context.bl*"), 0);
        String pending = "{\"kind\":\"plain\",\"hash\":\"0x1\",\"price\":2}";
        assertThat(again(sent, pending)).isEqualTo("{\"hash\":\"0x1\",\"kind\":\"plain\",\"price\":2}");
        assertThat(again(sent, pending.replace("}", ",\"block\":null}"))).isEqualTo(again(sent, pending));
        assertThat(again(sent, pending.replace("}", ",\"block\":7}")))
                .isEqualTo("{\"hash\":\"0x1\",\"block\":7,\"kind\":\"plain\",\"price\":2}");
        assertThatExceptionOfType(ValueException.class)
                .isThrownBy(() -> again(sent, "{\"kind\":\"plain\",\"hash\":null,\"price\":2}"))
                .withMessage("/hash: expected a string, found null");
    }

    @Test
    void whatTellsTheCasesOfAUnionApartStaysRequired() throws IOException {
        DocumentProject project = project("*");
        Codec<?> sent = result(project, 0);
        assertThat(again(sent, "{\"kind\":\"blob\",\"blobs\":null}")).isEqualTo("{\"kind\":\"blob\"}");
        assertThat(again(sent, "{\"kind\":\"plain\"}")).isEqualTo("{\"kind\":\"plain\"}");
        assertThat(project.source("chain/Sent.java"))
                .contains(
                        "record Plain(@Nullable String hash, @Nullable Long block,\n            @Nullable Long price)");
    }

    @Test
    void aMethodNamesWhatIsDescribedInIt() throws IOException {
        Codec<?> fees = result(project("fees.tip"), 1);
        assertThat(again(fees, "{\"base\":1,\"tip\":null}")).isEqualTo("{\"base\":1}");
    }

    @Test
    void aFileThatIsOneSchemaHasItsName() throws IOException {
        Files.writeString(folder.resolve("fare.json"), "{\"required\": [\"cents\"]}");
        Path file = Files.writeString(folder.resolve("rides.json"), """
                {"openrpc": "1.4.1", "info": {"title": "Rides", "version": "1"}, "methods": [
                  {"name": "fare", "params": [], "result": {"name": "fare", "schema": {"$ref": "fare.json"}}}
                ]}
                """);
        DocumentProject project = new DocumentProject(
                folder, new DocumentRequest(file, "rides", "", false, false, List.of("fare.cents"), false));
        assertThat(again(result(project, 0), "{}")).isEqualTo("{}");
        assertThat(project.source("rides/Fare.java")).contains("public record Fare(Maybe<JsonValue> cents) {}");
    }

    @Test
    void eachOneIsReported() throws IOException {
        assertThat(project("*.block", "fees.*").result().problems().stream()
                        .filter(problem -> problem.key().equals("optional-member"))
                        .map(problem ->
                                problem.severity() + " " + problem.place().line() + " " + problem.text()))
                .containsExactly(
                        Problem.Severity.NOTE
                                + " 7 /methods/1/result/schema/required/0 requires \"base\", which may be missing or null"
                                + " by the pattern \"fees.*\".",
                        Problem.Severity.NOTE
                                + " 7 /methods/1/result/schema/required/1 requires \"tip\", which may be missing or null"
                                + " by the pattern \"fees.*\".",
                        Problem.Severity.NOTE
                                + " 12 /components/schemas/Context/required/1 requires \"block\", which may be missing or"
                                + " null by the pattern \"*.block\".");
    }

    @Test
    void aPatternThatNamesNothingIsAMistake() throws IOException {
        assertThat(project("Context.block", "Sent.block", "Plain.kind").mistakes())
                .containsExactly("chain.json:[1,1] [unused-pattern] The document requires no member that is named by"
                        + " \"Sent.block\" or \"Plain.kind\". Correct it, as COMPONENT.member or METHOD.member with *"
                        + " for any text, or remove it.");
    }

    @Test
    void anImplementationMayLeaveOutMethodsThatHaveBodies() throws IOException {
        Path file = Files.writeString(folder.resolve("chain.json"), DOCUMENT);
        DocumentProject project = new DocumentProject(
                        folder, new DocumentRequest(file, "chain", "", false, false, List.of(), true))
                .compile();
        assertThat(project.source("chain/Chain.java")).contains("""
                    default Sent find() {
                        throw RpcErrorException.methodNotFound();
                    }
                """);
        assertThat(project().source("chain/Chain.java")).contains("    Sent find();\n");
    }
}
