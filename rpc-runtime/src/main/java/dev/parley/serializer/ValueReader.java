package dev.parley.serializer;

import dev.parley.message.ValueKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value, piece by piece: the vocabulary that codecs are written in, the same for every format.
 *
 * <p>Every method takes the next piece. When it is of another kind, or does not fit the Java type, a
 * {@link ValueException} says what was expected, what was found and where; nothing is coerced: a string is not a number,
 * {@code 1.0} is not an {@code int}. Reading an object:
 *
 * <pre>{@code
 * in.beginObject();
 * for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
 *     switch (member) {
 *         case 0 -> id = in.readInt();
 *         case 1 -> name = in.readString();
 *         default -> in.skip();
 *     }
 * }
 * }</pre>
 *
 * For one thread. After an error, the reader is of no further use.
 */
public interface ValueReader {
    /** From {@link #nextMember(Members)}: the object has no further member, and its end was taken. */
    int END = -1;

    /** From {@link #nextMember(Members)}: a member that is not among the expected; {@link #memberName()} names it. */
    int UNKNOWN = -2;

    /** The kind of the value that comes next; takes nothing. */
    ValueKind peek();

    /** Takes a null if one comes next; else takes nothing and is false. */
    boolean readNull();

    /** Takes a boolean. */
    boolean readBoolean();

    /** Takes a number without fraction or exponent that fits 32 bits. */
    int readInt();

    /** Takes a number without fraction or exponent that fits 64 bits. */
    long readLong();

    /**
     * Takes a number as the nearest {@code double}, or one of the strings {@code "NaN"}, {@code "Infinity"},
     * {@code "-Infinity"}. A number beyond the largest {@code double} is refused.
     */
    double readDouble();

    /**
     * Takes a number as the nearest {@code float}, or one of the strings that {@link #readDouble()} takes. A number beyond
     * the largest {@code float} is refused.
     */
    float readFloat();

    /** Takes a number without fraction or exponent, of any size that the limits allow. */
    BigInteger readBigInteger();

    /** Takes a number as it is written, scale included. */
    BigDecimal readBigDecimal();

    /** Takes a string. */
    String readString();

    /** Takes bytes: a Base64 string in JSON (RFC 4648, section 4, padded), a byte string in binary formats. */
    byte[] readBytes();

    /** Takes the start of an array; {@link #nextElement()} follows. */
    void beginArray();

    /** Whether a further element comes next; when not, the array's end was taken. */
    boolean nextElement();

    /**
     * Goes to the next element of an array that has a number of them.
     *
     * @param size how many it has at least, for the error when there are fewer
     */
    default void requireElement(int size) {
        if (!nextElement()) {
            throw unexpected("an array of " + size + " elements", "fewer");
        }
    }

    /**
     * Takes the end of an array that has no further elements.
     *
     * @param size how many it has at most, for the error when there are more
     */
    default void requireEnd(int size) {
        if (nextElement()) {
            throw unexpected("an array of at most " + size + " elements", "more");
        }
    }

    /** Takes what is left of an array, and its end. */
    default void endArray() {
        while (nextElement()) {
            skip();
        }
    }

    /** Takes the start of an object; {@link #nextMember} follows. */
    void beginObject();

    /**
     * Takes the next member's name: its index in {@code expected}, {@link #UNKNOWN} or {@link #END}. Fastest when the
     * members come in the expected order; any order is right. One object is read with one {@code expected}.
     *
     * @throws ValueException when one of the expected members appears twice
     */
    int nextMember(Members expected);

    /**
     * Takes the next member's name, for maps: null when there is none and the object's end was taken. Whoever asks rejects
     * a name that it knows already, by {@link #repeated}.
     */
    @Nullable
    String nextMember();

    /** The name taken last. */
    String memberName();

    /** Takes one whole value of any kind and drops it. */
    void skip();

    /** The number that comes next as it is written, for values without a type; takes it. */
    String readNumberText();

    /** What the reader refuses; readers of values that were read before keep to the same. */
    default ReadLimits limits() {
        return ReadLimits.DEFAULT;
    }

    /** What travels by reference on the connection that the value came from. */
    References references();

    /**
     * The exception to throw when a value of the right kind is wrong all the same: it names the place of the value
     * taken last.
     *
     * @param expected what would be right, in words: {@code "a date such as 2026-01-31"}
     * @param found what was found, in words; cut it to a reasonable length
     */
    ValueException unexpected(String expected, String found);

    /**
     * The exception to throw when an object that was read to its end lacks a member that it must have.
     *
     * @param members the members that were expected
     * @param index which of them is missing
     */
    default ValueException missing(Members members, int index) {
        return unexpected("an object with the member \"" + members.name(index) + "\"", "one without it");
    }

    /**
     * The exception to throw when an object has a member twice: two readers could take it for two different values.
     *
     * @param name the member's name
     */
    default ValueException repeated(String name) {
        return unexpected("each member once", '"' + ValueException.cut(name) + "\" twice");
    }
}
