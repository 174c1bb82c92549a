package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the example says about itself: in its jars, and to whom asks the running server. */
class DescriptionTest {
    private RpcServer server;
    private Peer peer;

    @BeforeEach
    void serve() throws Exception {
        server = Serving.everything(new PhoneBook()).listen("tcp://127.0.0.1:0").start();
        peer = Peer.connect(server.uri());
    }

    @AfterEach
    void close() {
        peer.close();
        server.close();
    }

    private JsonValue ask(String question) {
        return peer.call(MethodDescriptor.untyped(question), (Object) null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.parley.example.api.Directory",
                "dev.parley.example.service.SpecificationExamples",
                "dev.parley.example.service.GoEcho"
            })
    void eachServicesDocumentIsValidOpenRpc(String service) throws Exception {
        try (InputStream in = DescriptionTest.class.getResourceAsStream("/META-INF/rpc/" + service + ".json")) {
            assertThat(in).isNotNull();
            String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(OpenRpcSchema.errors(document)).isEmpty();
        }
    }

    @Test
    void discoverGivesOneValidDocument() {
        JsonValue document = ask("rpc.discover");
        assertThat(OpenRpcSchema.errors(document.toString())).isEmpty();
        assertThat(document.toString())
                .startsWith("{\"openrpc\":\"1.4.1\",\"info\":{\"title\":\"Phone book\",\"version\":\"1.0.0\"},"
                        + "\"methods\":[{\"name\":\"echo\","
                        + "\"summary\":\"Gives back what it is given, to see whether anybody is there.\",")
                .contains("{\"name\":\"subtract\",", "{\"name\":\"RPCFunc.Echo\",")
                .contains("\"components\":{\"schemas\":{\"Person\":");
    }

    @Test
    void theMetaSchemaIsAskedInEarnest() {
        assertThat(OpenRpcSchema.errors(ask("rpc.discover").toString().replace("\"params\"", "\"parameters\"")))
                .isNotEmpty();
    }

    @Test
    void describeSpeaksTheDraftOf2006() {
        assertThat(ask("system.describe").toString())
                .startsWith("{\"sdversion\":\"1.0\",\"name\":\"Phone book\",\"id\":\"urn:uuid:")
                .contains("{\"name\":\"search\",\"summary\":\"Finds the people whom every given criterion fits.\","
                        + "\"params\":[{\"name\":\"number\",\"type\":\"num\"},{\"name\":\"last_name\",\"type\":\"str\"},"
                        + "{\"name\":\"first_name\",\"type\":\"str\"}],\"return\":{\"type\":\"arr\"}}");
    }

    @Test
    void listMethodsNamesThemAll() {
        assertThat(ask("system.listMethods"))
                .hasToString("[\"echo\",\"search\",\"uname\",\"log\","
                        + "\"subtract\",\"sum\",\"get_data\",\"update\",\"notify_hello\",\"notify_sum\","
                        + "\"RPCFunc.Echo\",\"rpc.discover\",\"system.describe\",\"system.listMethods\"]");
    }
}
