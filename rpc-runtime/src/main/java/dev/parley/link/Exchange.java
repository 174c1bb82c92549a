package dev.parley.link;

import dev.parley.call.Answers;
import dev.parley.call.Awaited;
import dev.parley.call.Clock;
import dev.parley.call.Delivery;
import dev.parley.call.Encoding;
import dev.parley.call.Intake;
import dev.parley.call.PendingCall;
import dev.parley.call.Reply;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.frame.Frame;
import dev.parley.message.ErrorCode;
import dev.parley.transport.ExchangeConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One exchange of a client: its calls end with it, and no others do. */
final class Exchange implements ExchangeConnection.AnswerHandler, Awaited {
    private final ExchangeLink link;
    private final LinkSettings settings;
    private final Encoding encoding;
    private final Delivery delivery;
    private final long timeoutNanos;

    /** The calls that wait, under their own lock. */
    private final List<PendingCall<?>> waiting;

    private @Nullable Future<?> deadline;

    // Under the lock of those that wait.

    private ExchangeConnection.@Nullable Pending pending;
    private boolean over;

    Exchange(
            ExchangeLink link,
            LinkSettings settings,
            Encoding encoding,
            Delivery delivery,
            List<PendingCall<?>> calls) {
        this.link = link;
        this.settings = settings;
        this.encoding = encoding;
        this.delivery = delivery;
        this.waiting = new ArrayList<>(calls);
        this.timeoutNanos = calls.stream()
                .mapToLong(PendingCall::timeoutNanos)
                .filter(limit -> limit > 0)
                .min()
                .orElse(0);
    }

    /** How long the first of its calls to give up waits; 0 for no limit. */
    long timeoutNanos() {
        return timeoutNanos;
    }

    /** It is under way, and can be given up. */
    void sent(ExchangeConnection.Pending exchange) {
        boolean idle;
        synchronized (waiting) {
            pending = exchange;
            idle = over;
        }
        if (idle) {
            exchange.abort();
        }
    }

    void limitTime() {
        if (timeoutNanos > 0) {
            deadline = Clock.in(
                    Math.max(1, timeoutNanos / 1_000_000),
                    () -> settings.handlers().aside(this::timedOut));
        }
    }

    private void timedOut() {
        fail(call -> AnswerTimes.timeout(call, link.name()));
        abort();
    }

    void cancelled(PendingCall<?> call) {
        boolean last;
        synchronized (waiting) {
            waiting.remove(call);
            last = waiting.isEmpty();
        }
        if (last) {
            abort();
        }
    }

    /** No call waits any more. */
    private void abort() {
        ExchangeConnection.Pending present;
        synchronized (waiting) {
            over = true;
            present = pending;
        }
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (present != null) {
            present.abort();
        }
    }

    @Override
    public void part(Frame part) {
        delivery.run(() -> receive(part));
    }

    private void receive(Frame message) {
        settings.wire().in(message);
        intake().receive(message, new NoReply());
    }

    @Override
    public void answered(@Nullable Frame answer) {
        delivery.run(() -> {
            try {
                if (answer != null) {
                    receive(answer);
                }
            } finally {
                fail(call -> notAnswered(call, answer == null));
            }
        });
    }

    private Intake intake() {
        // An answer is no place for requests: there is no way back.
        return new Intake(
                settings.serving(settings.methods(), encoding, null, true),
                settings.dialect(),
                call -> call.refuse(ErrorCode.INVALID_REQUEST, "Invalid Request", "an answer can't hold a request"),
                new Answers(this, settings.outgoing(), link::name, link::learn, () -> {}));
    }

    @Override
    public void failed(IOException why) {
        delivery.run(() -> fail(call -> link.hasEnded()
                ? link.closedException()
                : new RpcConnectionException(
                        "the connection to " + link.name() + " was lost: " + why.getMessage(), why)));
    }

    private RpcProtocolException unreadable(PendingCall<?> call) {
        return new RpcProtocolException(
                link.name() + " answered " + call.name() + " with a message that is not a valid response", null);
    }

    private RpcProtocolException notAnswered(PendingCall<?> call, boolean empty) {
        return new RpcProtocolException(
                link.name() + (empty ? " gave an empty answer to " : " answered, but not to ") + call.name(), null);
    }

    /** Ends the calls that still wait, each with an exception of its own: a caller that blocks puts a stack trace into it. */
    private void fail(Function<PendingCall<?>, ? extends Throwable> why) {
        List<PendingCall<?>> left = takeAll();
        if (deadline != null) {
            deadline.cancel(false);
        }
        left.forEach(call -> call.failed(why.apply(call)));
    }

    @Override
    public @Nullable PendingCall<?> take(long id) {
        synchronized (waiting) {
            for (int i = 0; i < waiting.size(); i++) {
                if (waiting.get(i).id() == id) {
                    return waiting.remove(i);
                }
            }
        }
        return null;
    }

    @Override
    public boolean isOneMessage() {
        return true;
    }

    @Override
    public List<PendingCall<?>> takeIf(Predicate<PendingCall<?>> test) {
        synchronized (waiting) {
            List<PendingCall<?>> taken = waiting.stream().filter(test).toList();
            waiting.removeAll(taken);
            return taken;
        }
    }

    /** What would go back to a peer that sent no valid response. */
    private final class NoReply extends Reply {
        @Override
        public void send(@Nullable Frame complaint, Kind kind, int code) {
            if (complaint != null || kind == Kind.ERROR) {
                fail(Exchange.this::unreadable);
            }
        }
    }
}
