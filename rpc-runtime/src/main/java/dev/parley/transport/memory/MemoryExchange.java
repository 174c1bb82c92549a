package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeConnection.AnswerHandler;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.ExchangeHandler.Outcome;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it: its answer handler is called exactly once, on the shared threads. */
final class MemoryExchange implements ExchangeHandler.ReplyPath {
    private final Address address;
    private final AnswerHandler handler;
    private final int maxAnswer;
    private final Set<MemoryExchange> pending;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final AtomicBoolean replied = new AtomicBoolean();

    MemoryExchange(Address address, AnswerHandler handler, int maxAnswer, Set<MemoryExchange> pending) {
        this.address = address;
        this.handler = handler;
        this.maxAnswer = maxAnswer;
        this.pending = pending;
    }

    /** Hands a copy of the request to the listener. */
    void start(MemoryListener listener, Frame request, ConnectionInfo from) {
        if (request.length() > listener.maxFrame()) {
            fail(tooLarge("request", request, listener.maxFrame()));
            return;
        }
        Frame copy = request.keep();
        MemoryThreads.execute(() -> deliver(listener, copy, from));
    }

    private void deliver(MemoryListener listener, Frame request, ConnectionInfo from) {
        try {
            listener.exchanges().request(request, from, this);
        } catch (Throwable e) { // whatever a handler throws must not take the shared thread with it
            MemoryThreads.LOG.log(System.Logger.Level.ERROR, "The exchange handler of " + address + " failed", e);
            fail(new IOException(address + " gave no answer: its handler failed"));
        }
    }

    @Override
    public void reply(@Nullable Frame answer, Outcome outcome) {
        if (replied.getAndSet(true)) {
            throw new IllegalStateException("this request has been answered before");
        }
        if (answer != null && answer.length() > maxAnswer) {
            fail(tooLarge("answer", answer, maxAnswer));
            return;
        }
        Frame copy = answer == null ? null : answer.keep();
        settle(() -> handler.answered(copy));
    }

    void fail(IOException why) {
        settle(() -> handler.failed(why));
    }

    private void settle(Runnable tell) {
        if (settled.getAndSet(true)) {
            return;
        }
        pending.remove(this);
        MemoryThreads.execute(() -> {
            try {
                tell.run();
            } catch (Throwable e) { // see above
                MemoryThreads.LOG.log(System.Logger.Level.ERROR, "The answer handler of " + address + " failed", e);
            }
        });
    }

    private UnreadableException tooLarge(String what, Frame frame, int limit) {
        return new UnreadableException(
                UnreadableException.Rule.SIZE,
                address + ": the " + what + " of " + frame.length() + " bytes is larger than the limit of " + limit);
    }
}
