package dev.parley.serializer.binary;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Binary formats by Jackson: the messages are JSON's in fewer bytes, and every codec works as it is. Both peers of a
 * connection have to be told; messages are told apart by {@link dev.parley.framing.Framings#LENGTH} unless their
 * transport keeps them apart itself.
 *
 * <p>What JSON has no kind for is taken as what JSON has for it: bytes as their Base64 text where no bytes are expected,
 * a {@code NaN} as {@code "NaN"}. Bytes, big numbers and {@code NaN} are written in the format's own way, enums and dates
 * as text. A lone surrogate is written as U+FFFD, because these formats have only UTF-8.
 *
 * <p>Each message stands alone, and each value in it: references to other places (tags 25, 28, 29 and 256 of CBOR, shared
 * names and texts of Smile) are refused. Names are text. Unknown tags of CBOR say nothing.
 */
public final class BinarySerializer implements Serializer {
    private static final int POOLED = 16;

    private final BinaryFormat format;
    private final Members names;
    private final BlockingQueue<BinaryMessageWriter> idle = new ArrayBlockingQueue<>(POOLED);

    BinarySerializer(BinaryFormat format) {
        this(format, Members.of(Dialect.V2_0));
    }

    private BinarySerializer(BinaryFormat format, Members names) {
        this.format = format;
        this.names = names;
    }

    /**
     * CBOR (RFC 8949).
     *
     * @throws IllegalStateException when {@code tools.jackson.dataformat:jackson-dataformat-cbor} is not there: it is
     *     no dependency of the runtime
     */
    public static BinarySerializer cbor() {
        try {
            return CborFormat.SERIALIZER;
        } catch (NoClassDefFoundError missing) {
            throw missing("CBOR", "cbor", missing);
        }
    }

    /**
     * Smile, version 0.
     *
     * @throws IllegalStateException when {@code tools.jackson.dataformat:jackson-dataformat-smile} is not there: it is
     *     no dependency of the runtime
     */
    public static BinarySerializer smile() {
        try {
            return SmileFormat.SERIALIZER;
        } catch (NoClassDefFoundError missing) {
            throw missing("Smile", "smile", missing);
        }
    }

    private static IllegalStateException missing(String title, String name, NoClassDefFoundError missing) {
        return new IllegalStateException(
                title + " needs the library tools.jackson.dataformat:jackson-dataformat-" + name
                        + ", which is not there. Add it to the dependencies, in the version of jackson-core; a named"
                        + " module requires tools.jackson.dataformat." + name + " besides.",
                missing);
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public Serializer speaking(Dialect dialect) {
        return Members.of(dialect) == names ? this : new BinarySerializer(format, Members.of(dialect));
    }

    @Override
    public MessageReader read(Frame frame, ReadLimits limits, References references) {
        return BinaryMessageReader.open(format, names, frame, limits, references);
    }

    @Override
    public MessageReader readChecked(Frame frame, ReadLimits limits, References references) {
        return BinaryMessageReader.reopen(format, names, frame, limits, references);
    }

    @Override
    public MessageWriter write(int maxBytes, References references) {
        BinaryMessageWriter kept = idle.poll();
        BinaryMessageWriter writer = kept == null ? new BinaryMessageWriter(format, this) : kept;
        writer.open(maxBytes, references);
        return writer;
    }

    /** Keeps a writer for its next use, or drops it when there are enough. */
    void recycle(BinaryMessageWriter writer) {
        idle.offer(writer);
    }

    @Override
    public String toString() {
        return "BinarySerializer[" + format.name() + "]";
    }
}
