package dev.parley.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds a splitter as a transport does, and keeps what came of it as lines of text. */
final class Feeder {
    private final Framing.Splitter splitter;
    private final List<String> results = new ArrayList<>();
    private byte[] kept = {};
    private int largestKept;
    private boolean stopped;

    Feeder(Framing.Splitter splitter) {
        this.splitter = splitter;
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
                if (!(last ? splitter.findLast(array, at, end) : splitter.find(array, at, end))) {
                    break;
                }
                int length = splitter.frameTo() - splitter.frameFrom();
                results.add(new String(array, splitter.frameFrom(), length, StandardCharsets.UTF_8));
            } catch (UnreadableException e) {
                results.add(e.rule() + ": " + e.getMessage());
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
