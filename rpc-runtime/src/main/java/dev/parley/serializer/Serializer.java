package dev.parley.serializer;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;

/**
 * Turns messages into bytes and back. One object serves all connections and threads; what it hands out is for one
 * thread at a time and recycled when closed.
 *
 * <p>A serializer knows the members of the JSON-RPC family by name and nothing of what they mean. It sees frames, so it
 * never waits for bytes. Implement it with a reader and a writer for the format; every generated codec then speaks it. Its
 * reader fills an {@link dev.parley.message.Envelope.Recorder}.
 */
public interface Serializer {
    /** The name in {@code ?serializer=…}, in lower case: {@code json}, {@code cbor}. */
    String name();

    /**
     * Whether its messages hold bytes of any kind, so that no framing for text can keep them apart and nobody can read
     * them in a log.
     */
    default boolean isBinary() {
        return false;
    }

    /**
     * The serializer whose readers find the members of a dialect's messages by their names there.
     *
     * @return this one if the dialect has the usual names
     * @throws IllegalArgumentException when the serializer knows only the usual names
     */
    default Serializer speaking(Dialect dialect) {
        if (!dialect.hasUsualMembers()) {
            throw new IllegalArgumentException("the serializer " + name() + " cannot read the dialect " + dialect
                    + ", whose members have other names than those of 2.0");
        }
        return this;
    }

    /**
     * Opens a frame.
     *
     * @param frame one whole message, or a batch; read while the reader is open, so a frame on loan must outlive it
     * @param limits what the reader refuses
     * @param references the connection's references, which codecs reach through the reader
     * @return a reader before the first message; close it to have it recycled
     * @throws MalformedMessageException when the frame is not one well-formed value, or exceeds a limit. For a frame
     *     that holds a single response the check of the result may be left until it is read; see
     *     {@link MessageReader#finish()}.
     */
    MessageReader read(Frame frame, ReadLimits limits, References references);

    /**
     * Opens a frame that {@link #read} has checked before, to read values of it later or on another thread. Only
     * {@link MessageReader#value} is of use on what it returns.
     *
     * @param frame the same bytes, usually kept by now, so that their place in the array may be another
     */
    MessageReader readChecked(Frame frame, ReadLimits limits, References references);

    /**
     * Hands out a writer.
     *
     * @param maxBytes the largest message that it may write; beyond it, writing throws {@link OversizedException}
     * @param references the connection's references, which codecs reach through the writer
     * @return a writer; close it to have it recycled
     */
    MessageWriter write(int maxBytes, References references);
}
