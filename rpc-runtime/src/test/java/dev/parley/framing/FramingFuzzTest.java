package dev.parley.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * However the bytes are cut, the same comes of them; and never an exception but the one that a framing may throw. Under the framing
 * {@code json}, text that is not JSON may be cut in two ways: {@code []]} is one line that is not JSON, or a message and a bracket.
 * So where it ends the connection, the messages before it are the same, and it is found however the bytes are cut.
 */
class FramingFuzzTest {
    private static final List<Framing> FRAMINGS = List.of(Framings.LINE, Framings.JSON, Framings.LENGTH);
    private static final int MAX_FRAME = 64;
    private static final int MAX_DEPTH = 6;

    /** One method for all framings, because Jazzer fuzzes one of a class; the first byte says which. */
    @FuzzTest(maxDuration = "30s")
    void anyFraming(byte[] data) {
        if (data.length > 0) {
            Framing framing = FRAMINGS.get(Byte.toUnsignedInt(data[0]) % FRAMINGS.size());
            assertCutsDoNotMatter(framing, Arrays.copyOfRange(data, 1, data.length));
        }
    }

    /** The first bytes say how to cut the rest. */
    private static void assertCutsDoNotMatter(Framing framing, byte[] data) {
        int cuts = Math.min(8, data.length / 2);
        Feeder inWhole = feeder(framing);
        List<String> whole = inWhole.feed(data, cuts, data.length).end();
        Feeder inParts = feeder(framing);
        int at = cuts;
        for (int i = 0; at < data.length; i++) {
            int length = cuts == 0 ? 1 : Byte.toUnsignedInt(data[i % cuts]);
            int to = Math.min(data.length, at + length % 70 + 1);
            inParts.feed(data, at, to);
            at = to;
        }
        List<String> parts = inParts.end();
        if (framing == Framings.JSON && (inWhole.stopped() || inParts.stopped())) {
            int before = Math.min(whole.indexOf(Feeder.GARBAGE), parts.indexOf(Feeder.GARBAGE));
            assertThat(before).as("%s, but in parts %s", whole, parts).isNotNegative();
            assertThat(parts.subList(0, before)).isEqualTo(whole.subList(0, before));
        } else {
            assertThat(parts).isEqualTo(whole);
        }
        assertThat(inParts.largestKept()).isLessThanOrEqualTo(MAX_FRAME + 70);
    }

    private static Feeder feeder(Framing framing) {
        Feeder feeder = new Feeder(framing.session(MAX_FRAME, MAX_DEPTH).splitter(), MAX_DEPTH);
        return framing == Framings.JSON ? feeder.jsonOnly() : feeder;
    }
}
