package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistakesTest {
    @TempDir
    Path folder;

    private DocumentProject read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("api.json"), text);
        return new DocumentProject(folder, new DocumentRequest(file, "api"));
    }

    @Test
    void allMistakesAreReportedInOneRun() throws IOException {
        DocumentProject project = read("""
                {
                  "openrpc": "2.0.0",
                  "info": {"version": "1"},
                  "methods": [
                    {"name": "find", "params": [
                      {"name": "id", "schema": {"type": "text"}},
                      {"name": "id", "schema": {"$ref": "#/components/schemas/Missing"}},
                      {"name": "far", "schema": {"$ref": "https://example.org/a.json#/b"}}
                    ]},
                    {"name": "find", "params": [], "result": {"name": "loop", "schema": {"$ref": "#/components/schemas/Loop"}}},
                    {"params": [{"name": "x"}, {"schema": true}], "result": {"name": "r", "schema": 3}}
                  ],
                  "components": {"schemas": {"Loop": {"$ref": "#/components/schemas/Loop"}}}
                }
                """);
        assertThat(project.result().sources()).isEmpty();
        assertThat(project.mistakes())
                .containsExactly(
                        "api.json:[1,1] [missing-member] The document lacks the title of its \"info\". Add one.",
                        "api.json:[2,14] [unknown-version] /openrpc is \"2.0.0\"; known are 1.0 to 1.4. Write one of these, such as \"1.4.1\".",
                        "api.json:[6,41] [unknown-type] /methods/0/params/0/schema/type is \"text\", which is not a type. Write one of null, boolean, integer, number, string, array, object.",
                        "api.json:[7,7] [duplicate-parameter] /methods/0/params/1 is named \"id\", as /methods/0/params/0 is. Rename one.",
                        "api.json:[7,32] [dangling-reference] /methods/0/params/1/schema refers to #/components/schemas/Missing, where there is nothing. Correct the reference.",
                        "api.json:[8,33] [remote-reference] /methods/0/params/2/schema refers to https://example.org/a.json#/b, and nothing is fetched. Save it beside the document and refer to the file.",
                        "api.json:[10,5] [duplicate-method] /methods/1 is named \"find\", as /methods/0 is. Rename one, or remove it.",
                        "api.json:[10,73] [circular-reference] /methods/1/result/schema refers to itself. Let one reference lead to a value.",
                        "api.json:[11,5] [missing-member] /methods/2 lacks a name. Add the member \"name\".",
                        "api.json:[11,17] [missing-member] /methods/2/params/0 lacks a schema. Add the member \"schema\": true takes any value.",
                        "api.json:[11,32] [missing-member] /methods/2/params/1 lacks a name. Add the member \"name\".",
                        "api.json:[11,85] [not-a-schema] /methods/2/result/schema is not a schema. Write an object, true or false.");
    }

    @Test
    void whatIsNoJsonIsReportedWithItsLine() throws IOException {
        assertThat(read("{\n  \"openrpc\": 1.3,\n  oops\n}").mistakes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("api.json:[3,")
                .contains("[unreadable-document] The file is not JSON: ");
    }
}
