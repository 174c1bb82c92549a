package dev.parley.codec;

/**
 * Turns the keys of a map into member names and back. {@link KeyCodecs} has those of Java's own types. Implementations
 * are immutable and used by many threads at once.
 *
 * @param <K> the type of the keys
 */
public interface KeyCodec<K> {
    /** What a right name is, in words, for error messages: {@code "an integer of 32 bits"}. */
    String expected();

    /** The name of a key. */
    String toText(K key);

    /**
     * The key of a name.
     *
     * @throws RuntimeException of any kind, when the name is of no such key; its text is not shown to the peer
     */
    K fromText(String text);
}
