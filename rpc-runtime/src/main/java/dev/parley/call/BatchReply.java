package dev.parley.call;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Collects the answers to the entries of a batch, and sends them as one array when the last has come. */
final class BatchReply {
    private final Encoding encoding;
    private final int maxBytes;
    private final Reply whole;
    private final boolean together;
    private final List<Entry> entries = new ArrayList<>();
    private final AtomicInteger missing = new AtomicInteger();
    private @Nullable Frame kept;

    /** Of all answers so far; those that stand for one that was too large come on top of the limit. */
    private final AtomicLong bytes = new AtomicLong();

    /** @param together whether the answers go back as one array, or each as a message of its own */
    BatchReply(Serving serving, Reply whole, boolean together) {
        this.encoding = serving.encoding();
        this.maxBytes = serving.limits().batchResponseBytes();
        this.whole = whole;
        this.together = together;
    }

    /** The reply path of the next entry; the answers are in the entries' order. Before any of them runs. */
    Reply entry() {
        Entry entry = new Entry(entries.size());
        entries.add(entry);
        return entry;
    }

    /** Says how many of the entries will be answered; before any of them runs. */
    void expect(int calls) {
        missing.set(calls);
        if (calls == 0) {
            send();
        }
    }

    private void send() {
        boolean any = false;
        // An answer that was too large has been replaced before.
        try (MessageWriter writer = encoding.writeAny()) {
            ValueWriter out = writer.begin();
            out.beginArray();
            for (Entry entry : entries) {
                byte[] answer = entry.answer;
                if (answer != null) {
                    out.writeEncoded(answer, 0, answer.length);
                    any = true;
                }
            }
            out.endArray();
            Frame frame = writer.end();
            whole.send(any ? frame : null, any ? Reply.Kind.BATCH : Reply.Kind.NOTHING, 0);
        }
    }

    private final class Entry extends Reply {
        private final int index;
        private byte @Nullable [] answer;

        Entry(int index) {
            this.index = index;
        }

        @Override
        public void send(@Nullable Frame frame, Kind kind, int code) {
            if (frame != null && together) {
                answer = frame.toByteArray();
            } else if (frame != null) {
                whole.send(frame, kind, code);
            }
            if (missing.decrementAndGet() == 0) {
                BatchReply.this.send();
            }
        }

        @Override
        boolean accepts(int length) {
            if (bytes.addAndGet(length) <= maxBytes) {
                return true;
            }
            bytes.addAndGet(-length);
            return false;
        }

        /** One copy, which all calls of the batch share that have to wait. */
        @Override
        Frame keep(Frame frame) {
            if (kept == null) {
                kept = frame.keep();
            }
            return kept;
        }

        @Override
        int batchIndex() {
            return index;
        }
    }
}
