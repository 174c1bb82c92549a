package dev.parley.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.dispatch.Dispatcher;
import dev.parley.serializer.json.JsonSerializer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final String DOCUMENT = """
            {"openrpc":"1.4.1","info":{"title":"Shop","version":"1"},"methods":[
              {"name":"price","summary":"What it costs.","x-idempotent":true,
               "params":[{"name":"item","required":true,"schema":{"$ref":"#/components/schemas/Item"}},
                         {"name":"cents","schema":{"type":"boolean"}}],
               "result":{"name":"result","schema":{"anyOf":[{"type":"integer"},{"type":"null"}]}}},
              {"name":"bought","params":[]}],
             "components":{"schemas":{"Item":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Item"}}}}}}
            """;

    /** A service whose description is a text. */
    private record Described(String name, @Nullable String document, MethodDescriptor<?>... methods)
            implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor(
                    name,
                    List.of(methods),
                    false,
                    () -> document == null
                            ? null
                            : new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            return null;
        }
    }

    private static final MethodDescriptor<?> PRICE =
            MethodDescriptor.call("price", Codecs.INT).build();
    private static final MethodDescriptor<?> BOUGHT =
            MethodDescriptor.notification("bought").build();

    private static String ask(String question, Service... services) {
        Dispatcher.Builder dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE);
        for (int i = 0; i < services.length; i++) {
            dispatcher.service(i == 0 ? "" : "s" + i + ".", services[i]);
        }
        dispatcher.service(Description.of("Market", "1.2.3").apply(dispatcher.mounts()));
        byte[] answer = dispatcher
                .build()
                .dispatch(("{\"jsonrpc\":\"2.0\",\"method\":\"" + question + "\",\"id\":1}")
                        .getBytes(StandardCharsets.UTF_8));
        JsonValue.JsonObject response = (JsonValue.JsonObject) Json.parse(answer);
        return String.valueOf(response.members().get("result"));
    }

    @Test
    void discoverPutsTheDocumentsTogether() {
        Service other = new Described(
                "Other",
                DOCUMENT.replace("\"type\":\"object\",\"properties\"", "\"type\":\"object\",\"x\""),
                PRICE,
                BOUGHT);
        assertThat(ask("rpc.discover", new Described("Shop", DOCUMENT, PRICE, BOUGHT), other))
                .startsWith("{\"openrpc\":\"1.4.1\",\"info\":{\"title\":\"Market\",\"version\":\"1.2.3\"},"
                        + "\"methods\":[{\"name\":\"price\",\"summary\":\"What it costs.\"")
                .contains("{\"name\":\"s1.price\"")
                .contains("\"$ref\":\"#/components/schemas/Other.Item\"")
                .endsWith(
                        "\"components\":{\"schemas\":{"
                                + "\"Item\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/components/schemas/Item\"}}},"
                                + "\"Other.Item\":{\"type\":\"object\",\"x\":{\"next\":{\"$ref\":\"#/components/schemas/Other.Item\"}}}}}}");
    }

    @Test
    void discoverKeepsAllThatMethodsReferTo() {
        String document = """
                {"openrpc":"1.2.6","info":{"title":"Sums","version":"1"},"methods":[
                  {"name":"sum","params":[{"$ref":"#/components/contentDescriptors/a~1b"}],
                   "errors":[{"$ref":"#/components/errors/Odd"}],
                   "result":{"name":"r","schema":{"$ref":"#/x-schemas/Sums/properties/total"}}}],
                 "x-schemas":{"Sums":{"properties":{"total":{"$ref":"#/components/schemas/Sum/items"}}}},
                 "components":{
                  "contentDescriptors":{"a/b":{"name":"a","schema":{"$ref":"#/components/schemas/Sum"}}},
                  "errors":{"Odd":{"code":1,"message":"odd"}},
                  "schemas":{"Sum":{"type":"array","items":{"type":"integer"}}}}}
                """;
        Service other = new Described("Other", document.replace("\"integer\"", "\"number\""), PRICE, BOUGHT);
        assertThat(ask("rpc.discover", new Described("Sums", document, PRICE, BOUGHT), other))
                .isEqualTo(
                        "{\"openrpc\":\"1.4.1\",\"info\":{\"title\":\"Market\",\"version\":\"1.2.3\"},\"methods\":["
                                + "{\"name\":\"sum\",\"params\":[{\"$ref\":\"#/components/contentDescriptors/a~1b\"}],"
                                + "\"errors\":[{\"$ref\":\"#/components/errors/Odd\"}],"
                                + "\"result\":{\"name\":\"r\",\"schema\":{\"$ref\":\"#/x-schemas/Sums/properties/total\"}}},"
                                + "{\"name\":\"s1.sum\",\"params\":[{\"$ref\":\"#/components/contentDescriptors/Other.a~1b\"}],"
                                + "\"errors\":[{\"$ref\":\"#/components/errors/Odd\"}],"
                                + "\"result\":{\"name\":\"r\",\"schema\":{\"$ref\":\"#/x-schemas-Other/Sums/properties/total\"}}}],"
                                + "\"components\":{\"contentDescriptors\":{"
                                + "\"a/b\":{\"name\":\"a\",\"schema\":{\"$ref\":\"#/components/schemas/Sum\"}},"
                                + "\"Other.a/b\":{\"name\":\"a\",\"schema\":{\"$ref\":\"#/components/schemas/Other.Sum\"}}},"
                                + "\"errors\":{\"Odd\":{\"code\":1,\"message\":\"odd\"}},"
                                + "\"schemas\":{\"Sum\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}},"
                                + "\"Other.Sum\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}}},"
                                + "\"x-schemas\":{\"Sums\":{\"properties\":{\"total\":{\"$ref\":\"#/components/schemas/Sum/items\"}}}},"
                                + "\"x-schemas-Other\":"
                                + "{\"Sums\":{\"properties\":{\"total\":{\"$ref\":\"#/components/schemas/Other.Sum/items\"}}}}}");
    }

    @Test
    void discoverNamesWhatHasNoDocument() {
        MethodDescriptor<?> add = MethodDescriptor.call("add", Codecs.INT)
                .parameter(Parameter.required("a", Codecs.INT))
                .parameter(Parameter.nullable("b", Codecs.INT))
                .build();
        assertThat(ask("rpc.discover", new Described("Plain", null, add, BOUGHT)))
                .isEqualTo("{\"openrpc\":\"1.4.1\",\"info\":{\"title\":\"Market\",\"version\":\"1.2.3\"},\"methods\":["
                        + "{\"name\":\"add\",\"params\":[{\"name\":\"a\",\"required\":true,\"schema\":{}},"
                        + "{\"name\":\"b\",\"required\":false,\"schema\":{}}],\"result\":{\"name\":\"result\",\"schema\":{}}},"
                        + "{\"name\":\"bought\",\"params\":[]}]}");
    }

    @Test
    void describeSpeaksTheDraftOf2006() {
        assertThat(ask("system.describe", new Described("Shop", DOCUMENT, PRICE, BOUGHT)))
                .isEqualTo("{\"sdversion\":\"1.0\",\"name\":\"Market\","
                        + "\"id\":\"urn:uuid:"
                        + java.util.UUID.nameUUIDFromBytes("Market".getBytes(StandardCharsets.UTF_8))
                        + "\",\"version\":\"1.2\",\"procs\":["
                        + "{\"name\":\"price\",\"summary\":\"What it costs.\",\"idempotent\":true,"
                        + "\"params\":[{\"name\":\"item\",\"type\":\"obj\"},{\"name\":\"cents\",\"type\":\"bit\"}],"
                        + "\"return\":{\"type\":\"num\"}},"
                        + "{\"name\":\"bought\",\"params\":[],\"return\":{\"type\":\"nil\"}}]}");
    }

    @Test
    void listMethodsNamesThemAll() {
        assertThat(ask("system.listMethods", new Described("Shop", DOCUMENT, PRICE, BOUGHT)))
                .isEqualTo("[\"price\",\"bought\",\"rpc.discover\",\"system.describe\",\"system.listMethods\"]");
    }
}
