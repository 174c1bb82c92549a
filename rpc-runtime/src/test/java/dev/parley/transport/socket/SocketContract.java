package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.frame.Frame;
import dev.parley.framing.Framing;
import dev.parley.framing.Framings;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Listener;
import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.TransportContract;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every transport of bare bytes keeps to besides. */
abstract class SocketContract extends TransportContract {
    private Framing framing = Framings.LINE;

    @Override
    protected Framing framing() {
        return framing;
    }

    @Test
    void aFramingOfOnesOwnMayAnswerAsItDetected() throws Exception {
        Listener listener =
                listen(options().change().framing(new DetectingFraming()).build(), Recorders.echo());
        try (RawPeer lines = RawPeer.connect(listener.address());
                RawPeer lengths = RawPeer.connect(listener.address())) {
            assertThat(lines.send("{}\n").read(3)).isEqualTo("{}\n");
            assertThat(lengths.send("\0\0\0\1a").read(5)).isEqualTo("\0\0\0\1a");
        }
    }

    @Test
    void bytesMayBeCutAnywhere() throws Exception {
        framing = Framings.JSON;
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            sent.append("{\"ž\":[\"]\\\"😀\",").append(i).append("]}");
        }
        Random random = new Random(5);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            for (int at = 0; at < sent.length(); ) {
                int to = Math.min(sent.length(), at + 1 + random.nextInt(60));
                to += to < sent.length() && Character.isLowSurrogate(sent.charAt(to)) ? 1 : 0;
                raw.send(sent.substring(at, to));
                at = to;
            }
            Recorder server = servers.next();
            for (int i = 0; i < 500; i++) {
                assertThat(server.nextText()).isEqualTo("{\"ž\":[\"]\\\"😀\"," + i + "]}");
            }
        }
    }

    /** Slower than the answer is written, so that most of it waits while the input is over already. */
    @Test
    void aHalfClosedPeerGetsTheWholeOfALargeAnswer() throws Exception {
        String large = "x".repeat(4 << 20);
        for (int round = 0; round < 20; round++) {
            Recorders servers = new Recorders(
                    (recorder, frame) -> {
                        recorder.send(large);
                        recorder.close();
                    },
                    false);
            Listener listener = listen(options(), servers);
            try (RawPeer raw = RawPeer.connect(listener.address())) {
                raw.send("large\n").endOutput();
                Recorder server = servers.next();
                assertThat(server.nextText()).isEqualTo("large");
                assertThat(raw.readAll()).hasSize(large.length() + 1);
            }
            listener.close();
        }
    }

    @Test
    void anAnswerThatComesAfterAHalfCloseArrivesWhole() throws Exception {
        String large = "x".repeat(4 << 20);
        for (int round = 0; round < 20; round++) {
            Recorders servers = new Recorders((recorder, frame) -> {}, false);
            Listener listener = listen(options(), servers);
            try (RawPeer raw = RawPeer.connect(listener.address())) {
                raw.send("large\n").endOutput();
                Recorder server = servers.next();
                server.awaitInputEnded();
                server.send(large);
                server.close();
                assertThat(raw.readAll()).hasSize(large.length() + 1);
            }
            listener.close();
        }
    }

    @Test
    void aHalfClosedPeerGetsItsAnswers() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> {}, false);
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("one\ntwo").endOutput();
            Recorder server = servers.next();
            assertThat(server.nextText()).isEqualTo("one");
            assertThat(server.nextText()).isEqualTo("two");
            server.awaitInputEnded();
            server.send("answer 1");
            assertThat(raw.read(9)).isEqualTo("answer 1\n");
            server.send("answer 2");
            server.close();
            assertThat(raw.readAll()).isEqualTo("answer 2\n");
            assertThat(server.awaitEnded()).isEmpty();
        }
    }

    @Test
    void framesSentWhileReadingGoOutTogether() throws Exception {
        Listener listener = listen(options(), Recorders.echo());
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            String text = "message\n".repeat(20_000);
            Thread sender = new Thread(() -> {
                try {
                    raw.send(text).endOutput();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            sender.start();
            assertThat(raw.readAll()).isEqualTo(text);
            sender.join();
        }
    }

    @Test
    void garbageIsAnsweredBeforeTheConnectionCloses() throws Exception {
        framing = Framings.JSON;
        Recorders servers = new Recorders();
        servers.onProblem((recorder, problem) -> {
            recorder.send("\"" + problem.rule() + "\"");
            recorder.close();
        });
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("{}@" + "garbage".repeat(10_000)).endOutput();
            assertThat(raw.readAll()).isEqualTo("\"SYNTAX\"\n");
        }
        Recorder server = servers.next();
        assertThat(server.nextText()).isEqualTo("{}");
        Recorder.Problem problem = server.nextProblem();
        assertThat(problem)
                .isEqualTo(new Recorder.Problem(UnreadableException.Rule.SYNTAX, "'@' can't start a message", false));
        assertThat(server.awaitEnded()).isEmpty();
        assertThat(server.hasFrame()).isFalse();
    }

    @Test
    void aMegabyteOfOpenBracketsIsRefused() throws Exception {
        framing = Framings.JSON;
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("[".repeat(1000));
            assertThat(raw.readAll()).isEmpty();
        }
        assertThat(servers.next().nextProblem())
                .isEqualTo(new Recorder.Problem(
                        UnreadableException.Rule.DEPTH, "the message nests deeper than the limit of 128", false));
    }

    @Test
    void halfAMessageAndAHangUpIsSaidSo() throws Exception {
        framing = Framings.JSON;
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("{\"id\":1}{\"id\":");
        }
        Recorder server = servers.next();
        assertThat(server.nextText()).isEqualTo("{\"id\":1}");
        assertThat(server.nextProblem())
                .isEqualTo(new Recorder.Problem(
                        UnreadableException.Rule.SYNTAX, "the input ended within a message", false));
        assertThat(server.awaitEnded()).isEmpty();
    }

    @Test
    void aMessageHasToBeCompleteInTime() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(1000, 10, Duration.ofMillis(150)), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("whole\nhalf");
            assertThat(raw.readAll()).isEmpty();
        }
        Recorder server = servers.next();
        assertThat(server.nextText()).isEqualTo("whole");
        assertThat(server.nextProblem())
                .isEqualTo(new Recorder.Problem(
                        UnreadableException.Rule.TIME, "the message was not complete within 150 ms", false));
        assertThat(server.awaitEnded()).isEmpty();
    }

    @Test
    void bytesThatKeepComingDoNotProlongTheTimeOfAMessage() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> {}, false);
        servers.onProblem((recorder, problem) -> {});
        Listener listener = listen(options(1 << 30, 10, Duration.ofMillis(150)), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            Recorder server = servers.next();
            while (!server.hasProblem()) {
                raw.send("x");
            }
            assertThat(server.nextProblem().rule()).isEqualTo(UnreadableException.Rule.TIME);
            server.close();
        }
    }

    @Test
    void anIdleConnectionIsNotTimedOut() throws Exception {
        Listener listener = listen(options(1000, 10, Duration.ofMillis(1)), Recorders.echo());
        Recorder client = connect(listener);
        for (int i = 0; i < 20; i++) {
            client.send("still there");
            assertThat(client.nextText()).isEqualTo("still there");
        }
    }

    @Test
    void whatWasReadBeforeAPauseIsHeldBack() throws Exception {
        AtomicReference<Thread> reader = new AtomicReference<>();
        Recorders servers = new Recorders((recorder, frame) -> {
            reader.set(Thread.currentThread());
            recorder.setReading(false);
        });
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            raw.send("1\n2\n3\n").endOutput();
            Recorder server = servers.next();
            for (String expected : new String[] {"1", "2", "3"}) {
                assertThat(server.nextText()).isEqualTo(expected);
                assertThat(server.hasFrame()).isFalse();
                server.setReading(true);
            }
            assertThat(server.awaitEnded()).isEmpty();
        }
        assertThat(reader.get().getName()).startsWith("parley-io-");
        assertThat(reader.get().isDaemon()).isTrue();
    }

    @Test
    void manyConnectionsSpeakAtOnce() throws Exception {
        Listener listener = listen(options(), Recorders.echo());
        Recorder[] clients = new Recorder[200];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = connect(listener);
        }
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < clients.length; i++) {
                clients[i].connection().send(Frame.utf8(i + " " + round));
            }
            for (int i = 0; i < clients.length; i++) {
                assertThat(clients[i].nextText()).isEqualTo(i + " " + round);
            }
        }
    }
}
