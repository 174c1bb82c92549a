package dev.parley.codec;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A family of types that one member tells apart, such as {@code "type": "circle"}. It writes that member first; it reads
 * it in any place, fastest in the first.
 *
 * @param <T> what the types have in common
 */
public final class UnionCodec<T> implements Codec<T> {
    private final String member;
    private final Map<String, Variant<? extends T>> byTag = new LinkedHashMap<>();
    private final Map<Class<?>, Variant<? extends T>> byType = new HashMap<>();
    private final String expected;

    private UnionCodec(String member, List<Variant<? extends T>> variants) {
        this.member = member;
        for (Variant<? extends T> variant : variants) {
            byType.put(variant.type, variant);
            if (byTag.put(variant.tag, variant) != null) {
                throw new IllegalArgumentException("two types are told apart by \"" + variant.tag + "\"");
            }
        }
        this.expected = (byTag.size() == 1 ? "" : "one of ") + '"' + String.join("\", \"", byTag.keySet()) + '"';
    }

    /** The family whose member {@code member} holds each variant's tag. */
    @SafeVarargs
    public static <T> Codec<T> of(String member, Variant<? extends T>... variants) {
        List<Variant<? extends T>> all = new ArrayList<>();
        for (Variant<? extends T> variant : variants) {
            all.add(variant);
        }
        return new UnionCodec<>(member, all);
    }

    /**
     * One type of a family.
     *
     * @param tag what the member says
     * @param type the class of its values, exactly
     * @param codec reads the members but the tag, and writes all with the tag; asked for when it is first used
     */
    public static <S> Variant<S> variant(String tag, Class<?> type, Supplier<? extends MembersCodec<S>> codec) {
        return new Variant<>(tag, type, codec);
    }

    /** One type of a family. */
    public static final class Variant<S> {
        private final String tag;
        private final Class<?> type;
        private final Supplier<? extends MembersCodec<S>> supplier;
        private volatile @Nullable MembersCodec<S> made;

        private Variant(String tag, Class<?> type, Supplier<? extends MembersCodec<S>> supplier) {
            this.tag = tag;
            this.type = type;
            this.supplier = supplier;
        }

        private MembersCodec<S> codec() {
            MembersCodec<S> codec = made;
            if (codec == null) {
                codec = supplier.get();
                made = codec;
            }
            return codec;
        }

        @SuppressWarnings("unchecked") // It was found by the value's class.
        private void write(ValueWriter out, Object value) {
            codec().write(out, (S) value);
        }
    }

    @Override
    public T read(ValueReader in) {
        in.beginObject();
        String name = in.nextMember();
        return member.equals(name) ? variant(in).codec().readMembers(in) : readLate(in, name);
    }

    // The tag comes later: what comes before it is kept without a type.
    private T readLate(ValueReader in, @Nullable String first) {
        Map<String, JsonValue> before = new LinkedHashMap<>();
        String name = first;
        while (name != null && !name.equals(member)) {
            keep(name, before, in);
            name = in.nextMember();
        }
        if (name == null) {
            throw in.missing(Members.of(member), 0);
        }
        MembersCodec<? extends T> codec = variant(in).codec();
        for (String next; (next = in.nextMember()) != null; ) {
            keep(next, before, in);
        }
        if (before.containsKey(member)) {
            throw in.repeated(member);
        }
        return codec.read(new TreeReader(new JsonValue.JsonObject(before), in));
    }

    private static void keep(String name, Map<String, JsonValue> members, ValueReader in) {
        if (members.put(name, Codecs.JSON_VALUE.read(in)) != null) {
            throw in.repeated(name);
        }
    }

    private Variant<? extends T> variant(ValueReader in) {
        String tag = in.readString();
        Variant<? extends T> variant = byTag.get(tag);
        if (variant == null) {
            throw in.unexpected(expected, '"' + ValueException.cut(tag) + '"');
        }
        return variant;
    }

    @Override
    public void write(ValueWriter out, T value) {
        Variant<? extends T> variant = byType.get(value.getClass());
        if (variant == null) {
            List<String> known = new ArrayList<>();
            byType.keySet().forEach(type -> known.add(type.getName()));
            throw new IllegalArgumentException(value.getClass().getName() + " is none of " + known);
        }
        variant.write(out, value);
    }
}
