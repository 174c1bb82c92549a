package dev.parley.transport.socket;

/**
 * Whether a caller that waits for an answer spins before it blocks. To block and to be woken takes longer than a peer nearby
 * takes to answer, and no less processor time; with any other peer spinning would be a waste. So each time it was in vain, the
 * next calls block at once, twice as many as before. For the leading thread alone.
 */
final class Spin {
    /** For how long to spin. */
    static final long NANOS = 50_000;

    static final int LONGEST_PAUSE = 1 << 10;

    private final boolean allowed;
    private int pause = 1;
    private int left;

    /**
     * @param processors how many there are: a single one is better left to the peer, which may need it
     */
    Spin(int processors) {
        allowed = processors > 1;
    }

    /** Whether to do so now. */
    boolean isDue() {
        if (left > 0) {
            left--;
            return false;
        }
        return allowed;
    }

    /** Says whether it was of use. */
    void ended(boolean useful) {
        if (useful) {
            pause = 1;
        } else {
            left = pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }
}
