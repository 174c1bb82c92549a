package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.frame.Frame;
import dev.parley.framing.Framings;
import dev.parley.framing.UnreadableException;
import dev.parley.serializer.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of all sizes come whole through arrays that connections take from each other. */
class FrameReaderTest {
    private static final int MOST = 1 << 20;

    /** One end of a connection: what it is sent in pieces, and what came out. */
    private static final class End implements FrameReader.Sink {
        final FrameReader reader;
        final List<String> sent = new ArrayList<>();
        final List<String> found = new ArrayList<>();
        final ByteBuf left = Unpooled.buffer();
        boolean wants = true;
        int refused;

        End(boolean inEventLoop) {
            reader = new FrameReader(Framings.JSON.splitter(MOST, 64), MOST, inEventLoop);
        }

        void send(String message) {
            sent.add(message);
            left.writeBytes((message + "\n").getBytes(StandardCharsets.UTF_8));
        }

        void read(int length) {
            reader.read(left.readSlice(Math.min(length, left.readableBytes())), this);
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
        public boolean foundLikely(Frame frame) {
            try {
                Json.parse(frame.toByteArray());
            } catch (MalformedMessageException e) {
                refused++;
                return false;
            }
            found(frame);
            return true;
        }

        @Override
        public void foundUnreadable(UnreadableException problem, boolean goesOn) {
            throw new AssertionError(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noConnectionSeesWhatAnotherOneHolds(boolean inEventLoop) {
        Random random = new Random(17);
        List<End> ends = List.of(new End(inEventLoop), new End(inEventLoop), new End(inEventLoop));
        for (int i = 0; i < 200; i++) {
            int length = 1 << random.nextInt(19);
            String text = String.valueOf((char) ('a' + i % 26)).repeat(random.nextInt(length) + 1);
            ends.get(i % 3).send("[" + i + ",\"" + text + "\"]");
        }
        while (ends.stream().anyMatch(end -> end.left.isReadable())) {
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
    @ValueSource(booleans = {true, false})
    void linesAreTakenForMessagesUntilOneIsNone(boolean inEventLoop) {
        End end = new End(inEventLoop);
        String large = "{\"a\":\"" + "x".repeat(150_000) + "\"}";
        end.send("[0]");
        end.send(large);
        end.send("{\"b\":\n" + large + "}");
        end.send("{\"c\":1}");
        end.send(large);
        while (end.left.isReadable()) {
            end.read(1 << 16);
        }
        assertThat(end.found).isEqualTo(end.sent);
        assertThat(end.refused).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsExpectedToGoOnIsLookedAtCloselyWhenItDoesNot(boolean inEventLoop) {
        End end = new End(inEventLoop);
        end.send("[0]");
        end.left.writeBytes("{\"a\":1}{\"b\":".getBytes(StandardCharsets.UTF_8));
        end.read(1 << 16);
        assertThat(end.found).containsExactly("[0]");
        assertThat(end.reader.isPartial()).isTrue();
        assertThat(end.reader.isExpecting()).isTrue();
        end.reader.lookClosely(end);
        assertThat(end.found).containsExactly("[0]", "{\"a\":1}");
        assertThat(end.reader.movedOn()).isTrue();
        assertThat(end.reader.isPartial()).isTrue();
        assertThat(end.reader.isExpecting()).isFalse();
        end.left.writeBytes("2}".getBytes(StandardCharsets.UTF_8));
        end.read(1 << 16);
        assertThat(end.found).containsExactly("[0]", "{\"a\":1}", "{\"b\":2}");
        assertThat(end.refused).isZero();
    }
}
