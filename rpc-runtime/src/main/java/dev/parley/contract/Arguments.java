package dev.parley.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, as its descriptor's codecs read them. Immutable. */
public final class Arguments {
    /** No arguments. */
    public static final Arguments NONE = new Arguments(new Object[0]);

    private final @Nullable Object[] values;

    private Arguments(@Nullable Object[] values) {
        this.values = values;
    }

    /** Arguments over an array that nobody changes any more. */
    public static Arguments of(@Nullable Object... values) {
        return values.length == 0 ? NONE : new Arguments(values);
    }

    /** How many there are: as many as the method has parameters. */
    public int size() {
        return values.length;
    }

    /**
     * The argument for the parameter at an index. Skeletons name its type, which is the one that the parameter's codec
     * reads.
     */
    @SuppressWarnings("unchecked") // Descriptor and skeleton come from one model, so that codec and type agree.
    public <T extends @Nullable Object> T get(int index) {
        return (T) values[index];
    }

    /** All of them, for interceptors and logs. */
    public List<@Nullable Object> asList() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
