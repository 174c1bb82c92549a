package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says of itself must not refer to files that its peers don't have. */
class BundleTest {
    @TempDir
    Path folder;

    private String description(String... texts) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.json"), texts[0]);
        if (texts.length > 1) {
            Files.createDirectory(folder.resolve("parts"));
            Files.writeString(folder.resolve("parts/common.json"), texts[1]);
            Files.writeString(folder.resolve("parts/money.json"), texts[2]);
        }
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(file, "shop"));
        assertThat(project.mistakes()).isEmpty();
        return project.result().descriptions().get(0).content();
    }

    @Test
    void aDocumentOfOneFileStaysAsItIs() throws IOException {
        String text = """
                {"openrpc":   "1.4.1", "info": {"title": "Shop", "version": "1"}, "methods": []}
                """;
        assertThat(description(text)).isEqualTo(text);
    }

    @Test
    void whatOtherFilesHaveBecomesComponents() throws IOException {
        String description = description("""
                {
                  "openrpc": "1.4.1",
                  "info": {"title": "Shop", "version": "1"},
                  "methods": [
                    {"name": "find", "params": [{"$ref": "parts/common.json#/descriptors/id"}],
                     "errors": [{"$ref": "parts/common.json#/components/errors/Gone"}],
                     "result": {"name": "item", "schema": {"$ref": "parts/common.json#/definitions/Item"}}},
                    {"name": "pay", "params": [{"name": "sum", "schema": {"$ref": "#/components/schemas/Price"}}],
                     "result": {"name": "change", "schema": {"$ref": "parts/money.json", "title": "What is left."}}},
                    {"$ref": "parts/common.json#/methods/close"}
                  ],
                  "components": {"schemas": {
                    "Price": {"$ref": "parts/money.json"},
                    "Item": {"type": "object", "properties": {"$ref": {"type": "string"}, "id": {"type": "integer"}}}
                  }}
                }
                """, """
                {
                  "descriptors": {"id": {"name": "id", "required": true, "schema": {"type": "integer"}}},
                  "components": {"errors": {"Gone": {"code": 1, "message": "gone"}}},
                  "methods": {"close": {"name": "close", "params": [], "result": {"name": "last", "schema": {"$ref": "#/definitions/Item"}}}},
                  "definitions": {"Item": {
                    "type": "object",
                    "properties": {
                      "price": {"$ref": "money.json"},
                      "parts": {"type": "array", "items": {"$ref": "#/definitions/Item"}},
                      "like": {"$ref": "../shop.json#/components/schemas/Item"}
                    }
                  }}
                }
                """, """
                {"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}}
                """);
        JsonNode expected = JsonMapper.shared().readTree("""
                {
                  "openrpc": "1.4.1",
                  "info": {"title": "Shop", "version": "1"},
                  "methods": [
                    {"name": "find", "params": [{"$ref": "#/components/contentDescriptors/id"}],
                     "errors": [{"$ref": "#/components/errors/Gone"}],
                     "result": {"name": "item", "schema": {"$ref": "#/components/schemas/Item2"}}},
                    {"name": "pay", "params": [{"name": "sum", "schema": {"$ref": "#/components/schemas/Price"}}],
                     "result": {"name": "change", "schema": {"$ref": "#/components/schemas/Price", "title": "What is left."}}},
                    {"name": "close", "params": [], "result": {"name": "last", "schema": {"$ref": "#/components/schemas/Item2"}}}
                  ],
                  "components": {
                    "schemas": {
                      "Price": {"type": "object", "required": ["cents"], "properties": {"cents": {"type": "integer"}}},
                      "Item": {"type": "object", "properties": {"$ref": {"type": "string"}, "id": {"type": "integer"}}},
                      "Item2": {"type": "object", "properties": {
                        "price": {"$ref": "#/components/schemas/Price"},
                        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Item2"}},
                        "like": {"$ref": "#/components/schemas/Item"}
                      }}
                    },
                    "contentDescriptors": {"id": {"name": "id", "required": true, "schema": {"type": "integer"}}},
                    "errors": {"Gone": {"code": 1, "message": "gone"}}
                  }
                }
                """);
        assertThat(JsonMapper.shared().readTree(description)).isEqualTo(expected);
        assertThat(description).startsWith("{\n  \"openrpc\": \"1.4.1\",\n").endsWith("\n}\n");
    }

    @Test
    void aRealDocumentOfTwoFilesIsWholeInItself() {
        Path file = Corpus.document("starknet/starknet_write_api.json");
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(file, "starknet"));
        JsonNode root = JsonMapper.shared()
                .readTree(project.result().descriptions().get(0).content());
        List<String> references = new ArrayList<>();
        collect(root, references);
        assertThat(references)
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(root.at(each.substring(1)).isMissingNode())
                        .as(each)
                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }
}
