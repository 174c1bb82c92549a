package dev.parley.transport.socket;

import dev.parley.transport.life.FrameInput;
import java.util.concurrent.TimeUnit;

/**
 * What a led connection has to do by the clock: see that a frame does not stay half received, and that
 * closing comes to its end. For the leading thread alone.
 */
final class LedTimes implements FrameInput.Watch {
    /** Something that may last, but not for long. */
    private static final class Watch {
        private final long limitNanos;
        private boolean on;
        private long since;

        Watch(long limitNanos) {
            this.limitNanos = limitNanos;
        }

        void update(boolean nowOn, boolean another) {
            if (limitNanos == 0) {
                return;
            }
            if (nowOn && (another || !on)) {
                since = System.nanoTime();
            }
            on = nowOn;
        }

        boolean takeOver() {
            boolean over = on && System.nanoTime() - since >= limitNanos;
            on &= !over;
            return over;
        }

        long nanosLeft(long now, long most) {
            return on ? Math.min(most, since + limitNanos - now) : most;
        }
    }

    private final Watch partial;
    private boolean ending;
    private long endAt;

    LedTimes(long limitNanos) {
        partial = new Watch(limitNanos);
    }

    @Override
    public void update(boolean nowPartial, boolean another) {
        partial.update(nowPartial, another);
    }

    /** Whether a part of a frame has been held for too long; asked again, it is not any more. */
    boolean takePartialOver() {
        return partial.takeOver();
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
        if (!partial.on && !ending) {
            return most;
        }
        long now = System.nanoTime();
        long next = partial.nanosLeft(now, TimeUnit.MILLISECONDS.toNanos(most));
        if (ending) {
            next = Math.min(next, endAt - now);
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(next + 999_999));
    }
}
