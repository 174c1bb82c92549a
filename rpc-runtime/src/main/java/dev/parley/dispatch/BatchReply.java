package dev.parley.dispatch;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ValueWriter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Collects the answers to the entries of a batch, and sends them as one array when the last has come. */
final class BatchReply {
    private final Receiver receiver;
    private final Reply reply;
    private final byte @Nullable [][] answers;
    private final AtomicInteger missing;
    private @Nullable Frame kept;

    /** Of all answers so far; those that stand for one that was too large come on top of the limit. */
    private final AtomicLong bytes = new AtomicLong();

    BatchReply(Receiver receiver, Reply reply, int entries) {
        this.receiver = receiver;
        this.reply = reply;
        this.answers = new byte[entries][];
        this.missing = new AtomicInteger(entries);
    }

    /** The reply path of one entry; its answers stand in the entries' order. */
    Reply entry(int index) {
        return (answer, errorCode, batch) -> {
            if (answer != null) {
                answers[index] = answer.toByteArray();
            }
            if (missing.decrementAndGet() == 0) {
                send();
            }
        };
    }

    /** A copy of the batch's frame, which those of its calls share that have to wait. */
    Frame keep(Frame frame) {
        if (kept == null) {
            kept = frame.keep();
        }
        return kept;
    }

    /** Takes room for a further answer of so many bytes, if that stays within the limit for the whole batch. */
    boolean accepts(int length) {
        if (bytes.addAndGet(length) <= receiver.dispatcher().limits().batchResponseBytes()) {
            return true;
        }
        bytes.addAndGet(-length);
        return false;
    }

    private void send() {
        boolean any = false;
        // What is too large was replaced before.
        try (MessageWriter writer =
                receiver.dispatcher().serializer().write(Integer.MAX_VALUE, receiver.references())) {
            ValueWriter out = writer.begin();
            out.beginArray();
            for (byte[] answer : answers) {
                if (answer != null) {
                    out.writeEncoded(answer, 0, answer.length);
                    any = true;
                }
            }
            out.endArray();
            Frame frame = writer.end();
            reply.send(any ? frame : null, 0, any);
        }
    }
}
