package dev.parley.framing;

import dev.parley.frame.Frame;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds a splitter as a transport does, and keeps what came of it as lines of text. */
final class Feeder {
    /** The result of a frame that is not a message, for a feeder that stops at one. */
    static final String GARBAGE = "garbage";

    private final Splitter splitter;
    private final ReadLimits limits;
    private final List<String> results = new ArrayList<>();
    private byte[] kept = {};
    private int largestKept;
    private boolean stopped;
    private boolean jsonOnly;

    Feeder(Splitter splitter, int maxDepth) {
        this.splitter = splitter;
        this.limits = ReadLimits.DEFAULT.change().depth(maxDepth).build();
    }

    /**
     * Stops at the first frame that is not a message, as a peer does with the framing {@code json}, and does not tell apart who
     * found out.
     */
    Feeder jsonOnly() {
        jsonOnly = true;
        return this;
    }

    /** What whoever takes frames would say. */
    private boolean isMessage(Frame frame) {
        try (MessageReader reader = JsonSerializer.INSTANCE.read(frame, limits, References.NONE)) {
            reader.next();
            reader.finish();
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    /** Bytes came. Each time they lie elsewhere in another array, as they may. */
    Feeder feed(byte[] bytes, int from, int to) {
        if (stopped) {
            return this;
        }
        int offset = 1 + results.size() % 5;
        byte[] array = new byte[offset + kept.length + to - from + 3];
        System.arraycopy(kept, 0, array, offset, kept.length);
        System.arraycopy(bytes, from, array, offset + kept.length, to - from);
        drain(array, offset, array.length - 3, false);
        return this;
    }

    /** The input ended: all results, and the last. */
    List<String> end() {
        if (!stopped) {
            drain(kept.clone(), 0, kept.length, true);
        }
        return results;
    }

    /** The connection would be closed: nothing that comes later is looked at. */
    boolean stopped() {
        return stopped;
    }

    int largestKept() {
        return largestKept;
    }

    List<String> results() {
        return results;
    }

    private void drain(byte[] array, int start, int end, boolean last) {
        int at = start;
        while (true) {
            try {
                if (!splitter.find(array, at, end, last)) {
                    break;
                }
                int length = splitter.frameTo() - splitter.frameFrom();
                if (jsonOnly && !isMessage(Frame.onLoan(array, splitter.frameFrom(), splitter.frameTo()))) {
                    results.add(GARBAGE);
                    stopped = true;
                    return;
                }
                results.add(new String(array, splitter.frameFrom(), length, StandardCharsets.UTF_8));
            } catch (UnreadableException e) {
                results.add(jsonOnly ? GARBAGE : e.rule() + ": " + e.getMessage());
                if (!splitter.goesOn()) {
                    stopped = true;
                    return;
                }
            }
            at = splitter.next();
        }
        at = splitter.next();
        kept = java.util.Arrays.copyOfRange(array, at, end);
        largestKept = Math.max(largestKept, kept.length);
    }
}
