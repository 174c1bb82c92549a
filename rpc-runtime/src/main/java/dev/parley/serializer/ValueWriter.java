package dev.parley.serializer;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes one value, piece by piece: the counterpart of {@link ValueReader}. Commas and the like are the writer's own
 * business. For one thread.
 *
 * <p>A call in the wrong place (a member outside an object, two values at the top) is a bug of the codec and need not
 * be noticed.
 *
 * @see MessageWriter#begin()
 */
public interface ValueWriter {
    /** Writes a null. */
    void writeNull();

    /** Writes a boolean. */
    void writeBoolean(boolean value);

    /** Writes an integer. */
    void writeInt(int value);

    /** Writes an integer, as a number whatever its size. */
    void writeLong(long value);

    /**
     * Writes the shortest number that reads back as the same value; what JSON has no number for becomes {@code "NaN"},
     * {@code "Infinity"} or {@code "-Infinity"}.
     */
    void writeDouble(double value);

    /** As {@link #writeDouble}, with a {@code float}'s precision. */
    void writeFloat(float value);

    /** Writes an integer. */
    void writeBigInteger(BigInteger value);

    /** Writes a number with its scale, without exponent. */
    void writeBigDecimal(BigDecimal value);

    /** Writes a number whose text is JSON's grammar already, for values without a type. */
    void writeNumberText(String text);

    /** Writes a string; a lone surrogate is written in a way that reads back as itself, or as U+FFFD in binary formats. */
    void writeString(String value);

    /** Writes bytes, as {@link ValueReader#readBytes()} takes them. */
    void writeBytes(byte[] value);

    /** Starts an array. */
    void beginArray();

    /** Ends the array. */
    void endArray();

    /** Starts an object. */
    void beginObject();

    /** Writes the name of the member whose value comes next. */
    void member(Members members, int index);

    /** Writes the name of the member whose value comes next; for maps. */
    void member(String name);

    /** Ends the object. */
    void endObject();

    /** Writes one whole value that this serializer wrote before, as it is. */
    void writeEncoded(byte[] bytes, int from, int to);

    /** What travels by reference on the connection that the value goes to. */
    References references();
}
