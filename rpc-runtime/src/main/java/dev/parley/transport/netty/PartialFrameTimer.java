package dev.parley.transport.netty;

import dev.parley.transport.life.FrameInput;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches that a frame does not stay half received. There is a timer only while there is a part
 * of a frame; it is not cancelled when the frame is complete, but looks then whether there is a newer one to wait for,
 * since parts come and go with each read of a busy connection. For the event loop's thread alone.
 */
final class PartialFrameTimer implements FrameInput.Watch, Runnable {
    private final EventExecutor loop;
    private final long limitNanos;
    private final Runnable onTimeout;
    private boolean partial;
    private long since;
    private @Nullable ScheduledFuture<?> timer;

    PartialFrameTimer(EventExecutor loop, long limitNanos, Runnable onTimeout) {
        this.loop = loop;
        this.limitNanos = limitNanos;
        this.onTimeout = onTimeout;
    }

    @Override
    public void update(boolean nowPartial, boolean another) {
        if (limitNanos == 0) {
            return;
        }
        if (nowPartial && (another || !partial)) {
            since = System.nanoTime();
            if (timer == null) {
                timer = loop.schedule(this, limitNanos, TimeUnit.NANOSECONDS);
            }
        }
        partial = nowPartial;
    }

    @Override
    public void run() {
        timer = null;
        if (!partial) {
            return;
        }
        long left = limitNanos - (System.nanoTime() - since);
        if (left > 0) {
            timer = loop.schedule(this, left, TimeUnit.NANOSECONDS);
        } else {
            partial = false;
            onTimeout.run();
        }
    }
}
