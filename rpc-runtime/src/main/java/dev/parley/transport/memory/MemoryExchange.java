package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Address;
import dev.parley.transport.ExchangeConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.ExchangeHandler.Handling;
import dev.parley.transport.ExchangeHandler.Outcome;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. What the two ends are told is told on the shared threads, and to each end one thing after the
 * other.
 */
final class MemoryExchange implements ExchangeHandler.ReplyPath, ExchangeConnection.Pending {
    private final Address address;
    private final ExchangeConnection.AnswerHandler handler;
    private final int maxAnswer;
    private final Set<MemoryExchange> pending;

    /** What the client has yet to be told, in order. */
    private final Queue<Runnable> toClient = new ArrayDeque<>(2);

    private boolean telling;
    private boolean settled;
    private boolean replied;

    /** Set once the listener's handler has returned. */
    private @Nullable Handling handling;

    private boolean abandoned;
    private @Nullable IOException whyAbandoned;
    private @Nullable MemorySession session;

    /** Whether the listener's part is over, and the request counted out. */
    private boolean left;

    MemoryExchange(
            Address address, ExchangeConnection.AnswerHandler handler, int maxAnswer, Set<MemoryExchange> pending) {
        this.address = address;
        this.handler = handler;
        this.maxAnswer = maxAnswer;
        this.pending = pending;
    }

    /** Hands a request to the listener, which has counted it in. */
    void start(MemorySession with, MemoryRequest request) {
        synchronized (this) {
            session = with;
        }
        MemoryThreads.execute(() -> deliver(with, request));
    }

    private void deliver(MemorySession with, MemoryRequest request) {
        if (isAbandoned()) {
            with.leave();
            return;
        }
        Handling given = Handling.NONE;
        try {
            given = with.deliver(request, this);
        } catch (Throwable e) { // whatever a handler throws must not take the shared thread with it
            MemoryThreads.LOG.log(System.Logger.Level.ERROR, "The exchange handler of " + address + " failed", e);
            synchronized (this) {
                abandoned = true;
            }
            fail(new IOException(address + " gave no answer: its handler failed"));
        }
        delivered(with, given, request.answerExpected());
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    private void delivered(MemorySession with, Handling given, boolean answerExpected) {
        boolean done;
        synchronized (this) {
            done = replied || abandoned || !answerExpected;
            handling = given;
        }
        if (!answerExpected) {
            settle(() -> handler.answered(null));
        }
        if (done) {
            tellListener(with, given);
        }
    }

    @Override
    public void part(Frame part) {
        synchronized (this) {
            checkOpen();
        }
        if (!isTooLarge(part)) {
            Frame copy = part.keep();
            tell(() -> handler.part(copy), false);
        }
    }

    @Override
    public void reply(@Nullable Frame last, Outcome outcome) {
        MemorySession answered;
        Handling given;
        synchronized (this) {
            checkOpen();
            replied = true;
            answered = abandoned ? null : session;
            given = handling;
        }
        if (last == null || !isTooLarge(last)) {
            Frame copy = last == null ? null : last.keep();
            settle(() -> handler.answered(copy));
        }
        if (answered != null && given != null) {
            tellListener(answered, given);
        }
    }

    private void checkOpen() {
        if (replied) {
            throw new IllegalStateException("this request has been answered before");
        }
    }

    private boolean isTooLarge(Frame answer) {
        if (answer.length() <= maxAnswer) {
            return false;
        }
        settle(() -> handler.failed(new UnreadableException(
                UnreadableException.Rule.SIZE,
                address + ": the answer of " + answer.length() + " bytes is larger than the limit of " + maxAnswer)));
        return true;
    }

    @Override
    public void abort() {
        abandon(null, new IOException("the request to " + address + " was aborted"));
    }

    /** The connection is gone. */
    void connectionClosed() {
        IOException why = new IOException("the connection to " + address + " was closed");
        abandon(why, why);
    }

    private void abandon(@Nullable IOException toListener, IOException toClientWhy) {
        MemorySession abandonedIn;
        Handling given;
        synchronized (this) {
            if (settled || abandoned) {
                return;
            }
            abandoned = true;
            whyAbandoned = toListener;
            abandonedIn = replied ? null : session;
            given = handling;
        }
        fail(toClientWhy);
        if (abandonedIn != null && given != null) {
            MemoryThreads.execute(() -> tellListener(abandonedIn, given));
        }
    }

    /** The listener's part is over: it is told if the client has gone. */
    private void tellListener(MemorySession with, Handling given) {
        boolean tells;
        IOException why;
        synchronized (this) {
            if (left) {
                return;
            }
            left = true;
            tells = abandoned && !replied;
            why = whyAbandoned;
        }
        if (tells) {
            MemoryThreads.run("The exchange handler of " + address, () -> given.abandoned(why));
        }
        with.leave();
    }

    void fail(IOException why) {
        settle(() -> handler.failed(why));
    }

    private void settle(Runnable last) {
        tell(last, true);
    }

    private void tell(Runnable what, boolean last) {
        synchronized (this) {
            if (settled) {
                return;
            }
            settled = last;
            toClient.add(what);
            if (telling) {
                return;
            }
            telling = true;
        }
        if (last) {
            pending.remove(this);
        }
        MemoryThreads.execute(this::tellClient);
    }

    private void tellClient() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = toClient.poll();
                telling = next != null;
            }
            if (next == null) {
                return;
            }
            MemoryThreads.run("The answer handler of " + address, next);
        }
    }
}
