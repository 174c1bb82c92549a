package dev.parley.transport.socket;

import java.util.concurrent.TimeUnit;

/**
 * What a connection with a loop of its own has to do by the clock: see that a frame does not stay half received, and that
 * closing comes to its end. For the leading thread alone.
 */
final class OwnTimes {
    private final long limitNanos;
    private boolean partial;
    private long partialSince;
    private boolean ending;
    private long endAt;

    OwnTimes(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    /** Tells whether a part of a frame is held, and whether it is another than the last time. */
    void partial(boolean nowPartial, boolean another) {
        if (limitNanos == 0) {
            return;
        }
        if (nowPartial && (another || !partial)) {
            partialSince = System.nanoTime();
        }
        partial = nowPartial;
    }

    /** Whether a part of a frame has been held for too long; asked again, it is not any more. */
    boolean takePartialOver() {
        boolean over = partial && System.nanoTime() - partialSince >= limitNanos;
        partial &= !over;
        return over;
    }

    /** The channel closes after this time, whatever happens. */
    void endIn(long time, TimeUnit unit) {
        ending = true;
        endAt = System.nanoTime() + unit.toNanos(time);
    }

    /** Whether that time is over. */
    boolean isEndOver() {
        return ending && System.nanoTime() - endAt >= 0;
    }

    /** How long until something is over, at least a millisecond, or so many milliseconds if nothing is so soon. */
    long millisToNext(long most) {
        if (!partial && !ending) {
            return most;
        }
        long now = System.nanoTime();
        long next = TimeUnit.MILLISECONDS.toNanos(most);
        if (partial) {
            next = Math.min(next, partialSince + limitNanos - now);
        }
        if (ending) {
            next = Math.min(next, endAt - now);
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(next + 999_999));
    }
}
