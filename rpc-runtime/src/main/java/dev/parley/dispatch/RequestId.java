package dev.parley.dispatch;

import dev.parley.frame.Frame;
import dev.parley.message.Part;
import dev.parley.serializer.ValueWriter;

/** A request's id as it came, byte for byte; or null, where none could be made out. */
record RequestId(Frame frame, int from, int to) {
    static final RequestId NULL = new RequestId(Frame.kept(new byte[0]), 0, 0);

    static RequestId of(Frame frame, Part id) {
        return id.isPresent() ? new RequestId(frame, id.from(), id.to()) : NULL;
    }

    /** The same id in a kept copy of its frame. */
    RequestId movedTo(Frame kept) {
        return this == NULL || kept == frame
                ? this
                : new RequestId(kept, from - frame.from() + kept.from(), to - frame.from() + kept.from());
    }

    void write(ValueWriter out) {
        if (from == to) {
            out.writeNull();
        } else {
            out.writeEncoded(frame.bytes(), from, to);
        }
    }
}
