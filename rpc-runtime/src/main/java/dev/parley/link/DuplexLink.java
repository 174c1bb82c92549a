package dev.parley.link;

import dev.parley.call.Answers;
import dev.parley.call.CallQueue;
import dev.parley.call.Delivery;
import dev.parley.call.Encoding;
import dev.parley.call.Failure;
import dev.parley.call.Intake;
import dev.parley.call.PendingCall;
import dev.parley.call.PendingCalls;
import dev.parley.call.Reply;
import dev.parley.codec.JsonValue;
import dev.parley.contract.CallOptions;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcException;
import dev.parley.contract.RpcInterruptedException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.extension.Extension;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.message.ErrorCode;
import dev.parley.thread.Occupation;
import dev.parley.thread.ThreadPlace;
import dev.parley.transport.CloseReason;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.FrameHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A peer's end of a duplex connection: requests and answers come and go in both directions, in any order. */
public final class DuplexLink implements Link, FrameHandler {
    private final LinkSettings settings;
    private final DuplexConnection connection;
    private final Runnable whenEnded;
    private final PendingCalls pending = new PendingCalls();
    private final PendingCall.Owner owner;
    private final AnswerTimes times;
    private final ReadingGate gate;
    private final Delivery delivery;
    private final CallQueue queue;
    private final Intake intake;
    private final ExtensionSessions sessions;
    private final CallControl control;
    private final Function<Link, LinkCaller> callers;
    private final Encoding encoding;
    private final Reply reply = new ConnectionReply();
    private @Nullable ThreadPlace readingPlace;

    /** Set once nothing that comes is of use any more; the connection closes when the calls in flight are answered. */
    private volatile boolean deaf;

    /** Set once no further calls are accepted; answers still are, since calls in flight may wait for them. */
    private volatile boolean draining;

    /**
     * Whether the reading thread is handing over a frame, whose calls may not be in the queue yet. It is set without a
     * fence, which each frame would pay for: any other thread that reads it looks again a little later.
     */
    private final AtomicBoolean receiving = new AtomicBoolean();

    private volatile @Nullable Ending ending;
    private volatile int peersLimit = Integer.MAX_VALUE;

    /**
     * A link over a connection.
     *
     * @param callers makes the caller of this link, for extensions
     * @param whenEnded called once the connection is over
     */
    public DuplexLink(
            LinkSettings settings,
            DuplexConnection connection,
            Function<Link, LinkCaller> callers,
            Runnable whenEnded) {
        this.settings = settings;
        this.connection = connection;
        this.whenEnded = whenEnded;
        this.owner = new Owner();
        this.times = new AnswerTimes(pending, settings.handlers(), this::name, this::settled, this::givenUp);
        this.gate =
                new ReadingGate(connection, pending, settings.limits().bytesUnsent(), this::overrun, this::closeIfDone);
        this.delivery = new Delivery(settings.owner());
        this.queue = new CallQueue(gate, delivery, settings.handlers().lane(), settings.limits());
        this.sessions = new ExtensionSessions(settings.methods());
        this.control = new CallControl(queue);
        this.callers = callers;
        sessions.open(extensions(), host());
        this.encoding = settings.encoding(sessions.references());
        gate.extensions(sessions);
        this.intake = new Intake(
                settings.serving(sessions, encoding, control, settings.serves()),
                settings.dialect(),
                queue.order(),
                new Answers(pending, settings.outgoing(), this::name, this::learn, this::settled));
    }

    private List<Extension> extensions() {
        List<Extension> all = new ArrayList<>(settings.extensions());
        all.add(control);
        return all;
    }

    private ExtensionSessions.Connection host() {
        return new ExtensionSessions.Connection(
                settings.connection(),
                prefix -> callers.apply(this).at(prefix),
                this::encoding,
                settings.outgoing(),
                this::send,
                gate::update);
    }

    /**
     * Asks the peer which extensions it knows, and waits for the answer. A peer that does not know the question, or takes
     * too long, knows none.
     */
    public void announce(Duration limit) {
        LinkCaller caller = callers.apply(this).plain().with(CallOptions.NONE.timeout(limit));
        try {
            JsonValue answer = caller.call(Announcement.METHOD, Announcement.message(sessions.names()));
            sessions.announced(Announcement.names(answer));
        } catch (RpcInterruptedException e) {
            throw e;
        } catch (RpcException e) {
            // A plain peer.
        }
    }

    @Override
    public Encoding encoding() {
        // The sessions of extensions open before it is known what travels by reference.
        if (encoding == null) {
            throw new IllegalStateException(
                    "an extension can't make calls while its session opens; keep the caller for later");
        }
        return encoding;
    }

    @Override
    public CallControl control() {
        return control;
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    // What comes in.

    @Override
    public void frame(Frame frame) {
        if (deaf) {
            return;
        }
        receiving.setPlain(true);
        ThreadPlace here = ThreadPlace.here(readingPlace);
        if (readingPlace != here) {
            readingPlace = here;
        }
        Occupation outer = delivery.enter(here);
        try {
            settings.wire().in(frame);
            Intake.Outcome outcome = intake.receive(frame, reply);
            if (outcome == Intake.Outcome.STOP
                    || outcome == Intake.Outcome.MALFORMED && !connection.survivesGarbage()) {
                stop();
            }
        } finally {
            delivery.leave(here, outer);
            receiving.setRelease(false);
            closeIfDone();
        }
    }

    @Override
    public void unreadable(UnreadableException problem, boolean goesOn) {
        if (deaf) {
            return;
        }
        settings.wire().garbage(problem);
        delivery.run(() -> {
            Intake.Outcome outcome = intake.unreadable(reply, failure(problem));
            if (problem.rule() == UnreadableException.Rule.SIZE) {
                failOnlyCall(problem);
            }
            if (problem.rule() == UnreadableException.Rule.PROTOCOL) {
                hearNothingMore(new Ending("closed, because " + problem.getMessage(), problem));
            } else if (!goesOn || outcome == Intake.Outcome.STOP) {
                stop();
            }
        });
    }

    static Failure failure(UnreadableException problem) {
        return problem.rule() == UnreadableException.Rule.SIZE
                ? Failure.of(ErrorCode.OVERSIZED_REQUEST, "Request too large", problem.getMessage())
                : Failure.of(ErrorCode.PARSE_ERROR, "Parse error", problem.getMessage());
    }

    /** Most likely its answer was too large. Among several, nobody could tell which; that one runs into its time limit. */
    private void failOnlyCall(UnreadableException problem) {
        PendingCall<?> only = pending.takeOnly();
        if (only != null) {
            only.failed(new RpcProtocolException(
                    name() + " sent a message over the size limit while " + only.name() + " was pending: "
                            + problem.getMessage(),
                    problem));
            settled();
        }
    }

    private void givenUp(long call) {
        control.cancel(call);
    }

    /** Calls were taken out of those that wait: perhaps reading may stand still again. */
    private void settled() {
        gate.update();
    }

    @Override
    public void inputEnded(End why) {
        hearNothingMore(Ending.of(why));
    }

    @Override
    public void ended(End why) {
        deaf = true;
        delivery.run(() -> {
            endPending(Ending.of(why));
            queue.end(why.cause() == null, Failure.of(ErrorCode.CANCELLED, "Cancelled", "the connection has ended"));
            sessions.ended();
            settings.wire().closed();
            whenEnded.run();
        });
    }

    @Override
    public void writable(boolean writable) {
        queue.hold(!writable);
    }

    @Override
    public boolean isWaiting() {
        return !pending.isEmpty();
    }

    private void endPending(Ending why) {
        Ending before = ending;
        if (before == null || before.isBare() && !why.isBare()) {
            ending = why;
        }
        pending.end().forEach(this::fail);
    }

    /** No answer will come any more, and no call; those that came before are still answered. */
    private void hearNothingMore(Ending why) {
        deaf = true;
        delivery.run(() -> endPending(why));
        closeIfDone();
    }

    private void stop() {
        hearNothingMore(new Ending("closed, because what came over it is no valid message", null));
    }

    private void overrun() {
        System.getLogger("dev.parley.link")
                .log(
                        System.Logger.Level.WARNING,
                        () -> name() + " goes on calling and does not read its answers; closing the connection");
        hearNothingMore(new Ending("closed, because the peer does not read its answers", null));
        connection.close(new CloseReason(CloseReason.Kind.POLICY, "answers are not read"));
    }

    /** Accepts no further calls, and closes once those in flight are answered. */
    public void drain() {
        draining = true;
        queue.refuseFurther();
        closeIfDone();
        if (receiving.get()) {
            times.soon(this::closeIfDone);
        }
    }

    private void closeIfDone() {
        if ((deaf || draining) && !receiving.get() && queue.isIdle()) {
            connection.close();
        }
    }

    /** The method of an object known by reference that a name means; null when it is not one. */
    public @Nullable MethodDescriptor<?> objectMethod(String name) {
        return sessions.objectMethod(name);
    }

    /** Whether no calls of the peer are running or waiting. */
    public boolean isIdle() {
        return queue.isIdle();
    }

    // What goes out.

    /** The peer's limit for messages, as it said itself. */
    private void learn(int limit) {
        peersLimit = limit;
    }

    @Override
    public int peersLimit() {
        return peersLimit;
    }

    @Override
    public boolean register(List<PendingCall<?>> calls) {
        for (PendingCall<?> call : calls) {
            if (!pending.add(call, owner)) {
                calls.forEach(this::fail);
                return false;
            }
        }
        gate.update();
        times.start();
        return true;
    }

    /** Each call gets an exception of its own: a caller that blocks puts a stack trace into it. */
    private void fail(PendingCall<?> call) {
        call.failed((ending == null ? Ending.of(End.CLOSED_HERE) : ending).exception(name()));
    }

    @Override
    public long unusedId() {
        return pending.unusedId();
    }

    @Override
    public void send(Frame message, List<PendingCall<?>> calls, CallOptions options) {
        send(message);
    }

    @Override
    public <F extends Future<?>> F lead(Supplier<F> call) {
        return connection.lead(call);
    }

    private void send(Frame message) {
        settings.wire().out(message);
        connection.send(message);
    }

    @Override
    public void forget(List<PendingCall<?>> calls) {
        for (PendingCall<?> call : calls) {
            pending.take(call.id());
        }
        gate.update();
    }

    @Override
    public boolean hasEnded() {
        return ending != null;
    }

    @Override
    public void close() {
        if (control.isAnnounced()) {
            // Over TCP the peer can't tell an end from a caller that sends nothing more and still reads its answers.
            pending.ids().forEach(control::cancel);
        }
        connection.close();
    }

    /** Sends the answers back over the connection. */
    private final class ConnectionReply extends Reply {
        @Override
        public void send(@Nullable Frame answer, Kind kind, int code) {
            if (answer != null) {
                DuplexLink.this.send(answer);
            }
        }
    }

    /** What calls tell their connection. */
    private final class Owner implements PendingCall.Owner {
        @Override
        public void cancelled(PendingCall<?> call) {
            if (pending.take(call.id()) != null) {
                gate.update();
                control.cancel(call.id());
            }
        }

        @Override
        public @Nullable Executor callbacks() {
            return settings.callbacks();
        }
    }
}
