package dev.parley.http;

import static dev.parley.http.RawHttp.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TestHttpTransportTest {
    private final List<AutoCloseable> closeables = new ArrayList<>();
    private final Requests requests = new Requests();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
    }

    private Listener listen(TransportOptions options) throws IOException {
        Listener listener =
                new TestHttpTransport().listen(Address.parse("testhttp://127.0.0.1:0/rpc"), options, requests);
        closeables.add(listener);
        return listener;
    }

    private RawHttp connect(Listener listener) throws IOException {
        RawHttp client = new RawHttp(listener.address().toUri());
        closeables.add(client);
        return client;
    }

    private RawHttp connect() throws IOException {
        return connect(listen(TransportOptions.DEFAULT));
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrderOverOneConnection() throws Exception {
        RawHttp client = connect();
        client.send(post("1") + post("2") + post("3"));
        Request first = requests.next();
        Request second = requests.next();
        Request third = requests.next();
        third.answer("3!");
        second.answer("2!");
        first.answer("1!");
        assertThat(client.answer()).isEqualTo("200 1!");
        assertThat(client.answer()).isEqualTo("200 2!");
        assertThat(client.answer()).isEqualTo("200 3!");
        client.send(post("4"));
        requests.next().answer("4!");
        assertThat(client.answer()).isEqualTo("200 4!");
        assertThat(requests.connections).hasSize(1);
    }

    @Test
    void headersAndTheConnectionAreKnown() throws Exception {
        RawHttp client = connect();
        client.send(post("x", "Parley-Timeout: 100"));
        Request request = requests.next();
        assertThat(request.exchange.header("parley-timeout")).isEqualTo("100");
        assertThat(request.exchange.header("none")).isNull();
        assertThat(request.exchange.connection().attributes()).containsEntry("content-type", "application/json");
        request.answer("x");
        assertThat(client.answer()).isEqualTo("200 x");
    }

    @Test
    void severalPartsAreLinesOfOneAnswer() throws Exception {
        RawHttp client = connect();
        client.send(post("x"));
        Request request = requests.next();
        request.path.part(Frame.utf8("1"));
        request.path.part(Frame.utf8("2"));
        request.answer("3");
        assertThat(client.answer()).isEqualTo("200 1\n2\n3");
    }

    @Test
    void anAnswerIsGivenOnce() throws Exception {
        RawHttp client = connect();
        client.send(post("x"));
        Request request = requests.next();
        request.answer("x");
        assertThatThrownBy(() -> request.answer("y")).hasMessage("this request has been answered before");
        assertThatThrownBy(() -> request.path.part(Frame.utf8("y")))
                .hasMessage("this request has been answered before");
    }

    @Test
    void aBodyOverTheLimitReachesTheHandlerAndIsRefusedBeforeItIsRead() throws Exception {
        Listener listener = listen(TransportOptions.DEFAULT.change().maxFrame(3).build());
        RawHttp declared = connect(listener);
        declared.send("POST /rpc HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000000\r\n\r\n");
        assertThat(declared.answer())
                .isEqualTo("413 [connection: close] the message is larger than the limit of 3 bytes");
        assertThat(declared.isAtEnd()).isTrue();
        RawHttp chunked = connect(listener);
        chunked.send("POST /rpc HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n");
        assertThat(chunked.answer())
                .isEqualTo("413 [connection: close] the message is larger than the limit of 3 bytes");
        RawHttp fits = connect(listener);
        fits.send(post("abc"));
        requests.next().answer("x");
        assertThat(fits.answer()).isEqualTo("200 x");
    }

    @Test
    void aClientThatHangsUpAbandonsWhatItAskedFor() throws Exception {
        RawHttp client = connect();
        client.send(post("1") + post("2"));
        Request first = requests.next();
        Request second = requests.next();
        client.close();
        assertThat(first.abandoned.get(20, TimeUnit.SECONDS)).hasMessage("the client hung up");
        assertThat(second.abandoned.get(20, TimeUnit.SECONDS)).hasMessage("the client hung up");
        assertThat(requests.ended.get(20, TimeUnit.SECONDS)).isEqualTo(End.CLOSED_BY_PEER);
        first.answer("dropped");
    }

    @Test
    void aListenerThatClosesEndsIdleConnectionsAndAnswersWhatHasCome() throws Exception {
        Listener listener = listen(TransportOptions.DEFAULT);
        RawHttp client = connect(listener);
        client.send(post("1"));
        Request request = requests.next();
        RawHttp idle = connect(listener);
        idle.send(post("2"));
        requests.next().answer("2!");
        assertThat(idle.answer()).isEqualTo("200 2!");
        listener.close();
        assertThat(idle.isAtEnd()).isTrue();
        request.answer("1!");
        assertThat(client.answer()).isEqualTo("200 1!");
        assertThat(client.isAtEnd()).isTrue();
        client.close();
        idle.close();
        assertThat(requests.ended.get(20, TimeUnit.SECONDS)).isEqualTo(new End.ClosedHere(CloseReason.GOING_AWAY));
    }

    @Test
    void whatTheHeadForbidsNeverReachesTheHandler() throws Exception {
        Listener listener = listen(TransportOptions.DEFAULT);
        refused(listener, "POST /rpc HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "400 [connection: close]");
        refused(listener, post("", "Host: other"), "400 [connection: close]");
        refused(listener, post("").replace("/rpc", "/other"), "404 [connection: close]");
        refused(listener, post("").replace("POST", "GET"), "405 [connection: close] [allow: POST]");
        refused(listener, post("").replace("application/json", "text/plain"), "415 [connection: close]");
        refused(
                listener,
                "POST /rpc HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\nContent-Length: 0\r\n\r\n",
                "415 [connection: close]");
        refused(listener, post("", "Content-Encoding: gzip"), "415 [connection: close]");
        refused(listener, post("", "Expect: miracles"), "417 [connection: close]");
        refused(listener, post("", "Content-Length: 1"), "400 [connection: close]");
        refused(listener, "nonsense\r\n\r\n", "400");
        refused(listener, "POST /" + "x".repeat(5000) + " HTTP/1.1\r\n\r\n", "414");
        refused(listener, post("", "X: " + "x".repeat(9000)), "431 [connection: close]");
        refused(
                listener,
                "POST /rpc HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "501 [connection: close]");
        assertThat(requests.came).isEmpty();
    }

    /** What comes after a refusal in the same read is dropped: it might be the body. */
    private void refused(Listener listener, String request, String answer) throws IOException {
        try (RawHttp client = new RawHttp(listener.address().toUri())) {
            client.send(request + post("smuggled"));
            assertThat(client.answer()).isEqualTo(answer);
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void aClientThatWantsToBeAskedForTheBodyIsAskedOnlyAfterTheHeadWasAccepted() throws Exception {
        RawHttp client = connect();
        client.send("POST /rpc HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        assertThat(client.answer()).isEqualTo("100");
        client.send("x");
        requests.next().answer("y");
        assertThat(client.answer()).isEqualTo("200 y");
    }

    @Test
    void requestsBeyondThePipelinesLimitAreRefusedInOrder() throws Exception {
        RawHttp client = connect();
        client.send(post("x").repeat(HttpConnection.MAX_WAITING + 5));
        List<Request> taken = new ArrayList<>();
        for (int i = 0; i < HttpConnection.MAX_WAITING; i++) {
            taken.add(requests.next());
        }
        for (Request request : taken) {
            request.answer("y");
            assertThat(client.answer()).isEqualTo("200 y");
        }
        assertThat(client.answer()).isEqualTo("503 [connection: close]");
        assertThat(client.isAtEnd()).isTrue();
        assertThat(requests.came).isEmpty();
    }

    @Test
    void settingsReachTheTransportThroughItsOptions() throws Exception {
        HttpSettings settings = new HttpSettings(
                Set.of("application/x"),
                outcome -> HttpResponseStatus.valueOf(500 + Math.abs(outcome.errorCode()) % 10));
        Listener listener = listen(TransportOptions.DEFAULT
                .change()
                .with(HttpSettings.class, settings)
                .build());
        RawHttp client = connect(listener);
        client.send(post("x").replace("application/json", "application/x; charset=utf-8"));
        requests.next().path.reply(null, ExchangeHandler.Outcome.error(-32603));
        assertThat(client.answer()).isEqualTo("503");
        client.send(post("x"));
        assertThat(client.answer()).isEqualTo("415 [connection: close]");
    }

    /** One request that came. */
    private static final class Request {
        private final ExchangeHandler.IncomingExchange exchange;
        private final ExchangeHandler.ReplyPath path;
        private final CompletableFuture<IOException> abandoned = new CompletableFuture<>();

        Request(ExchangeHandler.IncomingExchange exchange, ExchangeHandler.ReplyPath path) {
            this.exchange = exchange;
            this.path = path;
        }

        void answer(String text) {
            path.reply(Frame.utf8(text), ExchangeHandler.Outcome.RESULT);
        }
    }

    /** Keeps what comes, for the test to answer. */
    private static final class Requests implements Acceptor, ExchangeHandler {
        private final BlockingQueue<Request> came = new LinkedBlockingQueue<>();
        private final List<ConnectionInfo> connections = new CopyOnWriteArrayList<>();
        private final CompletableFuture<End> ended = new CompletableFuture<>();

        Request next() throws InterruptedException {
            Request next = came.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            throw new UnsupportedOperationException("exchanges only");
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            connections.add(from);
            return this;
        }

        @Override
        public Handling request(IncomingExchange exchange, ReplyPath reply) {
            Request request = new Request(exchange, reply);
            came.add(request);
            return request.abandoned::complete;
        }

        @Override
        public void unreadable(UnreadableException why, IncomingExchange head, ReplyPath reply) {
            reply.reply(Frame.utf8(why.getMessage()), Outcome.error(-32600));
        }

        @Override
        public void ended(End why) {
            ended.complete(why);
        }
    }
}
