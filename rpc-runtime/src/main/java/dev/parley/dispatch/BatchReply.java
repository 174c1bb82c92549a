package dev.parley.dispatch;

import dev.parley.frame.Frame;
import dev.parley.message.ErrorCode;
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
                bytes.addAndGet(answer.length());
                answers[index] = answer.toByteArray();
            }
            if (missing.decrementAndGet() == 0) {
                send();
            }
        };
    }

    /** Whether a further answer of so many bytes stays within the limit for the whole batch. */
    boolean accepts(int length) {
        return bytes.get() + length <= receiver.dispatcher().limits().batchResponseBytes();
    }

    Failure oversized() {
        return Failure.of(
                ErrorCode.OVERSIZED_BATCH_RESPONSE,
                "Batch response too large",
                "the answers to this batch are limited to "
                        + receiver.dispatcher().limits().batchResponseBytes() + " bytes together");
    }

    private void send() {
        boolean any = false;
        // Errors that stand for oversized answers, brackets and commas come on top of the limit: a little per entry.
        int room = receiver.dispatcher().limits().batchResponseBytes() + 4096 + 1024 * answers.length;
        try (MessageWriter writer = receiver.dispatcher().serializer().write(room, receiver.references())) {
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
