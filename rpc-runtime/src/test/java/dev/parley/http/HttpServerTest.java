package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcErrorException;
import dev.parley.peer.Limits;
import dev.parley.peer.RpcServer;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.json.JsonSerializer;
import dev.parley.transport.ExchangeHandler.Outcome;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** What a server makes of HTTP's own: statuses, media types, clients that hang up. */
@Timeout(60)
class HttpServerTest {
    private static final String PLACE = "testhttp://127.0.0.1:0/rpc";
    private static final String CBOR = "application/cbor";

    private static String call(String method) {
        return RawHttp.post("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}");
    }

    /** 404 for an unknown method, 500 for other errors. */
    private static HttpResponseStatus status(Outcome outcome) {
        return outcome.kind() != Outcome.Kind.ERROR
                ? HttpSettings.usual(outcome)
                : outcome.errorCode() == -32601
                        ? HttpResponseStatus.NOT_FOUND
                        : HttpResponseStatus.INTERNAL_SERVER_ERROR;
    }

    @Test
    void theStatusSaysWhatTheAnswerSays() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new ArticleService())
                        .method("zero", params -> {
                            throw new RpcErrorException(0, "zero");
                        })
                        .transport(
                                HttpSettings.class,
                                new HttpSettings(HttpSettings.DEFAULT.types(), HttpServerTest::status))
                        .listen(PLACE)
                        .start();
                RawHttp client = new RawHttp(server.uri())) {
            client.send(call("none") + call("nope") + call("zero"));
            assertThat(client.answer()).isEqualTo("200 {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
            assertThat(client.answer())
                    .isEqualTo(
                            "404 {\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
            assertThat(client.answer())
                    .isEqualTo("500 {\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":0,\"message\":\"zero\"}}");
        }
    }

    @Test
    void aRequestOverTheLimitIsAnsweredInTheDialect() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new ArticleService())
                        .limits(Limits.DEFAULT.change().messageBytes(50).build())
                        .listen(PLACE)
                        .start();
                RawHttp client = new RawHttp(server.uri())) {
            client.send(RawHttp.post(" ".repeat(51)));
            assertThat(client.answer())
                    .isEqualTo(
                            "413 [connection: close] {\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32007,"
                                    + "\"message\":\"Request too large\",\"data\":\"the message is larger than the limit of 50 bytes\"}}");
        }
    }

    @Test
    void aClientThatHangsUpCancelsItsCalls() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<String> interrupted = new CompletableFuture<>();
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> {
                            inside.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.complete("interrupted");
                            }
                            return JsonValue.nothing();
                        })
                        .listen(PLACE)
                        .start();
                RawHttp client = new RawHttp(server.uri())) {
            client.send(call("wait"));
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            client.close();
            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isEqualTo("interrupted");
        }
    }

    /** The client names a media type, the transport reports it, the connection gets its serializer. */
    @Test
    void theMediaTypeOfAConnectionChoosesItsSerializer() throws Exception {
        Serializer cbor = BinarySerializer.cbor();
        try (RpcServer server = RpcServer.builder()
                .service(new ArticleService())
                .serializer(connection ->
                        CBOR.equals(connection.attributes().get("content-type")) ? cbor : JsonSerializer.INSTANCE)
                .transport(
                        HttpSettings.class,
                        new HttpSettings(Set.of("application/json", CBOR), HttpSettings.DEFAULT.statuses()))
                .listen(PLACE)
                .start()) {
            assertThat(exchange(server, "application/json", JsonMapper.shared()))
                    .isEqualTo("5 by application/json");
            assertThat(exchange(server, CBOR, new CBORMapper())).isEqualTo("5 by application/cbor");
        }
    }

    private static String exchange(RpcServer server, String type, ObjectMapper mapper) throws Exception {
        byte[] body = mapper.writeValueAsBytes(
                Map.of("jsonrpc", "2.0", "method", "add", "params", Map.of("a", 2, "b", 3), "id", 1));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri().replace("testhttp:", "http:")))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofByteArray());
        return mapper.readTree(response.body()).get("result") + " by "
                + response.headers().firstValue("content-type").orElse("none");
    }
}
