package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.transport.Address;
import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.Transport;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class LedTcpTest extends TcpTest {
    @Override
    protected Transport newTransport() {
        return new LedClients();
    }

    @Test
    void whatComesToIdleConnectionsIsReadByAWatcher() throws Exception {
        BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();
        Recorders servers = new Recorders();
        Recorders clients = new Recorders((recorder, frame) -> readers.add(Thread.currentThread()));
        connect(listen(options(), servers), options(), clients);
        servers.next().send("x");
        Thread reader = readers.take();
        assertThat(reader.getName()).startsWith("parley-io-watch-");
        assertThat(reader.isDaemon()).isTrue();
    }

    @Test
    void whoWaitsForAnAnswerReadsIt() throws Exception {
        CompletableFuture<Thread> answer = new CompletableFuture<>();
        Recorders clients = new Recorders((recorder, frame) -> answer.complete(Thread.currentThread()));
        Recorder client = connect(listen(options(), Recorders.echo()), options(), clients);
        client.connection().lead(() -> {
            client.send("x");
            return answer;
        });
        assertThat(answer.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void whoIsHandedAFrameDoesNotReadOn() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Recorders clients =
                new Recorders((recorder, frame) -> recorder.connection().lead(() -> never));
        Recorder client = connect(listen(options(), Recorders.echo()), options(), clients);
        client.send("x");
        assertThat(client.nextText()).isEqualTo("x");
        client.send("y");
        assertThat(client.nextText()).isEqualTo("y");
    }

    @Test
    void aFrameHasToBeCompleteInTimeForWhoConnectsToo() throws Exception {
        try (ServerSocketChannel server = RawPeer.listen(freePlace())) {
            Recorders clients = new Recorders();
            transport.connect(addressOf(server), options(1000, 10, Duration.ofMillis(150)), clients);
            try (RawPeer raw = new RawPeer(server.accept())) {
                raw.send("whole\nhalf");
                Recorder client = clients.next();
                assertThat(client.nextText()).isEqualTo("whole");
                assertThat(client.nextProblem().message()).isEqualTo("the message was not complete within 150 ms");
                assertThat(client.awaitEnded()).isEmpty();
            }
        }
    }

    @Test
    void whoConnectsGetsAnswersAndAHalfClose() throws Exception {
        try (ServerSocketChannel server = RawPeer.listen(freePlace())) {
            Recorders clients = new Recorders((recorder, frame) -> {}, false);
            transport.connect(addressOf(server), options(), clients);
            Recorder client = clients.next();
            try (RawPeer raw = new RawPeer(server.accept())) {
                raw.send("one\ntwo").endOutput();
                assertThat(client.nextText()).isEqualTo("one");
                assertThat(client.nextText()).isEqualTo("two");
                client.awaitInputEnded();
                client.send("answer");
                assertThat(raw.read(7)).isEqualTo("answer\n");
                client.close();
                assertThat(raw.readAll()).isEmpty();
                assertThat(client.awaitEnded()).isEmpty();
            }
        }
    }

    @Test
    void aPausedClientHoldsBackWhatItRead() throws Exception {
        try (ServerSocketChannel server = RawPeer.listen(freePlace())) {
            Recorders clients = new Recorders((recorder, frame) -> recorder.setReading(false));
            transport.connect(addressOf(server), options(), clients);
            Recorder client = clients.next();
            try (RawPeer raw = new RawPeer(server.accept())) {
                raw.send("1\n2\n3\n").endOutput();
                for (String expected : new String[] {"1", "2", "3"}) {
                    assertThat(client.nextText()).isEqualTo(expected);
                    assertThat(client.hasFrame()).isFalse();
                    client.setReading(true);
                }
                assertThat(client.awaitEnded()).isEmpty();
            }
        }
    }

    @Test
    void aResetEndsWhoConnectedWithItsCause() throws Exception {
        try (ServerSocketChannel server = RawPeer.listen(freePlace())) {
            Recorders clients = new Recorders();
            transport.connect(addressOf(server), options(), clients);
            SocketChannel accepted = server.accept();
            accepted.setOption(StandardSocketOptions.SO_LINGER, 0);
            accepted.close();
            Recorder client = clients.next();
            Optional<java.io.IOException> why = client.awaitEnded();
            assertThat(why)
                    .get()
                    .satisfies(e -> assertThat(e)
                            .hasMessage("the connection to " + client.info().remote() + " broke: Connection reset"));
        }
    }

    private static Address addressOf(ServerSocketChannel server) throws java.io.IOException {
        return Address.parse("tcp://127.0.0.1:" + server.socket().getLocalPort());
    }
}
