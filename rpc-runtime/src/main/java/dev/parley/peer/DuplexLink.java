package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.dispatch.IncomingCall;
import dev.parley.dispatch.Receiver;
import dev.parley.dispatch.Reply;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.FrameHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A peer's end of a duplex connection: requests and answers come and go in both directions, in any order. */
final class DuplexLink implements Link, FrameHandler, Receiver.Host, CallQueue.Host {
    private static final System.Logger LOG = System.getLogger("dev.parley.peer");
    private static final long TICK_MILLIS = 25;

    private final Peer peer;
    private final DuplexConnection connection;
    private final PendingCalls pending = new PendingCalls();
    private final CallQueue queue;
    private final Receiver receiver;
    private final CurrentCall onReadingThread;
    private CurrentCall.@Nullable Place readingPlace;
    private final Reply reply = (answer, errorCode, batch) -> {
        if (answer != null) {
            send(answer);
        }
    };

    /** Set once nothing that comes is of use any more; the connection closes when the calls in flight are answered. */
    private volatile boolean deaf;

    /** Set once no further calls are taken; answers still are, since calls in flight may wait for them. */
    private volatile boolean draining;

    /**
     * Whether the reading thread is handing over a frame, whose calls may not be in the queue yet. It is set without a
     * fence, which each frame would pay for: whoever else reads it looks again a little later.
     */
    private final AtomicBoolean receiving = new AtomicBoolean();

    /** Whether the frame that is being handed over may turn out to be no message; for the reading thread. */
    private boolean likely;

    private volatile @Nullable Ending ending;

    /** Why no answer will come any more. */
    private record Ending(String text, @Nullable IOException cause) {}

    /** Guards whether reading stands still because too many calls wait. */
    private final Object reading = new Object();

    private volatile boolean paused;
    private volatile boolean ticking;

    DuplexLink(Peer peer, DuplexConnection connection, @Nullable Dialect dialect) {
        this.peer = peer;
        this.connection = connection;
        this.queue = new CallQueue(this, peer.limits());
        this.receiver = new Receiver(peer.dispatcher(), this, dialect);
        this.onReadingThread = CurrentCall.onSharedThread(peer);
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    // What comes in.

    @Override
    public void frame(Frame frame) {
        hear(frame, false);
    }

    private boolean hear(Frame frame, boolean perhaps) {
        if (deaf) {
            return true;
        }
        likely = perhaps;
        receiving.setPlain(true);
        CurrentCall.Place here = CurrentCall.Place.here(readingPlace);
        if (readingPlace != here) {
            readingPlace = here;
        }
        CurrentCall outer = onReadingThread.enter(here);
        try {
            if (perhaps) {
                return receiver.receiveLikely(frame, reply);
            }
            peer.wire().in(frame);
            if (!receiver.receive(frame, reply) && !connection.survivesGarbage()) {
                stop();
            }
            return true;
        } finally {
            onReadingThread.leave(here, outer);
            receiving.setRelease(false);
            closeIfDone();
        }
    }

    @Override
    public void unreadable(UnreadableException problem, boolean goesOn) {
        if (deaf) {
            return;
        }
        peer.wire().garbage(problem);
        onReadingThread.run(() -> {
            if (problem.rule() == UnreadableException.Rule.SIZE) {
                oversized(problem);
            } else {
                receiver.unreadable(reply, ErrorCode.PARSE_ERROR, "Parse error", problem.getMessage());
            }
            if (problem.rule() == UnreadableException.Rule.PROTOCOL) {
                hearNothingMore(new Ending("closed, because " + problem.getMessage(), problem));
            } else if (!goesOn) {
                stop();
            }
        });
    }

    private void oversized(UnreadableException problem) {
        receiver.unreadable(reply, ErrorCode.OVERSIZED_REQUEST, "Request too large", problem.getMessage());
        PendingCall<?> only = pending.takeOnly();
        if (only != null) {
            // Most likely its answer. Among several, nobody could tell which; that one runs into its time limit.
            only.completeExceptionally(new RpcProtocolException(
                    name() + " sent, while it was asked for " + only.name() + ", what is too large to take: "
                            + problem.getMessage(),
                    problem));
            settled();
        }
    }

    @Override
    public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
        PendingCall<?> call = message.idIsLong() ? pending.take(message.idNumber()) : null;
        if (call != null) {
            complete(call, reader, message, kind);
            settled();
            return true;
        }
        if (likely) {
            reader.finish();
        }
        if (message.id().kind() == ValueKind.NULL && kind == MessageKind.ERROR) {
            errorWithoutId(reader, message);
            return true;
        }
        boolean meantAsAnswer = message.result().isPresent() || message.error().isPresent();
        if (meantAsAnswer) {
            // Never complained about: the complaint would carry an id that may be one of the other end's own calls.
            LOG.log(System.Logger.Level.DEBUG, () -> name() + " sent an answer that no call waits for");
        }
        return meantAsAnswer;
    }

    private void complete(PendingCall<?> call, MessageReader reader, Envelope message, MessageKind kind) {
        try {
            AnswerReader.complete(call, reader, message, kind);
        } catch (MalformedMessageException e) {
            if (likely && pending.putBack(call)) {
                throw e;
            }
            call.completeExceptionally(AnswerReader.malformed(call, e));
        }
    }

    /**
     * An error that names no call: the peer could not read something of ours. It does not say what, so nothing that
     * waits can be sure of an answer.
     */
    private void errorWithoutId(MessageReader reader, Envelope message) {
        List<PendingCall<?>> waiting = pending.takeAll();
        for (PendingCall<?> call : waiting) {
            Throwable error = AnswerReader.error(call, reader, message.error());
            call.completeExceptionally(
                    waiting.size() == 1
                            ? error
                            : new RpcProtocolException(
                                    name() + " answered with an error that names no call: " + error.getMessage(),
                                    error));
        }
        settled();
    }

    /** Calls were taken out of those that wait: perhaps reading may stand still again. */
    private void settled() {
        if (paused) {
            updateReading();
        }
    }

    @Override
    public void inputEnded(End why) {
        hearNothingMore(new Ending(why.text(), why.cause()));
    }

    @Override
    public void ended(End why) {
        deaf = true;
        onReadingThread.run(() -> {
            endPending(new Ending(why.text(), why.cause()));
            queue.clear();
            peer.wire().closed();
            peer.ended(this);
        });
    }

    @Override
    public void writable(boolean writable) {
        queue.hold(!writable);
    }

    @Override
    public void setReading(boolean on) {
        paused = !on;
        updateReading();
    }

    /** Where a call of ours waits, its answer has to be read, whatever else comes with it. */
    private void updateReading() {
        synchronized (reading) {
            connection.setReading(!paused || !pending.isEmpty());
        }
    }

    private void endPending(Ending why) {
        Ending before = ending;
        if (before == null || before.cause() == null && why.cause() != null) {
            ending = why;
        }
        pending.end().forEach(this::fail);
    }

    /** No answer will come any more, and no call; those that came before are still answered. */
    private void hearNothingMore(Ending why) {
        deaf = true;
        onReadingThread.run(() -> endPending(why));
        closeIfDone();
    }

    // What runs.

    @Override
    public void run(IncomingCall call) {
        if (draining) {
            call.refuse(ErrorCode.BUSY, "Server busy", "the server is closing");
        } else {
            queue.add(call);
        }
    }

    @Override
    public boolean serves() {
        return !peer.dispatcher().names().isEmpty();
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public CurrentCall onReadingThread() {
        return onReadingThread;
    }

    @Override
    public boolean isWaiting() {
        return !pending.isEmpty();
    }

    @Override
    public void idle() {
        closeIfDone();
    }

    @Override
    public void stop() {
        hearNothingMore(new Ending("closed, because what came over it is no valid message", null));
    }

    @Override
    public void overrun() {
        LOG.log(System.Logger.Level.WARNING, () -> name() + " calls on and does not read what it is answered");
        hearNothingMore(new Ending("closed, because the peer does not read what it is answered", null));
        connection.close();
    }

    /** Takes no further calls, and closes once those in flight are answered. */
    void drain() {
        draining = true;
        closeIfDone();
        if (receiving.get()) {
            Deadlines.in(TICK_MILLIS, this::closeIfDone);
        }
    }

    private void closeIfDone() {
        if ((deaf || draining) && !receiving.get() && queue.isIdle()) {
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
        for (PendingCall<?> call : calls) {
            if (!pending.add(call)) {
                calls.forEach(this::fail);
                return false;
            }
        }
        settled();
        if (!ticking) {
            tick();
        }
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

    @Override
    public <F extends Future<?>> F lead(Supplier<F> call) {
        return connection.lead(call);
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
        List<PendingCall<?>> late = pending.takeIf(call -> call.isLate(now) || call.isDone());
        if (!late.isEmpty()) {
            // What depends on these calls must not wait on the clock's thread either.
            CurrentCall.onSharedThread(peer)
                    .run(() -> late.forEach(call -> call.completeExceptionally(timeout(call, name()))));
            settled();
        }
        ticking = false;
        if (!pending.isEmpty()) {
            tick();
        }
    }

    static RpcTimeoutException timeout(PendingCall<?> call, String name) {
        return new RpcTimeoutException(call.name() + " was not answered by " + name + " within "
                + java.time.Duration.ofNanos(call.timeoutNanos()).toMillis() + " ms");
    }
}
