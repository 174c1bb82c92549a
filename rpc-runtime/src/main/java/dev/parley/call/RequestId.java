package dev.parley.call;

import dev.parley.frame.Frame;
import dev.parley.message.Part;
import dev.parley.serializer.ValueWriter;

/** A request's id as it came, byte for byte; or null, where none could be made out. */
record RequestId(Frame frame, int from, int to) {
    static final RequestId NULL = new RequestId(Frame.kept(new byte[0]), 0, 0);

    static RequestId of(Frame frame, Part id) {
        return id.isPresent() ? new RequestId(frame, id.from(), id.to()) : NULL;
    }

    void write(ValueWriter out) {
        write(out, frame, from, to);
    }

    /** The same without an object for it. */
    static void write(ValueWriter out, Frame frame, int from, int to) {
        if (from == to) {
            out.writeNull();
        } else {
            out.writeEncoded(frame.bytes(), from, to);
        }
    }
}
