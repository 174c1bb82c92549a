package dev.parley.call;

/**
 * How large the answers of a method have been lately, so that no more of its calls start than their answers find room. Many
 * threads write it without a fence: it is a guess, and a store for each call would cost more than a wrong one.
 */
final class AnswerSize {
    /** Answers of up to this size are nothing to reserve room for, however many calls run. */
    private static final int SMALL = 1 << 12;

    private int largest = SMALL;

    /** How many bytes the next answer is expected to have, at most; 0 for a small one, and while nothing is known. */
    int expected() {
        int size = largest;
        return size <= SMALL ? 0 : size;
    }

    /** An answer was written. One small answer among large ones says little, so that it goes down in small steps. */
    void saw(int bytes) {
        int before = largest;
        int size = Math.max(bytes, SMALL);
        if (size > before) {
            largest = size;
        } else if (size < before) {
            largest = before - Math.max(1, before - size >> 4);
        }
    }
}
