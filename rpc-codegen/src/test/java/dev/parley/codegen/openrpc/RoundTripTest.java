package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codegen.OpenRpcSchema;
import dev.parley.codegen.description.OpenRpcWriter;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.reader.openrpc.OpenRpcReader;
import dev.parley.codegen.writer.DeclarationWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A document, the interface that is made of it, and the description of that interface, which is a document again: reading
 * that one changes nothing any more, and it permits all that the first one did.
 */
class RoundTripTest {
    private static final int VALUES = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petstore-expanded.json",
                "simple-math.json",
                "params-by-name-petstore.json",
                "link-example.json",
                "ethereum-execution-apis.json",
                "starknet/api/starknet_api_openrpc.json",
                "starknet/starknet_write_api.json",
                "iota.json",
                "lotus-gateway.json",
                "firebolt-core.json",
                "metamask-multichain.json",
                "soroban-rpc.json"
            })
    void theDocumentComesBackAsFarAsJavaCanSayIt(String name) throws IOException {
        Path original = Corpus.document(name);
        Api api = read(original);
        String first = describe(api);
        assertThat(OpenRpcSchema.errors(first)).isEmpty();
        Path described = Files.writeString(folder.resolve("described.json"), first);
        Api again = read(described);
        assertThat(describe(again)).isEqualTo(first);
        List<String> lines = new ArrayList<>();
        lines.add("words of the document that its description does not have:");
        SortedSet<String> lost = words(Json.parse(Files.readString(original)));
        lost.removeAll(words(Json.parse(first)));
        lines.addAll(lost);
        lines.add("");
        lines.add(comeBack(api, again));
        lines.add("");
        lines.add("values of the document that its description does not permit:");
        lines.addAll(refused(original, first));
        Golden.check(
                "openrpc/roundtrip/" + name.replaceAll(".*/|\\.json$", "") + ".txt", String.join("\n", lines) + "\n");
    }

    private static Api read(Path file) {
        OpenRpcReader.Output output =
                OpenRpcReader.read(new OpenRpcReader.Input(file, "doc", "Api", false, true, List.of()));
        assertThat(output.problems().stream().filter(Problem::isError)).isEmpty();
        return output.api();
    }

    private static String describe(Api api) {
        return new OpenRpcWriter(api, "1").write(api.services().get(0));
    }

    // A type inside another comes back as one of the package, which changes how all that use it name it.
    private static String comeBack(Api one, Api other) {
        SortedMap<String, String> first = new DeclarationWriter(one, false).write("x");
        SortedMap<String, String> second = new DeclarationWriter(other, false).write("x");
        long same = first.keySet().stream()
                .filter(name -> first.get(name).equals(second.get(name)))
                .count();
        long inside = one.models().keySet().stream()
                .filter(name -> name.simpleNames().size() > 1)
                .count();
        return same + " of " + first.size() + " files come back word by word; " + inside + " types lie inside others";
    }

    private static List<String> refused(Path original, String description) {
        RandomValues values = new RandomValues(original.getFileName().hashCode());
        List<RandomValues.Schema> methods =
                new RandomValues.Schema(original, values.document(original)).elements("methods");
        Verdict verdict = new Verdict(description);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            RandomValues.Schema method = values.follow(methods.get(i));
            List<RandomValues.Schema> params = method.elements("params");
            for (int j = 0; j < params.size(); j++) {
                tryAll(values, params.get(j), verdict, "/methods/" + i + "/params/" + j + "/schema", refused);
            }
            if (method.has("result")) {
                tryAll(values, method.child("result"), verdict, "/methods/" + i + "/result/schema", refused);
            }
        }
        return refused;
    }

    private static void tryAll(
            RandomValues values, RandomValues.Schema descriptor, Verdict verdict, String at, List<String> refused) {
        RandomValues.Schema schema = values.follow(descriptor);
        for (int i = 0; i < VALUES; i++) {
            JsonValue value = values.value(schema);
            if (!verdict.allows(at, value)) {
                String text = value.toString();
                refused.add(at + " " + (text.length() > 100 ? text.substring(0, 100) + "…" : text));
                return;
            }
        }
    }

    /** Every name of a member of the document, but for those that the document's author chose. */
    private static SortedSet<String> words(JsonValue value) {
        SortedMap<String, Integer> all = new TreeMap<>();
        collect(value, "", all);
        return new TreeSet<>(all.keySet());
    }

    private static void collect(JsonValue value, String parent, SortedMap<String, Integer> all) {
        if (value instanceof JsonValue.JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                boolean chosen = List.of(
                                "properties",
                                "patternProperties",
                                "schemas",
                                "contentDescriptors",
                                "errors",
                                "examples",
                                "links",
                                "definitions",
                                "variables",
                                "params",
                                "tags")
                        .contains(parent);
                if (!chosen) {
                    all.merge(member.getKey(), 1, Integer::sum);
                }
                boolean data = member.getKey().startsWith("x-")
                        || List.of("default", "const", "enum", "value", "examples", "example", "links")
                                        .contains(member.getKey())
                                && !chosen;
                if (!data) {
                    collect(member.getValue(), chosen ? "" : member.getKey(), all);
                }
            }
        } else if (value instanceof JsonValue.JsonArray array) {
            array.elements().forEach(each -> collect(each, "", all));
        }
    }
}
