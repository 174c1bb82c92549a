package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The codecs of arrays of primitives: JSON arrays, but for {@code byte[]} and {@code char[]}, which are strings. */
final class ArrayCodecs {
    private static final int INITIAL = 16;

    static final Codec<byte[]> BYTES = new FunctionCodec<>(ValueReader::readBytes, ValueWriter::writeBytes);
    static final Codec<char[]> CHARS = new FunctionCodec<>(
            in -> in.readString().toCharArray(), (out, value) -> out.writeString(new String(value)));
    static final ElementsCodec<boolean[]> BOOLEANS =
            new Elements<>(new boolean[0], ArrayCodecs::readBooleans, ArrayCodecs::write);
    static final ElementsCodec<short[]> SHORTS =
            new Elements<>(new short[0], ArrayCodecs::readShorts, ArrayCodecs::write);
    static final ElementsCodec<int[]> INTS = new Elements<>(new int[0], ArrayCodecs::readInts, ArrayCodecs::write);
    static final ElementsCodec<long[]> LONGS = new Elements<>(new long[0], ArrayCodecs::readLongs, ArrayCodecs::write);
    static final ElementsCodec<float[]> FLOATS =
            new Elements<>(new float[0], ArrayCodecs::readFloats, ArrayCodecs::write);
    static final ElementsCodec<double[]> DOUBLES =
            new Elements<>(new double[0], ArrayCodecs::readDoubles, ArrayCodecs::write);

    private ArrayCodecs() {}

    /** An elements codec of two functions. */
    private record Elements<A>(A none, Function<ValueReader, A> reader, BiConsumer<ValueWriter, A> writer)
            implements ElementsCodec<A> {
        @Override
        public A readElements(ValueReader in) {
            return reader.apply(in);
        }

        @Override
        public void writeElements(ValueWriter out, A value) {
            writer.accept(out, value);
        }
    }

    /** Arrays of objects. */
    static <E extends @Nullable Object> ElementsCodec<E[]> of(Codec<E> element, IntFunction<E[]> newArray) {
        return new Elements<>(newArray.apply(0), in -> readObjects(in, element, newArray), (out, values) -> {
            for (E value : values) {
                element.write(out, value);
            }
        });
    }

    private static <E extends @Nullable Object> E[] readObjects(
            ValueReader in, Codec<E> element, IntFunction<E[]> newArray) {
        List<E> values = new ArrayList<>();
        while (in.nextElement()) {
            values.add(element.read(in));
        }
        return values.toArray(newArray);
    }

    private static boolean[] readBooleans(ValueReader in) {
        boolean[] values = new boolean[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.readBoolean();
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, boolean[] values) {
        for (boolean value : values) {
            out.writeBoolean(value);
        }
    }

    private static short[] readShorts(ValueReader in) {
        short[] values = new short[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = NumberCodecs.readShort(in);
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, short[] values) {
        for (short value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(ValueReader in) {
        int[] values = new int[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.readInt();
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, int[] values) {
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static long[] readLongs(ValueReader in) {
        long[] values = new long[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.readLong();
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, long[] values) {
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static float[] readFloats(ValueReader in) {
        float[] values = new float[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.readFloat();
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, float[] values) {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static double[] readDoubles(ValueReader in) {
        double[] values = new double[INITIAL];
        int size = 0;
        while (in.nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.readDouble();
        }
        return Arrays.copyOf(values, size);
    }

    private static void write(ValueWriter out, double[] values) {
        for (double value : values) {
            out.writeDouble(value);
        }
    }
}
