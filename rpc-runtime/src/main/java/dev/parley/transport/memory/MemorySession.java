package dev.parley.transport.memory;

import dev.parley.framing.UnreadableException;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import org.jspecify.annotations.Nullable;

/**
 * What one connection of the exchange mode is to one listener: the handler that serves its requests, and how many of them
 * are open. The handler is told of the end once nothing else is left to tell.
 */
final class MemorySession {
    private final MemoryListener listener;
    private final ConnectionInfo from;
    private final ExchangeHandler handler;
    private int open;
    private boolean ended;

    /** How the connection ended, or the listener closed; requests that are open go on in the latter case. */
    private @Nullable End end;

    MemorySession(MemoryListener listener, ConnectionInfo from, ExchangeHandler handler) {
        this.listener = listener;
        this.from = from;
        this.handler = handler;
    }

    MemoryListener listener() {
        return listener;
    }

    ConnectionInfo from() {
        return from;
    }

    /** Counts a request in; false when the session has ended. */
    synchronized boolean enter() {
        if (end != null) {
            return false;
        }
        open++;
        return true;
    }

    /** Hands a request to the handler. */
    ExchangeHandler.Handling deliver(MemoryRequest request, ExchangeHandler.ReplyPath reply) {
        UnreadableException problem = request.problem();
        if (problem == null) {
            return handler.request(request, reply);
        }
        handler.unreadable(problem, request, reply);
        return ExchangeHandler.Handling.NONE;
    }

    /** Counts a request out: it was answered or abandoned, and its handler knows. */
    void leave() {
        synchronized (this) {
            open--;
        }
        endIfDone();
    }

    /** The connection ended. Its open requests have to be abandoned by whoever ends it. */
    void connectionEnded() {
        end(End.CLOSED_BY_PEER);
    }

    /** The listener takes no further requests; those that are open go on. */
    void listenerClosed() {
        end(new End.ClosedHere(CloseReason.GOING_AWAY));
    }

    private void end(End why) {
        synchronized (this) {
            if (end == null) {
                end = why;
            }
        }
        endIfDone();
    }

    private void endIfDone() {
        End why;
        synchronized (this) {
            why = end;
            if (why == null || open > 0 || ended) {
                return;
            }
            ended = true;
        }
        listener.sessionEnded(this);
        MemoryThreads.run("The exchange handler of " + listener.address(), () -> handler.ended(why));
    }
}
