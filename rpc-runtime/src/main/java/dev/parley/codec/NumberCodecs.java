package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the vocabulary of readers and writers has no method for: small integers, and numbers that may be missing. */
final class NumberCodecs {
    static final Codec<Byte> BYTE = new FunctionCodec<>(NumberCodecs::readByte, (out, value) -> out.writeInt(value));
    static final Codec<Short> SHORT = new FunctionCodec<>(NumberCodecs::readShort, (out, value) -> out.writeInt(value));
    static final Codec<OptionalInt> OPTIONAL_INT =
            empty(new FunctionCodec<>(NumberCodecs::readOptionalInt, NumberCodecs::write), OptionalInt.empty());
    static final Codec<OptionalLong> OPTIONAL_LONG =
            empty(new FunctionCodec<>(NumberCodecs::readOptionalLong, NumberCodecs::write), OptionalLong.empty());
    static final Codec<OptionalDouble> OPTIONAL_DOUBLE =
            empty(new FunctionCodec<>(NumberCodecs::readOptionalDouble, NumberCodecs::write), OptionalDouble.empty());

    private NumberCodecs() {}

    private static <T> Codec<T> empty(Codec<T> codec, T empty) {
        return new EmptyCodec<>(codec, empty, empty);
    }

    static byte readByte(ValueReader in) {
        return (byte) readSmall(in, 8);
    }

    static short readShort(ValueReader in) {
        return (short) readSmall(in, 16);
    }

    private static int readSmall(ValueReader in, int bits) {
        String expected = "an integer of " + bits + " bits";
        int value;
        try {
            value = in.readInt();
        } catch (ValueException noInt) {
            throw noInt.expecting(expected);
        }
        if (value < -(1 << bits - 1) || value >= 1 << bits - 1) {
            throw in.unexpected(expected, Integer.toString(value));
        }
        return value;
    }

    private static OptionalInt readOptionalInt(ValueReader in) {
        return in.readNull() ? OptionalInt.empty() : OptionalInt.of(in.readInt());
    }

    private static OptionalLong readOptionalLong(ValueReader in) {
        return in.readNull() ? OptionalLong.empty() : OptionalLong.of(in.readLong());
    }

    private static OptionalDouble readOptionalDouble(ValueReader in) {
        return in.readNull() ? OptionalDouble.empty() : OptionalDouble.of(in.readDouble());
    }

    private static void write(ValueWriter out, OptionalInt value) {
        if (value.isPresent()) {
            out.writeInt(value.getAsInt());
        } else {
            out.writeNull();
        }
    }

    private static void write(ValueWriter out, OptionalLong value) {
        if (value.isPresent()) {
            out.writeLong(value.getAsLong());
        } else {
            out.writeNull();
        }
    }

    private static void write(ValueWriter out, OptionalDouble value) {
        if (value.isPresent()) {
            out.writeDouble(value.getAsDouble());
        } else {
            out.writeNull();
        }
    }
}
