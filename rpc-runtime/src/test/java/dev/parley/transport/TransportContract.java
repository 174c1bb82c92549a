package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.frame.Frame;
import dev.parley.framing.Framing;
import dev.parley.framing.Framings;
import dev.parley.framing.UnreadableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every duplex transport keeps to. */
@Timeout(60)
public abstract class TransportContract {
    private static final int MAX_FRAME = 4 << 20;

    private final List<AutoCloseable> closeables = new ArrayList<>();
    private final List<Recorders> recorders = new ArrayList<>();

    /** The transport. */
    protected Transport transport;

    /** Makes the transport. */
    protected abstract Transport newTransport();

    /** A place where nobody listens. */
    protected abstract Address freePlace() throws IOException;

    /** How messages are told apart. */
    protected Framing framing() {
        return Framings.LINE;
    }

    /** The usual limits. */
    protected TransportOptions options() {
        return options(MAX_FRAME, 10_000, Duration.ZERO);
    }

    /** Chosen limits. */
    protected TransportOptions options(int maxFrame, int maxConnections, Duration partialFrameTimeout) {
        return TransportOptions.DEFAULT
                .change()
                .maxFrame(maxFrame)
                .maxConnections(maxConnections)
                .partialFrameTimeout(partialFrameTimeout)
                .framing(framing())
                .build();
    }

    @BeforeEach
    void makeTransport() {
        transport = newTransport();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
        recorders.forEach(Recorders::assertNoViolations);
    }

    /** Listens, until the test is over. */
    protected Listener listen(TransportOptions options, Recorders acceptor) throws IOException {
        recorders.add(acceptor);
        Listener listener = transport.listen(freePlace(), options, acceptor);
        closeables.add(listener);
        return listener;
    }

    /** Connects, until the test is over. */
    protected Recorder connect(Listener listener) throws Exception {
        return connect(listener, options(), new Recorders());
    }

    /** Connects, until the test is over. */
    protected Recorder connect(Listener listener, TransportOptions options, Recorders acceptor) throws Exception {
        recorders.add(acceptor);
        Connection connection = transport.connect(listener.address(), options, acceptor);
        closeables.add(connection::close);
        Recorder recorder = acceptor.next();
        assertThat(recorder.connection).isSameAs(connection);
        return recorder;
    }

    @Test
    void framesArriveInOrderInBothDirections() throws Exception {
        Recorders servers = new Recorders();
        Recorder client = connect(listen(options(), servers));
        Recorder server = servers.next();
        for (int i = 0; i < 20_000; i++) {
            client.connection.send(Frame.utf8("to server " + i));
            server.connection.send(Frame.utf8("to client " + i));
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(server.nextText()).isEqualTo("to server " + i);
            assertThat(client.nextText()).isEqualTo("to client " + i);
        }
    }

    @Test
    void framesOfManySizesComeBack() throws Exception {
        Recorder client = connect(listen(options(), Recorders.echo()));
        Random random = new Random(7);
        List<Integer> sizes = new ArrayList<>(List.of(1, 2, 100, 65_534, 65_535, 65_536, 65_537, 1 << 20));
        random.ints(60, 1, 200_000).forEach(sizes::add);
        sizes.forEach(size -> client.connection.send(Frame.kept(text(random.nextInt(), size))));
        random.setSeed(7);
        random.ints(60, 1, 200_000).sum();
        for (int size : sizes) {
            assertThat(client.nextFrame().toByteArray()).isEqualTo(text(random.nextInt(), size));
        }
    }

    private static byte[] text(int seed, int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    @Test
    void bytesAreCopiedBeforeSendReturns() throws Exception {
        Recorder client = connect(listen(options(), Recorders.echo()));
        byte[] bytes = new byte[100];
        for (int i = 0; i < 1000; i++) {
            Arrays.fill(bytes, (byte) ('a' + i % 26));
            client.connection.send(Frame.onLoan(bytes, 10, 20));
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(client.nextText())
                    .isEqualTo(String.valueOf((char) ('a' + i % 26)).repeat(10));
        }
    }

    @Test
    void manyThreadsMaySendAtOnce() throws Exception {
        Recorders servers = new Recorders();
        Recorder client = connect(listen(options(), servers));
        int threads = 8;
        int each = 2_000;
        CountDownLatch go = new CountDownLatch(1);
        for (int t = 0; t < threads; t++) {
            int number = t;
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < each; i++) {
                    client.connection.send(Frame.utf8(number + " " + i));
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        go.countDown();
        Recorder server = servers.next();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < threads * each; i++) {
            String[] parts = server.nextText().split(" ");
            assertThat(Integer.parseInt(parts[1])).isEqualTo(seen.getOrDefault(parts[0], 0));
            seen.merge(parts[0], 1, Integer::sum);
        }
    }

    @Test
    void framesAreDeliveredOnAnotherThreadThanTheSenders() throws Exception {
        Thread me = Thread.currentThread();
        Recorders servers = new Recorders((recorder, frame) ->
                recorder.connection.send(Frame.utf8(Thread.currentThread() == me ? "sender's" : "another")));
        Recorder client = connect(listen(options(), servers));
        client.connection.send(Frame.utf8("x"));
        assertThat(client.nextText()).isEqualTo("another");
    }

    @Test
    void closingEndsBothSidesOnceWithoutACause() throws Exception {
        for (boolean clientCloses : List.of(true, false)) {
            Recorders servers = new Recorders();
            Recorder client = connect(listen(options(), servers));
            Recorder server = servers.next();
            Recorder closer = clientCloses ? client : server;
            Recorder other = clientCloses ? server : client;
            closer.connection.send(Frame.utf8("last"));
            closer.connection.close();
            closer.connection.close();
            assertThat(other.nextText()).isEqualTo("last");
            other.awaitInputEnded();
            assertThat(other.awaitEnded()).isEmpty();
            assertThat(closer.awaitEnded()).isEmpty();
            closer.connection.send(Frame.utf8("nobody gets this"));
            closer.connection.close();
            other.connection.close();
        }
    }

    @Test
    void anEndSaysWhichEndClosedAndWhy() throws Exception {
        CloseReason reason = new CloseReason(CloseReason.Kind.POLICY, "enough");
        for (boolean clientCloses : List.of(true, false)) {
            Recorders servers = new Recorders((recorder, frame) -> {}, false);
            Recorder client =
                    connect(listen(options(), servers), options(), new Recorders((recorder, frame) -> {}, false));
            Recorder server = servers.next();
            Recorder closer = clientCloses ? client : server;
            Recorder other = clientCloses ? server : client;
            closer.connection.close(reason);
            End seen = new End.ClosedByPeer(toldToPeer(reason));
            assertThat(other.awaitInputEnded()).isEqualTo(seen);
            other.connection.close();
            assertThat(other.end()).isEqualTo(seen);
            assertThat(closer.end()).isEqualTo(new End.ClosedHere(reason));
        }
    }

    /** What the transport lets the peer know of a reason. */
    protected CloseReason toldToPeer(CloseReason reason) {
        return CloseReason.NORMAL;
    }

    @Test
    void everythingSentBeforeCloseArrives() throws Exception {
        Recorders servers = new Recorders();
        Recorder client = connect(listen(options(), servers));
        byte[] large = text(1, 1 << 20);
        for (int i = 0; i < 5; i++) {
            client.connection.send(Frame.kept(large));
        }
        client.connection.close();
        Recorder server = servers.next();
        for (int i = 0; i < 5; i++) {
            assertThat(server.nextFrame().toByteArray()).isEqualTo(large);
        }
        assertThat(server.awaitEnded()).isEmpty();
    }

    @Test
    void closingFromTheHandlerEndsTheConnection() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> {
            recorder.connection.send(Frame.utf8("bye"));
            recorder.connection.close();
        });
        Recorder client = connect(listen(options(), servers));
        client.connection.send(Frame.utf8("one"));
        client.connection.send(Frame.utf8("two"));
        assertThat(client.nextText()).isEqualTo("bye");
        assertThat(client.awaitEnded()).isEmpty();
        Recorder server = servers.next();
        assertThat(server.awaitEnded()).isEmpty();
        assertThat(server.nextText()).isEqualTo("one");
        assertThat(server.hasFrame()).isFalse();
    }

    @Test
    void readingPausesAndGoesOn() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> recorder.connection.setReading(false));
        Recorder client = connect(listen(options(), servers));
        Recorder server = servers.next();
        for (int i = 0; i < 100; i++) {
            client.connection.send(Frame.utf8("message " + i));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(server.nextText()).isEqualTo("message " + i);
            server.connection.setReading(true);
        }
    }

    @Test
    void aPeerThatDoesNotReadIsNoticedAndCatchesUp() throws Exception {
        Recorders servers = new Recorders();
        Recorder client = connect(listen(options(), servers));
        Recorder server = servers.next();
        server.connection.setReading(false);
        Frame frame = Frame.kept(text(3, 100_000));
        for (int i = 0; i < 200; i++) {
            client.connection.send(frame);
        }
        assertThat(client.nextWritable()).isFalse();
        server.connection.setReading(true);
        for (int i = 0; i < 200; i++) {
            assertThat(server.nextFrame().length()).isEqualTo(100_000);
        }
        assertThat(client.nextWritable()).isTrue();
    }

    @Test
    void aFrameBeyondTheLimitIsUnreadableAndTheNextIsRead() throws Exception {
        Recorders servers = new Recorders();
        Recorder client = connect(listen(options(1000, 10, Duration.ZERO), servers));
        client.connection.send(Frame.kept(text(4, 1001)));
        client.connection.send(Frame.kept(text(4, 1000)));
        Recorder server = servers.next();
        Recorder.Problem problem = server.nextProblem();
        assertThat(problem.rule()).isEqualTo(UnreadableException.Rule.SIZE);
        assertThat(problem.message()).isEqualTo("the message is larger than the limit of 1000 bytes");
        assertThat(problem.goesOn()).isTrue();
        assertThat(server.nextFrame().length()).isEqualTo(1000);
    }

    @Test
    void connectionsBeyondTheLimitAreClosedAtOnce() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(MAX_FRAME, 2, Duration.ZERO), servers);
        Recorder first = connect(listener);
        servers.next(); // several threads accept: without waiting, the next might come before it
        Recorder second = connect(listener);
        Recorder secondServer = servers.next();
        assertThat(connect(listener).awaitEnded()).isEmpty();
        second.connection.close();
        secondServer.awaitEnded();
        Recorder fourth = connect(listener);
        fourth.connection.send(Frame.utf8("in"));
        assertThat(servers.next().nextText()).isEqualTo("in");
        assertThat(first.hasEnded()).isFalse();
        assertThat(servers.count()).isEqualTo(3);
    }

    @Test
    void aThousandConnectionsComeAndGo() throws Exception {
        Recorders servers = Recorders.echo();
        Listener listener = listen(options(), servers);
        for (int i = 0; i < 1000; i++) {
            Recorder client = connect(listener);
            if (i % 2 == 0) {
                client.connection.send(Frame.utf8("hello"));
                assertThat(client.nextText()).isEqualTo("hello");
            }
            client.connection.close();
            assertThat(client.awaitEnded()).isEmpty();
        }
        for (int i = 0; i < 1000; i++) {
            servers.next().awaitEnded();
        }
    }

    @Test
    void aHandlerThatThrowsLosesItsConnectionAndNoOther() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> {
            if (frame.toText().equals("throw")) {
                throw new IllegalStateException("thrown by the test");
            }
            recorder.connection.send(frame);
        });
        Listener listener = listen(options(), servers);
        Recorder bad = connect(listener);
        Recorder badServer = servers.next();
        Recorder good = connect(listener);
        bad.connection.send(Frame.utf8("throw"));
        bad.awaitEnded();
        Optional<IOException> why = badServer.awaitEnded();
        assertThat(why).get().satisfies(e -> {
            assertThat(e).hasMessage("the connection was closed because its handler failed");
            assertThat(e).hasRootCauseMessage("thrown by the test");
        });
        good.connection.send(Frame.utf8("still there"));
        assertThat(good.nextText()).isEqualTo("still there");
    }

    @Test
    void aClosedListenerKeepsItsConnectionsAndFreesItsPlace() throws Exception {
        Listener listener = listen(options(), Recorders.echo());
        Recorder client = connect(listener);
        client.connection.send(Frame.utf8("one"));
        assertThat(client.nextText()).isEqualTo("one");
        listener.close();
        client.connection.send(Frame.utf8("two"));
        assertThat(client.nextText()).isEqualTo("two");
        assertThatThrownBy(() -> transport.connect(listener.address(), options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(listener.address() + " can't be reached: ");
        Listener again = transport.listen(listener.address(), options(), Recorders.echo());
        again.close();
        again.close();
    }

    @Test
    void aTakenPlaceIsSaidSo() throws Exception {
        Listener listener = listen(options(), new Recorders());
        assertThatThrownBy(() -> transport.listen(listener.address(), options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(listener.address()
                        + " is taken: somebody listens there already. Close that listener, or choose another "
                        + placeWord() + ".");
    }

    /** What a place is called: a name, a port, a path. */
    protected abstract String placeWord();
}
