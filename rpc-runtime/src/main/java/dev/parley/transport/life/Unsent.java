package dev.parley.transport.life;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes of one connection that wait to be sent, and those of all connections of the process together. Any thread may
 * ask and add.
 */
public final class Unsent {
    /**
     * How many bytes all connections together may have waiting before each that has more than its share is told to wait: a quarter
     * of what the JVM may use. Direct memory, where most of them are, has the same limit unless a user sets another.
     */
    public static final long PROCESS_LIMIT = Runtime.getRuntime().maxMemory() / 4;

    /** So many bytes a connection may always have waiting. */
    private static final int SHARE = 1 << 16;

    /** Smaller changes are not reported to the process's count, which all threads write. */
    private static final int GRAIN = 1 << 14;

    private static final AtomicLong PROCESS = new AtomicLong();

    private final AtomicLong offered = new AtomicLong();

    /** Written by the thread that writes. */
    private volatile long gathered;

    private final AtomicLong reported = new AtomicLong();

    /** How many bytes wait in all connections of the process. */
    public static long ofProcess() {
        return PROCESS.get();
    }

    /** Other threads handed over so many bytes. */
    public void offer(long bytes) {
        report(offered.addAndGet(bytes) + gathered);
    }

    /** So many bytes of those that other threads had handed over were gathered. */
    public void taken(long bytes) {
        offered.addAndGet(-bytes);
    }

    /** So many bytes have been gathered and have not been sent; for the thread that writes. */
    public void gathered(long bytes) {
        if (bytes != gathered) {
            gathered = bytes;
        }
        report(bytes + offered.get());
    }

    private void report(long now) {
        long before = reported.get();
        long change = now - before;
        if ((change > GRAIN || change < -GRAIN || now == 0 && before != 0) && reported.compareAndSet(before, now)) {
            PROCESS.addAndGet(change);
        }
    }

    /** How many bytes of this connection wait. */
    public long bytes() {
        return gathered + offered.get();
    }

    /** Whether the process has too many bytes waiting, and this connection more than its share of them. */
    public boolean isPressed() {
        return bytes() > SHARE && PROCESS.get() > PROCESS_LIMIT;
    }

    /** Nothing waits any longer. */
    void clear() {
        gathered = 0;
        offered.set(0);
        PROCESS.addAndGet(-reported.getAndSet(0));
    }
}
