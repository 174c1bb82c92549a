package dev.parley.link;

import dev.parley.call.Clock;
import dev.parley.call.Handlers;
import dev.parley.call.PendingCall;
import dev.parley.call.PendingCalls;
import dev.parley.contract.RpcTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Sees that no call of a duplex connection waits beyond its time, which is looked at now and then while any waits. */
final class AnswerTimes {
    private static final long TICK_MILLIS = 25;

    private final PendingCalls pending;
    private final Handlers handlers;
    private final Supplier<String> peer;
    private final Runnable settled;
    private final LongConsumer givenUp;
    private volatile boolean ticking;

    /**
     * The times of a connection's calls.
     *
     * @param settled called when calls were taken out of those that wait
     * @param givenUp called with the id of each whose time was over
     */
    AnswerTimes(
            PendingCalls pending, Handlers handlers, Supplier<String> peer, Runnable settled, LongConsumer givenUp) {
        this.pending = pending;
        this.handlers = handlers;
        this.peer = peer;
        this.settled = settled;
        this.givenUp = givenUp;
    }

    /** Calls wait. */
    void start() {
        if (!ticking) {
            tick();
        }
    }

    private synchronized void tick() {
        if (!ticking) {
            ticking = true;
            Clock.in(TICK_MILLIS, this::expire);
        }
    }

    /** Does something short after a tick. */
    void soon(Runnable task) {
        Clock.in(TICK_MILLIS, task);
    }

    private void expire() {
        long now = System.nanoTime();
        List<PendingCall<?>> late = pending.takeIf(call -> call.isLate(now) || call.isDone());
        if (!late.isEmpty()) {
            settled.run();
            late.stream().filter(call -> !call.isDone()).forEach(this::fail);
        }
        ticking = false;
        if (!pending.isEmpty()) {
            tick();
        }
    }

    /** Never on the clock's thread: what depends on the call may take its time. */
    private void fail(PendingCall<?> call) {
        handlers.aside(() -> {
            givenUp.accept(call.id());
            call.failed(timeout(call, peer.get()));
        });
    }

    static RpcTimeoutException timeout(PendingCall<?> call, String peer) {
        return new RpcTimeoutException(call.name() + " was not answered by " + peer + " within "
                + Duration.ofNanos(call.timeoutNanos()).toMillis() + " ms");
    }
}
