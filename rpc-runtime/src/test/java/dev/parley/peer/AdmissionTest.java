package dev.parley.peer;

import static dev.parley.peer.Bodies.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.RpcErrorException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interceptors of the serving side decide before anything is read, and see whatever has a name. */
@Timeout(30)
class AdmissionTest {
    @Test
    void whoIsRefusedLearnsNothingOfArgumentsOrMethods() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .interceptor((call, next) -> {
                            throw new RpcErrorException(-32015, "Forbidden");
                        })
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            String forbidden = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32015,\"message\":\"Forbidden\"}}";
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[5],\"id\":1}"))
                    .isEqualTo(forbidden);
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"id\":1}"))
                    .isEqualTo(forbidden);
        }
    }

    @Test
    void unknownMethodsAndWrongArgumentsAreSeenAsTheyEnd() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .interceptor((call, next) -> next.proceed()
                                .whenComplete((value, thrown) -> seen.add(call.name() + " " + call.isKnown() + " "
                                        + (thrown instanceof RpcErrorException error ? error.code() : thrown))))
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[5],\"id\":1}");
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"id\":1}");
            client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1}");
            assertThat(seen).containsExactly("work true -32602", "unknown false -32601", "work true null");
        }
    }

    @Test
    void theLogOfAFailedCallNamesConnectionAndCaller() throws Exception {
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Handler capture = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getMessage().startsWith("the call of work from memory ")) {
                    lines.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.parley.call");
        logger.addHandler(capture);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            throw new IllegalStateException("broken");
                        }))
                        .interceptor((call, next) -> {
                            call.identify(() -> "jim");
                            return next.proceed();
                        })
                        .listen(Places.next(""))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            Throwable thrown = catchThrowable(() -> peer.call(WORK, "a"));
            String id = String.valueOf(((RpcErrorException) thrown).data()).replaceAll(".*:\"|\"}", "");
            assertThat(lines.poll(10, TimeUnit.SECONDS))
                    .matches(
                            "the call of work from memory \\S+ by jim failed with java\\.lang\\.IllegalStateException, which"
                                    + " the method does not declare; its caller was told the correlation id " + id);
        } finally {
            logger.removeHandler(capture);
        }
    }
}
