package dev.parley.link;

import dev.parley.call.AnswerTaker;
import dev.parley.call.CallQueue;
import dev.parley.call.Delivery;
import dev.parley.call.Encoding;
import dev.parley.call.Failure;
import dev.parley.call.Flow;
import dev.parley.call.Intake;
import dev.parley.call.Reply;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.message.ErrorCode;
import dev.parley.serializer.References;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves the exchanges of one connection: each request finds its own way back. Order holds within an exchange, limits for
 * the connection; a full queue means busy.
 */
public final class ExchangeServer implements ExchangeHandler {
    private final LinkSettings settings;
    private final Consumer<ExchangeServer> whenEnded;
    private final Encoding encoding;
    private final Delivery delivery;
    private final CallQueue queue;
    private final CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    /**
     * A server of the exchanges of one connection.
     *
     * @param whenEnded called once the connection is over
     */
    public ExchangeServer(LinkSettings settings, Consumer<ExchangeServer> whenEnded) {
        this.settings = settings;
        this.whenEnded = whenEnded;
        this.encoding = settings.encoding(References.NONE);
        this.delivery = new Delivery(settings.owner());
        this.queue =
                new CallQueue(new Exchanges(), delivery, settings.handlers().lane(), settings.limits());
    }

    @Override
    public Handling request(IncomingExchange request, ReplyPath path) {
        settings.wire().in(request.frame());
        CallQueue.Order order = queue.order();
        delivery.run(() -> intake(request, order).receive(request.frame(), new PathReply(path)));
        return why -> order.cancel(Failure.of(ErrorCode.CANCELLED, "Cancelled", "the client hung up"));
    }

    @Override
    public void unreadable(UnreadableException why, IncomingExchange head, ReplyPath path) {
        settings.wire().garbage(why);
        delivery.run(() -> intake(head, queue.order()).unreadable(new PathReply(path), DuplexLink.failure(why)));
    }

    @Override
    public void ended(End why) {
        settings.wire().closed();
        delivery.run(() -> queue.end(
                why.cause() == null, Failure.of(ErrorCode.CANCELLED, "Cancelled", "the connection has ended")));
        whenEnded.accept(this);
    }

    private Intake intake(IncomingExchange request, CallQueue.Order order) {
        return new Intake(
                settings.serving(settings.methods(), encoding, ExchangeHeaders.reader(request), true),
                settings.dialect(),
                order,
                AnswerTaker.NONE);
    }

    /** Accepts no further calls; completes when those in flight are answered. */
    public CompletableFuture<@Nullable Void> drain() {
        draining = true;
        queue.refuseFurther();
        if (queue.isIdle()) {
            drained.complete(null);
        }
        return drained;
    }

    /** Ends the calls that are still in flight. */
    public void stop() {
        delivery.run(() -> queue.end(false, Failure.of(ErrorCode.CANCELLED, "Cancelled", "the server was closed")));
    }

    /** Each exchange brings its own request: there is nothing to pause. */
    private final class Exchanges implements Flow {
        @Override
        public void pause(boolean on) {
            // Calls beyond the limit are refused.
        }

        @Override
        public boolean mustRead() {
            return true;
        }

        @Override
        public long room() {
            return Long.MAX_VALUE;
        }

        @Override
        public void overrun() {
            // An answer that is not read holds up its own exchange only.
        }

        @Override
        public void idle() {
            if (draining) {
                drained.complete(null);
            }
        }
    }

    /** Answers one exchange. */
    private final class PathReply extends Reply {
        private final ReplyPath path;

        PathReply(ReplyPath path) {
            this.path = path;
        }

        @Override
        public void send(@Nullable Frame answer, Kind kind, int code) {
            if (answer != null) {
                settings.wire().out(answer);
            }
            path.reply(answer, outcome(kind, code));
        }

        private static Outcome outcome(Kind kind, int code) {
            return switch (kind) {
                case NOTHING -> Outcome.NOTHING;
                case RESULT -> Outcome.RESULT;
                case ERROR -> Outcome.error(code);
                case BATCH -> Outcome.BATCH;
            };
        }
    }
}
