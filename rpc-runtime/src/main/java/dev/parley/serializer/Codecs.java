package dev.parley.serializer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codecs of Java's own types, and what makes codecs of codecs. */
public final class Codecs {
    private Codecs() {}

    public static final Codec<@Nullable Void> VOID = null;
    public static final Codec<JsonValue> JSON_VALUE = null;

    public static <T> Codec<@Nullable T> nullable(Codec<T> codec) {
        return null;
    }

    public static <T> Codec<Optional<T>> optional(Codec<T> codec) {
        return null;
    }

    public static final Codec<String> STRING = null;
    public static final Codec<Integer> INT = null;
    public static final ElementsCodec<int[]> INT_ARRAY = null;

    public static <T> Codec<java.util.List<T>> list(Codec<T> codec) {
        return null;
    }
}
