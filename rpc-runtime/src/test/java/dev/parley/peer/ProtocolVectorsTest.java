package dev.parley.peer;

import static dev.parley.peer.Bodies.WORK;
import static dev.parley.peer.Bodies.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.CallContext;
import dev.parley.contract.CallOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The messages that docs/protocol.md shows under "Extensions" are what a client sends and what a server answers. */
@Timeout(60)
class ProtocolVectorsTest {
    private static List<String> vectors() throws Exception {
        String page = Files.readString(Path.of("../docs/protocol.md"));
        String section = page.substring(page.indexOf("## Extensions"), page.indexOf("### Exchanges"));
        return section.lines()
                .filter(line -> line.startsWith("--> ") || line.startsWith("<-- "))
                .toList();
    }

    private static String message(String vector) {
        return vector.substring(4);
    }

    @Test
    void thePageShowsEachMessageOnce() throws Exception {
        assertThat(vectors())
                .extracting(line -> line.substring(0, 3))
                .containsExactly("-->", "<--", "-->", "<--", "-->", "<--");
    }

    @Test
    void aClientSendsThem() throws Exception {
        List<String> vectors = vectors();
        LinkedBlockingQueue<JsonValue> progress = new LinkedBlockingQueue<>();
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri)) {
            CompletableFuture<Peer> connecting = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            connecting.complete(Peer.builder().extended().connect(uri));
                        } catch (Throwable e) {
                            connecting.completeExceptionally(e);
                        }
                    })
                    .start();
            RawConnection server = place.accept();
            assertThat(server.next()).isEqualTo(message(vectors.get(0)));
            server.send(message(vectors.get(1)));
            try (Peer peer = soon(connecting)) {
                CompletableFuture<String> call = peer.with(CallOptions.NONE
                                .timeout(Duration.ofMinutes(2))
                                .metadata("tenant", "blue")
                                .onProgress(progress::add))
                        .callAsync(WORK, "a");
                assertThat(server.next()).isEqualTo(message(vectors.get(2)));
                server.send(message(vectors.get(3)));
                assertThat(progress.poll(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.of(50));
                call.cancel(true);
                assertThat(server.next()).isEqualTo(message(vectors.get(4)));
            }
        }
    }

    @Test
    void aServerAnswersThem() throws Exception {
        List<String> vectors = vectors();
        String uri = Places.next("");
        CompletableFuture<String> seen = new CompletableFuture<>();
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            CallContext call = CallContext.current();
                            seen.complete(call.metadata("Tenant") + " "
                                    + (call.timeLeft().orElseThrow().toSeconds() > 60));
                            call.progress(JsonValue.of(50));
                            new CountDownLatch(1).await();
                            return value;
                        }))
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask(message(vectors.get(0)))).isEqualTo(message(vectors.get(1)));
            assertThat(client.ask(message(vectors.get(2)))).isEqualTo(message(vectors.get(3)));
            assertThat(soon(seen)).isEqualTo("blue true");
            assertThat(client.ask(message(vectors.get(4)))).isEqualTo(message(vectors.get(5)));
        }
    }
}
