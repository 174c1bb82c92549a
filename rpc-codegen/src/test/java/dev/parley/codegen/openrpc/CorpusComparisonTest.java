package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.compare.Change;
import dev.parley.codegen.compare.Comparison;
import dev.parley.codegen.compare.Description;
import dev.parley.codegen.compare.Places;
import dev.parley.codegen.compare.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents that others wrote, compared with themselves and with themselves after one change at a time. */
class CorpusComparisonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ethereum-execution-apis",
                "firebolt-core",
                "iota",
                "link-example",
                "lotus-gateway",
                "metamask-multichain",
                "params-by-name-petstore",
                "petstore-expanded",
                "simple-math",
                "soroban-rpc",
                "starknet/api/starknet_api_openrpc",
                "starknet/starknet_write_api"
            })
    void aDocumentIsLikeItself(String name) throws IOException {
        String text = Files.readString(Corpus.document(name + ".json"));
        JsonNode other = JSON.readTree(text);
        reword(other);
        assertThat(compare(JSON.readTree(text), other)).isEmpty();
    }

    @Test
    void everyMethodAndParameterIsMissed() throws IOException {
        JsonNode document = JSON.readTree(Files.readString(Corpus.document("ethereum-execution-apis.json")));
        for (int i = 0; i < document.get("methods").size(); i++) {
            String method = document.get("methods").get(i).get("name").stringValue();
            JsonNode without = document.deepCopy();
            ((ArrayNode) without.get("methods")).remove(i);
            assertThat(compare(document, without))
                    .extracting(Change::rule, Change::subject)
                    .containsExactly(tuple(Rule.METHOD_REMOVED, method));
            assertThat(compare(without, document))
                    .extracting(Change::rule, Change::subject)
                    .containsExactly(tuple(Rule.METHOD_ADDED, method));
            int parameters = document.get("methods").get(i).get("params").size();
            for (int j = 0; j < parameters; j++) {
                JsonNode fewer = document.deepCopy();
                ((ArrayNode) fewer.get("methods").get(i).get("params")).remove(j);
                assertThat(compare(document, fewer))
                        .extracting(Change::rule)
                        .containsAnyOf(Rule.PARAMETER_REMOVED, Rule.PARAMETER_RENAMED);
            }
        }
    }

    /** Changes each word of each schema that values go through, one at a time; of a big document, of each ninth. */
    @ParameterizedTest
    @ValueSource(
            strings = {"petstore-expanded", "metamask-multichain", "soroban-rpc", "ethereum-execution-apis", "iota"})
    void everyWordOfASchemaCounts(String name) throws IOException {
        JsonNode document = JSON.readTree(Files.readString(Corpus.document(name + ".json")));
        List<String> unseen = new ArrayList<>();
        Set<String> schemas = schemas(document);
        int step = schemas.size() < 100 ? 1 : 9;
        int seen = 0;
        int tried = 0;
        for (String schema : schemas) {
            if (seen++ % step > 0) {
                continue;
            }
            for (Map.Entry<String, JsonNode> other :
                    mutations(document.at(JsonPointer.compile(schema))).entrySet()) {
                JsonNode changed = document.deepCopy();
                ObjectNode at = (ObjectNode) changed.at(JsonPointer.compile(schema));
                at.removeAll();
                at.setAll((ObjectNode) other.getValue());
                tried++;
                if (compare(document, changed).isEmpty()) {
                    unseen.add(schema + ": " + other.getKey());
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(tried).isGreaterThan(10);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static List<Change> compare(JsonNode before, JsonNode after) {
        return Comparison.of(
                List.of(new Description("Api", before, Places.UNKNOWN)),
                List.of(new Description("Api", after, Places.UNKNOWN)));
    }

    /** Says the same to programs, and something else to people. */
    private static void reword(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = (ObjectNode) node;
            for (String word : List.of("description", "summary")) {
                if (object.path(word).isString()) {
                    object.put(word, "Other words.");
                }
            }
        }
        node.forEach(CorpusComparisonTest::reword);
    }

    /** Every schema that values go through, by pointer. */
    private static Set<String> schemas(JsonNode document) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < document.get("methods").size(); i++) {
            JsonNode method = document.get("methods").get(i);
            for (int j = 0; j < method.get("params").size(); j++) {
                collect(document, "/methods/" + i + "/params/" + j, "/schema", found);
            }
            collect(document, "/methods/" + i + "/result", "/schema", found);
        }
        return found;
    }

    private static void collect(JsonNode document, String from, String step, Set<String> found) {
        JsonNode start = document.at(JsonPointer.compile(from));
        String pointer = (start.has("$ref") ? start.get("$ref").stringValue().substring(1) : from) + step;
        JsonNode node = document.at(JsonPointer.compile(pointer));
        if (node.has("$ref")) {
            // What stands beside it means nothing.
            collect(document, node.get("$ref").stringValue().substring(1), "", found);
            return;
        } else if (!node.isObject() || !found.add(pointer)) {
            return;
        }
        node.path("properties")
                .propertyNames()
                .forEach(name -> collect(document, pointer + "/properties/" + name.replace("/", "~1"), "", found));
        if (node.path("items").isObject()) {
            collect(document, pointer + "/items", "", found);
        }
        for (String word : List.of("allOf", "oneOf", "anyOf")) {
            for (int i = 0; i < node.path(word).size(); i++) {
                collect(document, pointer + "/" + word + "/" + i, "", found);
            }
        }
    }

    private static Map<String, JsonNode> mutations(JsonNode schema) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (String word : List.of("type", "format", "enum", "pattern", "minimum", "maximum", "properties", "items")) {
            boolean any = word.equals("items")
                    && schema.path(word).path("$ref").asString("").endsWith("JsonValue");
            boolean implied = word.equals("minimum")
                    && schema.path(word).isNumber()
                    && schema.path("format").asString("").startsWith("uint")
                    && schema.path(word).decimalValue().signum() == 0;
            if (schema.has(word) && schema.size() > 1 && !any && !implied) {
                ObjectNode without = schema.deepCopy().asObject();
                without.remove(word);
                // An object is one by its properties, and a string by its format, whatever its type says.
                if (!word.equals("type") || schema.size() == 1) {
                    all.put("without " + word, without);
                }
            }
        }
        if (schema.path("type").isString() && !schema.has("enum")) {
            ObjectNode other = schema.deepCopy().asObject();
            all.put(
                    "other type",
                    other.put("type", schema.get("type").stringValue().equals("boolean") ? "string" : "boolean"));
        }
        if (schema.path("enum").size() > 1) {
            ObjectNode fewer = schema.deepCopy().asObject();
            ((ArrayNode) fewer.get("enum")).remove(0);
            all.put("fewer values", fewer);
        }
        for (String word : List.of("required", "oneOf", "anyOf")) {
            if (schema.path(word).size() > 1) {
                ObjectNode fewer = schema.deepCopy().asObject();
                ((ArrayNode) fewer.get(word)).remove(0);
                all.put("fewer in " + word, fewer);
            }
        }
        return all;
    }
}
