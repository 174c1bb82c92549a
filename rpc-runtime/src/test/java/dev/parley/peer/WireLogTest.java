package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.codec.KeyCodecs;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.conformance.SpecService;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the wire log shows, and what it never does. */
@Timeout(30)
class WireLogTest {
    private static final String SECRET = "hunter2";
    private static final MethodDescriptor<String> LOGIN = MethodDescriptor.call("login", Codecs.STRING)
            .parameter(Parameter.required("user", Codecs.STRING))
            .parameter(Parameter.required("password", Codecs.STRING).secret())
            .secretResult()
            .build();
    private static final MethodDescriptor<JsonValue> STORE = MethodDescriptor.call("store", Codecs.JSON_VALUE)
            .parameter(Parameter.required("record", Codecs.JSON_VALUE))
            .secretMembers("pin")
            .byName()
            .build();

    private static final MethodDescriptor<@Nullable Void> OPEN = MethodDescriptor.call("open")
            .parameter(Parameter.required(
                    "key", Codecs.map(KeyCodecs.STRING, Codecs.map(KeyCodecs.STRING, Codecs.STRING))))
            .secretMembers("pin")
            .build();

    private final BlockingQueue<String> atServer = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> atClient = new LinkedBlockingQueue<>();

    private static final class Vault implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("Vault", List.of(LOGIN, STORE, OPEN), false, () -> null);
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            if (method == 2) {
                return null;
            }
            if (method == 1) {
                return arguments.get(0);
            }
            String password = arguments.get(1);
            if (password.startsWith("!")) {
                throw new RpcErrorException(new RpcError(7, "refused", JsonValue.of("not " + password)));
            }
            return "token for " + password;
        }
    }

    private static String next(BlockingQueue<String> lines) throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("no line in time");
        }
        return line;
    }

    private RpcServer serve(String uri) throws Exception {
        return serve(uri, JsonSerializer.INSTANCE);
    }

    private RpcServer serve(String uri, Serializer serializer) throws Exception {
        return RpcServer.builder()
                .serializer(serializer)
                .service(new SpecService())
                .service(new Vault())
                .service("v2.", new Vault())
                .wireLog(WireLog.to(atServer::add))
                .listen(uri)
                .start();
    }

    @Test
    void aConnectionReadsLikeKoeblersLog() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .wireLog(WireLog.to(atServer::add))
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().wireLog(WireLog.to(atClient::add)).connect(uri)) {
            assertThat(next(atServer)).isEqualTo("listen " + uri);
            peer.call(MethodDescriptor.untyped("sum"), JsonValue.array(JsonValue.of(1)));
            String remote = next(atServer).replace(" connected", "");
            assertThat(remote).startsWith(uri.substring(7) + "#");
            assertThat(next(atServer))
                    .isEqualTo(remote + " --> {\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1],\"id\":0}");
            assertThat(next(atServer)).isEqualTo(remote + " <-- {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":1}");
            peer.close();
            assertThat(next(atServer)).isEqualTo(remote + " close");
            server.close();
            assertThat(next(atServer)).isEqualTo("close " + uri);
            String place = uri.substring(7);
            assertThat(next(atClient)).isEqualTo("connect to " + place);
            assertThat(next(atClient))
                    .isEqualTo(place + " --> {\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1],\"id\":0}");
            assertThat(next(atClient)).isEqualTo(place + " <-- {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":1}");
            assertThat(next(atClient)).isEqualTo(place + " close");
        }
    }

    @Test
    void aFileGetsLinesWithTime(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("wire.log");
        Files.writeString(file, "before\n");
        String uri = Places.next("");
        RpcServer.builder()
                .wireLog(WireLog.to(file).withTimestamps())
                .listen(uri)
                .start()
                .close();
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("before"),
                        line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d listen " + uri),
                        line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d close " + uri));
    }

    @Test
    void aLogThatFailsFailsNoCall() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .wireLog(WireLog.to((String line) -> {
                            throw new IllegalStateException("disk full");
                        }))
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            assertThat(peer.call(MethodDescriptor.untyped("sum"), JsonValue.nothing()))
                    .isEqualTo(JsonValue.of(0));
        }
    }

    @Test
    void longMessagesAreCutAndLinesNeverBreak() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            next(atServer);
            client.ask("{\"jsonrpc\":\"2.0\",\r\n\"method\":\"echo\",\n\"params\":[\"" + "x".repeat(9000)
                    + "\"],\"id\":1}");
            String remote = next(atServer).replace(" connected", "");
            String line = next(atServer);
            assertThat(line)
                    .startsWith(remote + " --> {\"jsonrpc\":\"2.0\"")
                    .endsWith("x… (9054 characters)")
                    .hasSizeLessThan(8300);
            next(atServer);
            client.ask("\u001b[31m\u0085\n@");
            assertThat(next(atServer)).isEqualTo(remote + " --> (9 bytes that are not a message)");
        }
    }

    @Test
    void garbageIsCountedAndShownInPartAtMost() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .wireLog(WireLog.to(atServer::add))
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            next(atServer);
            client.send("\u001b" + "y".repeat(500));
            String remote = next(atServer).replace(" connected", "");
            assertThat(next(atServer))
                    .isEqualTo(remote + " --> (501 bytes that are not a message: \\u001b" + "y".repeat(79) + "…)");
        }
    }

    static List<Serializer> serializers() {
        return List.of(JsonSerializer.INSTANCE, BinarySerializer.cbor(), BinarySerializer.smile());
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void secretsAreHiddenInEveryPosition(Serializer serializer) throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri, serializer);
                Peer peer = Peer.builder()
                        .serializer(serializer)
                        .wireLog(WireLog.to(atClient::add))
                        .connect(uri)) {
            for (Caller caller : List.of(peer, peer.at("v2."))) {
                assertThat(caller.call(LOGIN, "me", SECRET)).isEqualTo("token for " + SECRET);
                assertThat(catchThrowable(() -> caller.call(LOGIN, "me", "!" + SECRET)))
                        .hasMessage("refused (7): \"not !" + SECRET + "\"");
                JsonValue nested = JsonValue.object(
                        Map.entry("name", JsonValue.of("shown")),
                        Map.entry("list", JsonValue.array(JsonValue.object(Map.entry("pin", JsonValue.of(SECRET))))));
                assertThat(caller.call(STORE, nested)).isEqualTo(nested);
                CallBatch batch = caller.batch();
                batch.call(LOGIN, "me", SECRET);
                batch.notify(LOGIN, "me", SECRET);
                batch.call(STORE, nested);
                batch.send().get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(String.join("\n", atServer))
                .doesNotContain(SECRET)
                .contains("shown", "\"me\"", "\"***\"", "refused");
        assertThat(String.join("\n", atClient))
                .doesNotContain(SECRET)
                .contains("shown", "\"me\"", "\"***\"", "refused");
    }

    @Test
    void binaryMessagesAreShownAsJson() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .serializer(BinarySerializer.cbor())
                        .wireLog(WireLog.to(atServer::add))
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().serializer(BinarySerializer.cbor()).connect(uri);
                RawConnection garbage = RawConnection.connect(uri)) {
            next(atServer);
            // Each connection tells of itself on a thread of its own.
            List<String> remotes = Stream.of(next(atServer), next(atServer))
                    .map(line -> line.replace(" connected", ""))
                    .sorted()
                    .toList();
            String remote = remotes.get(0);
            String other = remotes.get(1);
            peer.call(MethodDescriptor.untyped("sum"), JsonValue.array(JsonValue.of(1)));
            assertThat(next(atServer))
                    .isEqualTo(remote + " --> {\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1],\"id\":0}");
            assertThat(next(atServer)).isEqualTo(remote + " <-- {\"jsonrpc\":\"2.0\",\"id\":0,\"result\":1}");
            garbage.send("{\"id\":" + "1".repeat(200));
            assertThat(next(atServer))
                    .isEqualTo(other + " --> (206 bytes that are not a message: 7b226964223a" + "31".repeat(34) + "…)");
        }
    }

    @Test
    void secretsAreHiddenInWhatIsAlmostRight() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            String call = "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":%s,\"id\":%s}";
            client.ask(String.format(call, "{\"password\":\"" + SECRET + "\",\"user\":\"me\"}", "1.0"));
            client.ask(String.format(call, "{\"Password\":\"" + SECRET + "\",\"user\":\"me\"}", "\"a\""));
            client.ask(String.format(call, "[\"me\",\"x\",\"" + SECRET + "\"]", "2"));
            client.ask(String.format(call, "\"" + SECRET + "\"", "3"));
            client.ask("[" + String.format(call, "[\"me\",\"" + SECRET + "\"]", "4") + "]");
            client.ask("{\"method\":\"login\",\"params\":[\"me\",\"" + SECRET + "\"],\"id\":5}");
            client.ask("{\"jsonrpc\":\"2.0\",\"meth\\u006fd\":\"l\\u006fgin\",\"params\":[\"me\",\"" + SECRET
                    + "\"],\"id\":6}");
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":[\"me\",\"" + SECRET + "\"");
            // An answer that nobody asked for may be one that was asked for long ago.
            client.send("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":\"" + SECRET + "\"}");
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":8}");
        }
        assertThat(String.join("\n", atServer))
                .doesNotContain(SECRET)
                .contains("\"id\":8,\"result\":0}")
                .contains("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":\"***\"}");
    }

    private String logged(String... messages) throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            for (String message : messages) {
                client.send(message.replace('\'', '"'));
            }
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":\"last\"}");
        }
        return String.join("\n", atServer);
    }

    @Test
    void anIdTwiceInFlightHidesBothAnswers() throws Exception {
        String login = "{'jsonrpc':'2.0','method':'login','params':['me','hunter2'],'id':1}";
        String sum = "{'jsonrpc':'2.0','method':'sum','params':[1],'id':1.0}";
        for (String[] order : new String[][] {{login, sum}, {sum, login}, {login, sum, login, sum}}) {
            assertThat(logged(order)).doesNotContain(SECRET).contains("\"result\":\"***\"");
        }
    }

    @Test
    void aMemberTwiceHidesTheMessage() throws Exception {
        assertThat(logged(
                        "{'jsonrpc':'2.0','method':'login','method':'sum','params':['me','hunter2'],'id':1}",
                        "{'jsonrpc':'2.0','method':'sum','method':'login','params':['me','hunter2'],'id':2}",
                        "{'jsonrpc':'2.0','method':'login','params':[1],'params':['me','hunter2'],'id':3}",
                        "{'jsonrpc':'2.0','method':'store','params':{'record':{'pin':1,'pin':'hunter2'}},'id':4}"))
                .doesNotContain(SECRET)
                .contains("bytes that are not a message)");
    }

    /** What the codec does not read may be the secret itself. */
    @Test
    void aTextInPlaceOfARecordIsHidden() throws Exception {
        assertThat(logged(
                        "{'jsonrpc':'2.0','method':'store','params':{'record':'hunter2'},'id':1}",
                        "{'jsonrpc':'2.0','method':'store','params':['hunter2'],'id':2}",
                        "{'jsonrpc':'2.0','method':'open','params':['hunter2'],'id':3}",
                        "{'jsonrpc':'2.0','method':'open','params':[{'account':'hunter2'}],'id':4}",
                        "{'jsonrpc':'2.0','method':'open','params':[{'account':['hunter2']}],'id':5}",
                        "{'jsonrpc':'2.0','method':'open','params':{'key':['hunter2']},'id':6}"))
                .doesNotContain(SECRET);
        assertThat(
                        logged(
                                "{'jsonrpc':'2.0','method':'open','params':[{'account':{'pin':'hunter2','name':'shown'}}],'id':1}"))
                .doesNotContain(SECRET)
                .contains("{\"account\":{\"pin\":\"***\",\"name\":\"shown\"}}");
    }

    @Test
    void whatIsNotACallOfAKnownMethodIsHidden() throws Exception {
        assertThat(logged(
                        "{'jsonrpc':'2.0','method':'Login','params':['me','hunter2'],'id':1}",
                        "{'jsonrpc':'2.0','method':['login','hunter2'],'id':2}",
                        "{'jsonrpc':'2.0','method':'login','Params':['me','hunter2'],'id':3}",
                        "{'jsonrpc':'2.0','params':['me','hunter2'],'id':4}",
                        "{'jsonrpc':'2.0','method':'login','params':['me'],'result':'hunter2','id':5}",
                        "{'jsonrpc':'2.0','method':'login','params':['me'],'id':{'x':'hunter2'}}",
                        "{'jsonrpc':'2.0','id':6,'error':'hunter2'}",
                        "{'jsonrpc':'2.0','id':7,'error':{'code':1,'message':['hunter2'],'data':'hunter2'}}",
                        "['hunter2']",
                        "'hunter2'"))
                .doesNotContain(SECRET);
    }

    @Test
    void anIdOfAnySizeComesBack() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            for (String id : List.of("1e99999999999", "-1E+99999999999", "1e-99999999999", "0e99999999999")) {
                assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":" + id + "}"))
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":0}");
            }
        }
        assertThat(String.join("\n", atServer)).contains("\"id\":1e99999999999}", "\"id\":1e99999999999,\"result\":0}");
    }
}
