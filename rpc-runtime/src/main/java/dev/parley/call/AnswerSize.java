package dev.parley.call;

/**
 * How large the answers of a method have been lately, so that no more of its calls start than their answers find room. Many
 * threads write it without a fence: it is a guess, and a store for each call would cost more than a wrong one.
 */
final class AnswerSize {
    /** What a method is taken for whose answers nobody has seen. */
    private static final int UNSEEN = 1 << 16;

    /** Answers of up to this size are not told apart. */
    private static final int SMALL = 1 << 12;

    private int expected = UNSEEN;

    /** How many bytes the next answer is expected to have, at most. */
    int expected() {
        return expected;
    }

    /** An answer was written. */
    void saw(int bytes) {
        int size = Math.max(bytes, SMALL);
        if (size > expected) {
            expected = size;
        } else if (size < expected) {
            // Down in small steps, as one small answer among large ones says little; but at once from a mere guess.
            expected = expected == UNSEEN ? size : expected - Math.max(1, expected - size >> 4);
        }
    }
}
