package dev.parley.call;

import org.jspecify.annotations.Nullable;

/** Says of which value of a call it is that it can't be written, before anything is sent. */
final class Unwritable {
    private Unwritable() {}

    /**
     * The exception for an argument or result.
     *
     * @param what the value in words: {@code "the argument \"id\""}
     * @param value the value, which may be null or hold a null where its type allows none
     * @param why what its codec said
     */
    static RuntimeException of(String method, String what, @Nullable Object value, RuntimeException why) {
        String text = method + ": " + what;
        if (why instanceof NullPointerException) {
            NullPointerException named = new NullPointerException(text
                    + (value == null
                            ? " is null, which its type does not allow"
                            : " holds a null where its type allows none"));
            named.initCause(why);
            return named;
        }
        return new IllegalArgumentException(text + " can't be written: " + why.getMessage(), why);
    }
}
