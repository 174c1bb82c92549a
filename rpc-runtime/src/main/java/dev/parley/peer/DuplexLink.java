package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.dispatch.IncomingCall;
import dev.parley.dispatch.Receiver;
import dev.parley.dispatch.Reply;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.UnreadableException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A peer's end of a duplex connection: requests and answers come and go in both directions, in any order. */
final class DuplexLink implements Link, FrameHandler, Receiver.Host, CallQueue.Host {
    private static final System.Logger LOG = System.getLogger("dev.parley.peer");
    private static final long TICK_MILLIS = 50;

    private final Peer peer;
    private final DuplexConnection connection;
    private final PendingCalls pending = new PendingCalls();
    private final CallQueue queue;
    private final Receiver receiver;
    private final Reply reply = (answer, errorCode, batch) -> {
        if (answer != null) {
            send(answer);
        }
    };

    /** Set once nothing more is read; the connection closes when the calls in flight are answered. */
    private volatile boolean stopping;

    private volatile @Nullable Ending ending;

    /** Why no answer will come any more. */
    private record Ending(String text, @Nullable IOException cause) {}

    /** Guards why reading stands still: too many calls wait, or the peer does not read our answers. */
    private final Object reading = new Object();

    private volatile boolean paused;
    private volatile boolean congested;
    private boolean ticking;

    DuplexLink(Peer peer, DuplexConnection connection, @Nullable Dialect dialect) {
        this.peer = peer;
        this.connection = connection;
        this.queue = new CallQueue(this, peer.limits());
        this.receiver = new Receiver(peer.dispatcher(), this, dialect);
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    // What comes in.

    @Override
    public void frame(Frame frame) {
        if (stopping) {
            return;
        }
        peer.wire().in(frame);
        CurrentCall.run(peer, null, false, () -> receive(frame));
    }

    private void receive(Frame frame) {
        if (!receiver.receive(frame, reply) && !connection.survivesGarbage()) {
            stop();
        }
    }

    @Override
    public void unreadable(UnreadableException problem, boolean goesOn) {
        if (stopping) {
            return;
        }
        peer.wire().garbage(problem);
        if (problem.rule() == UnreadableException.Rule.SIZE) {
            receiver.unreadable(reply, ErrorCode.OVERSIZED_REQUEST, "Request too large", problem.getMessage());
        } else {
            receiver.unreadable(reply, ErrorCode.PARSE_ERROR, "Parse error", problem.getMessage());
        }
        if (!goesOn) {
            stop();
        }
    }

    @Override
    public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
        if (message.idIsLong()) {
            PendingCall<?> call = pending.take(message.idNumber());
            if (call != null) {
                AnswerReader.complete(call, reader, message, kind);
                return true;
            }
        } else if (message.id().kind() == ValueKind.NULL && kind == MessageKind.ERROR) {
            errorWithoutId(reader, message);
            return true;
        }
        LOG.log(System.Logger.Level.DEBUG, () -> name() + " sent an answer that no call waits for");
        return kind != MessageKind.INVALID;
    }

    /**
     * An error that names no call: the peer could not read something of ours. It does not say what, so nothing that
     * waits can be sure of an answer.
     */
    private void errorWithoutId(MessageReader reader, Envelope message) {
        List<PendingCall<?>> waiting = pending.takeIf(call -> true);
        for (PendingCall<?> call : waiting) {
            Throwable error = AnswerReader.error(call.method(), reader, message.error());
            call.completeExceptionally(
                    waiting.size() == 1
                            ? error
                            : new RpcProtocolException(
                                    name() + " answered with an error that names no call: " + error.getMessage(),
                                    error));
        }
    }

    @Override
    public void inputEnded() {
        endPending(new Ending("closed by the peer", null));
        stop();
    }

    @Override
    public void ended(@Nullable IOException why) {
        stopping = true;
        if (ending == null) {
            endPending(new Ending(why == null ? "closed" : "lost: " + why.getMessage(), why));
        }
        queue.clear();
        peer.wire().closed();
        peer.ended(this);
    }

    @Override
    public void writable(boolean writable) {
        synchronized (reading) {
            congested = !writable;
            updateReading();
        }
    }

    @Override
    public void setReading(boolean on) {
        synchronized (reading) {
            paused = !on;
            updateReading();
        }
    }

    /** Where a call of ours waits, its answer has to be read, whatever else comes with it. */
    private void updateReading() {
        connection.setReading(!paused && !congested || !pending.isEmpty());
    }

    private void endPending(Ending why) {
        ending = why;
        pending.end().forEach(this::fail);
    }

    // What runs.

    @Override
    public void run(IncomingCall call) {
        queue.add(call);
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean isWaiting() {
        return !pending.isEmpty();
    }

    @Override
    public void idle() {
        if (stopping) {
            connection.close();
        }
    }

    @Override
    public void stop() {
        stopping = true;
        if (queue.isIdle()) {
            connection.close();
        }
    }

    @Override
    public ConnectionContext context() {
        return peer.context();
    }

    @Override
    public References references() {
        return peer.references();
    }

    @Override
    public Receiver.@Nullable ObjectMethod object(String name) {
        return peer.object(name);
    }

    /** Whether calls of the peer are running or waiting. */
    boolean isIdle() {
        return queue.isIdle();
    }

    // What goes out.

    @Override
    public boolean register(List<PendingCall<?>> calls) {
        long now = System.nanoTime();
        for (PendingCall<?> call : calls) {
            if (!pending.add(call, now)) {
                calls.forEach(this::fail);
                return false;
            }
        }
        if (paused || congested) {
            synchronized (reading) {
                updateReading();
            }
        }
        tick();
        return true;
    }

    /** Each call gets an exception of its own: who waits puts a stack trace into it. */
    private void fail(PendingCall<?> call) {
        Ending why = ending;
        call.completeExceptionally(new RpcConnectionException(
                "the connection to " + name() + " was " + (why == null ? "closed" : why.text()),
                why == null ? null : why.cause()));
    }

    @Override
    public long unusedId() {
        return pending.unusedId();
    }

    @Override
    public void send(Frame message, List<PendingCall<?>> calls) {
        send(message);
    }

    private void send(Frame message) {
        peer.wire().out(message);
        connection.send(message);
    }

    @Override
    public void forget(List<PendingCall<?>> calls) {
        for (PendingCall<?> call : calls) {
            pending.take(call.id());
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private synchronized void tick() {
        if (!ticking) {
            ticking = true;
            Deadlines.in(TICK_MILLIS, this::expire);
        }
    }

    private void expire() {
        long now = System.nanoTime();
        for (PendingCall<?> late : pending.takeIf(call -> call.isLate(now) || call.isDone())) {
            late.completeExceptionally(timeout(late, name()));
        }
        synchronized (this) {
            ticking = false;
        }
        if (!pending.isEmpty()) {
            tick();
        }
    }

    static RpcTimeoutException timeout(PendingCall<?> call, String name) {
        return new RpcTimeoutException(call.name() + " was not answered by " + name + " within "
                + java.time.Duration.ofNanos(call.timeoutNanos()).toMillis() + " ms");
    }
}
