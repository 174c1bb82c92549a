package dev.parley.framing;

import java.util.List;
import java.util.stream.Collectors;

/** The framings that come with Parley. */
public final class Framings {
    /**
     * {@code line}: one message a line. A carriage return before the newline belongs to the mark, lines of nothing but
     * white space are skipped, and the last line needs no newline. A line beyond the limit costs that line only.
     */
    public static final Framing LINE = new LineFraming();

    /**
     * {@code json}: JSON values that follow each other, with white space between them or without. What can't become a
     * message ends the stream, since nothing says where the next one would start; a message beyond the size limit costs that
     * message only. A byte order mark at the start is
     * skipped. Writes a newline after each message, for the peers that read lines.
     */
    public static final Framing JSON = new JsonFraming();

    /**
     * {@code length}: each message behind its length in bytes, which is four bytes, the highest first. For messages of
     * any serializer. A message beyond the limit costs that message only: its bytes are passed over as they come. Nothing
     * is ever reserved for a length that was announced.
     */
    public static final Framing LENGTH = new LengthFraming();

    private static final List<Framing> ALL = List.of(LINE, JSON, LENGTH);

    private Framings() {}

    /**
     * The framing of that name.
     *
     * @throws IllegalArgumentException when there is none; the text lists those that there are
     */
    public static Framing named(String name) {
        return ALL.stream()
                .filter(framing -> framing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no framing \"" + name + "\"; there are "
                        + ALL.stream().map(Framing::name).collect(Collectors.joining(", "))));
    }
}
