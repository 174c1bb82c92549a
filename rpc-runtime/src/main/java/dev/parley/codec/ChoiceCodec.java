package dev.parley.codec;

import dev.parley.message.ValueKind;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Types that look different on the wire, with or without a member that says which is which. Where the kind of the value
 * leaves one of them, that one reads it at once; else the value is kept without a type, and goes to the one whose
 * {@link Shape} knows most of its members, the first of these if there are several.
 *
 * @param <T> what the types have in common
 */
public final class ChoiceCodec<T> implements Codec<T> {
    private final List<Choice<? extends T>> choices;
    private final Map<ValueKind, List<Choice<? extends T>>> byKind = new EnumMap<>(ValueKind.class);
    private final Map<Class<?>, Choice<? extends T>> byType = new ConcurrentHashMap<>();

    private ChoiceCodec(List<Choice<? extends T>> choices) {
        this.choices = choices;
        for (ValueKind kind : ValueKind.values()) {
            byKind.put(
                    kind,
                    choices.stream()
                            .filter(choice -> choice.kinds.contains(kind))
                            .toList());
        }
    }

    /** The types, in the order in which they are tried. */
    @SafeVarargs
    public static <T> Codec<T> of(Choice<? extends T>... choices) {
        List<Choice<? extends T>> all = new ArrayList<>();
        for (Choice<? extends T> choice : choices) {
            all.add(choice);
        }
        return new ChoiceCodec<>(List.copyOf(all));
    }

    /**
     * One of the types.
     *
     * @param type the class of its values, or one that they all extend
     * @param shape what its values look like
     * @param codec reads and writes them; asked for when it is first used
     */
    public static <S> Choice<S> choice(Class<S> type, Shape shape, Supplier<? extends Codec<S>> codec) {
        return new Choice<>(type, shape, codec);
    }

    /** One of the types. */
    public static final class Choice<S> {
        private final Class<S> type;
        private final Shape shape;
        private final List<ValueKind> kinds;
        private final Supplier<? extends Codec<S>> supplier;
        private volatile @Nullable Codec<S> made;

        private Choice(Class<S> type, Shape shape, Supplier<? extends Codec<S>> supplier) {
            this.type = type;
            this.shape = shape;
            this.kinds = shape.kinds();
            this.supplier = supplier;
        }

        private Codec<S> codec() {
            Codec<S> codec = made;
            if (codec == null) {
                codec = supplier.get();
                made = codec;
            }
            return codec;
        }

        private void write(ValueWriter out, Object value) {
            codec().write(out, type.cast(value));
        }
    }

    @Override
    public T read(ValueReader in) {
        List<Choice<? extends T>> possible = byKind.getOrDefault(in.peek(), List.of());
        if (possible.size() == 1) {
            return possible.get(0).codec().read(in);
        }
        JsonValue value = Codecs.JSON_VALUE.read(in);
        Choice<? extends T> best = best(possible, value);
        if (best == null) {
            List<String> expected = choices.stream()
                    .map(choice -> choice.shape.toString())
                    .distinct()
                    .toList();
            throw in.unexpected(String.join(", or ", expected), ValueException.cut(value.toString()));
        }
        try {
            return best.codec().read(new TreeReader(value, in));
        } catch (ValueException refused) {
            return other(possible, best, value, in, refused);
        }
    }

    /** The value as one of the other types that it looks like: a shape does not tell what a codec checks besides. */
    private static <T> T other(
            List<Choice<? extends T>> possible,
            Choice<? extends T> refusing,
            JsonValue value,
            ValueReader in,
            ValueException refused) {
        List<Choice<? extends T>> left = new ArrayList<>(possible);
        left.remove(refusing);
        Choice<? extends T> next = best(left, value);
        while (next != null) {
            try {
                return next.codec().read(new TreeReader(value, in));
            } catch (ValueException alsoRefused) {
                left.remove(next);
                next = best(left, value);
            }
        }
        throw refused;
    }

    private static <T> @Nullable Choice<? extends T> best(List<Choice<? extends T>> possible, JsonValue value) {
        Choice<? extends T> best = null;
        int least = Integer.MAX_VALUE;
        for (Choice<? extends T> choice : possible) {
            int misfit = choice.shape.misfit(value);
            if (misfit != Shape.NONE && misfit < least) {
                best = choice;
                least = misfit;
            }
        }
        return best;
    }

    @Override
    public void write(ValueWriter out, T value) {
        Choice<? extends T> choice = byType.computeIfAbsent(value.getClass(), this::find);
        choice.write(out, value);
    }

    private Choice<? extends T> find(Class<?> type) {
        for (Choice<? extends T> choice : choices) {
            if (choice.type.isAssignableFrom(type)) {
                return choice;
            }
        }
        List<String> known =
                choices.stream().map(choice -> choice.type.getName()).toList();
        throw new IllegalArgumentException(type.getName() + " is none of " + known);
    }
}
