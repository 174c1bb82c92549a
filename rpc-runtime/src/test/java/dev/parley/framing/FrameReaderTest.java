package dev.parley.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {
    private static final int MOST = 1 << 20;

    /** Arrays of 128 KiB that all readers of a test share, or of 4 KiB that each has for itself. */
    private static final class Arrays implements FrameReader.Spares {
        private final int length;
        private final Deque<byte[]> spare = new ArrayDeque<>();

        Arrays(int length) {
            this.length = length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public byte[] take() {
            return spare.isEmpty() ? new byte[length] : spare.pop();
        }

        @Override
        public void give(byte[] array) {
            if (array.length == length) {
                java.util.Arrays.fill(array, (byte) '!'); // nobody may look at it any more
                spare.push(array);
            }
        }
    }

    /** One end of a connection: what it is sent in pieces, and what came out. */
    private static final class End implements FrameReader.Sink {
        final int most;
        final FrameReader reader;
        final List<String> sent = new ArrayList<>();
        final List<String> found = new ArrayList<>();
        final ByteArrayOutputStream left = new ByteArrayOutputStream();
        int at;
        boolean wants = true;

        End(Arrays arrays) {
            most = Math.min(FrameReader.MOST_AT_ONCE, arrays.length);
            reader = new FrameReader(Framings.JSON.session(MOST, 64).splitter(), MOST, arrays);
        }

        End(Framing framing) {
            most = FrameReader.MOST_AT_ONCE;
            reader = new FrameReader(framing.session(MOST, 64).splitter(), MOST, new Arrays(most));
        }

        void send(String message) {
            sent.add(message);
            left.writeBytes((message + "\n").getBytes(StandardCharsets.UTF_8));
        }

        boolean isLeft() {
            return at < left.size();
        }

        void read(int length) {
            int count = Math.min(Math.min(length, most), left.size() - at);
            byte[] room = reader.room(count);
            System.arraycopy(left.toByteArray(), at, room, reader.roomFrom(), count);
            at += count;
            reader.received(count, this);
        }

        @Override
        public boolean wantsMore() {
            return wants;
        }

        @Override
        public void found(Frame frame) {
            found.add(frame.toText());
        }

        @Override
        public void foundUnreadable(UnreadableException problem, boolean goesOn) {
            found.add(problem.rule() + ": " + problem.getMessage() + (goesOn ? "" : ", and nothing more"));
        }
    }

    private static Stream<Supplier<Arrays>> arrays() {
        Arrays shared = new Arrays(2 * FrameReader.MOST_AT_ONCE);
        return Stream.of(() -> shared, () -> new Arrays(1 << 12));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void noConnectionSeesWhatAnotherOneHolds(Supplier<Arrays> arrays) {
        Random random = new Random(17);
        List<End> ends = List.of(new End(arrays.get()), new End(arrays.get()), new End(arrays.get()));
        for (int i = 0; i < 100; i++) {
            int length = 1 << random.nextInt(19);
            String text = String.valueOf((char) ('a' + i % 26)).repeat(random.nextInt(length) + 1);
            ends.get(i % 3).send("[" + i + ",\"" + text + "\"]");
        }
        while (ends.stream().anyMatch(End::isLeft)) {
            End end = ends.get(random.nextInt(3));
            end.wants = random.nextInt(4) > 0;
            end.read(1 + random.nextInt(1 << 16));
            if (!end.wants) {
                end.wants = true;
                end.reader.resume(end);
            }
        }
        assertThat(ends).allSatisfy(end -> assertThat(end.found).isEqualTo(end.sent));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void messagesInLinesAndOtherOnesFollowEachOther(Supplier<Arrays> arrays) {
        End end = new End(arrays.get());
        String large = "{\"a\":\"" + "x".repeat(150_000) + "\"}";
        end.send("[0]");
        end.send(large);
        end.send("{\"b\":\n" + large + "}");
        end.send("{\"c\":1}");
        end.send(large);
        while (end.isLeft()) {
            end.read(1 << 16);
        }
        assertThat(end.found).isEqualTo(end.sent);
        assertThat(end.reader.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void aMessageWithoutItsNewlineIsFoundWhenTheNextBegins(Supplier<Arrays> arrays) {
        End end = new End(arrays.get());
        end.send("[0]");
        end.left.writeBytes("{\"a\":1}{\"b\":".getBytes(StandardCharsets.UTF_8));
        end.read(1 << 16);
        assertThat(end.found).containsExactly("[0]", "{\"a\":1}");
        assertThat(end.reader.movedOn()).isTrue();
        assertThat(end.reader.isPartial()).isTrue();
        end.left.writeBytes("2}".getBytes(StandardCharsets.UTF_8));
        end.read(1 << 16);
        assertThat(end.found).containsExactly("[0]", "{\"a\":1}", "{\"b\":2}");
        assertThat(end.reader.isPartial()).isFalse();
    }

    private static List<String> firstBytes(Framing framing, String text, int step) {
        End end = new End(framing);
        end.left.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        while (end.isLeft()) {
            end.read(step);
        }
        return end.found;
    }

    @Test
    void aPeerThatSpeaksAnotherProtocolIsRecognized() {
        String post = "POST / HTTP/1.1\r\nHost: x\r\n\r\n[1]\n";
        for (Framing framing : List.of(Framings.LINE, Framings.JSON, Framings.LENGTH)) {
            assertThat(firstBytes(framing, post, 1000))
                    .containsExactly(
                            "PROTOCOL: the peer speaks HTTP: it began with \"POST / HTTP/1.1\"," + " and nothing more");
            assertThat(firstBytes(framing, post, 1))
                    .containsExactly("PROTOCOL: the peer speaks HTTP: it began with \"POST \", and nothing more");
            assertThat(firstBytes(framing, "HTTP/1.1 400 Bad Request\r\n", 1000))
                    .containsExactly("PROTOCOL: the peer speaks HTTP: it began with \"HTTP/1.1 400 Bad Request\","
                            + " and nothing more");
            assertThat(firstBytes(framing, "SSH-2.0-OpenSSH_9.2\r\n", 1000))
                    .containsExactly("PROTOCOL: the peer speaks SSH: it began with \"SSH-2.0-OpenSSH_9.2\","
                            + " and nothing more");
            assertThat(firstBytes(framing, "\u0016\u0003\u0001\u0002\0\u0001", 1000))
                    .containsExactly("PROTOCOL: the peer speaks TLS: it began with the bytes 16 03 01 02 00 01,"
                            + " and nothing more");
        }
    }

    @Test
    void whatOnlyBeginsLikeAnotherProtocolIsAMessage() {
        assertThat(firstBytes(Framings.LINE, "GETTING\nPOST / HTTP/1.1\n", 1))
                .containsExactly("GETTING", "POST / HTTP/1.1");
        assertThat(firstBytes(Framings.JSON, "[1]\nGET / HTTP", 1000)).contains("[1]", "GET");
        assertThat(firstBytes(Framings.LENGTH, "\0\0\0\u0001a", 1)).containsExactly("a");
    }
}
