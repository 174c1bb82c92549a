package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.dispatch.IncomingCall;
import dev.parley.dispatch.Receiver;
import dev.parley.dispatch.Reply;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Serves exchanges: each request finds its own way back, and none knows of another. */
final class ExchangeServer implements ExchangeHandler {
    private final PeerSettings.Setup setup;
    private final @Nullable Dialect dialect;
    private final CurrentCall onTransportsThread = CurrentCall.onSharedThread(this);
    private final CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean draining;

    ExchangeServer(PeerSettings.Setup setup, @Nullable Dialect dialect) {
        this.setup = setup;
        this.dialect = dialect;
    }

    @Override
    public Handling request(IncomingExchange request, ReplyPath path) {
        Wire wire = wire(request);
        wire.in(request.frame());
        receiver(request).receive(request.frame(), reply(wire, path));
        return Handling.NONE;
    }

    @Override
    public void unreadable(UnreadableException why, IncomingExchange head, ReplyPath path) {
        Wire wire = wire(head);
        wire.garbage(why);
        boolean large = why.rule() == UnreadableException.Rule.SIZE;
        receiver(head)
                .unreadable(
                        reply(wire, path),
                        large ? ErrorCode.OVERSIZED_REQUEST : ErrorCode.PARSE_ERROR,
                        large ? "Request too large" : "Parse error",
                        why.getMessage());
    }

    private Wire wire(IncomingExchange request) {
        return setup.wireLog().of(request.connection(), true, setup, name -> null);
    }

    private Receiver receiver(IncomingExchange request) {
        return new Receiver(setup.dispatcher(), new One(request.connection()), dialect);
    }

    private static Reply reply(Wire wire, ReplyPath path) {
        return (answer, errorCode, batch) -> {
            if (answer != null) {
                wire.out(answer);
            }
            path.reply(answer, outcome(answer, errorCode, batch));
        };
    }

    /** Takes no further calls; completes when those in flight are answered. */
    CompletableFuture<@Nullable Void> drain() {
        draining = true;
        if (running.get() == 0) {
            drained.complete(null);
        }
        return drained;
    }

    private void ended() {
        if (running.decrementAndGet() == 0 && draining) {
            drained.complete(null);
        }
    }

    private void run(IncomingCall call) {
        Limits limits = setup.limits();
        int calls = running.incrementAndGet();
        call.whenEnded(this::ended);
        if (draining) {
            call.refuse(ErrorCode.BUSY, "Server busy", "the server is closing");
        } else if (calls > limits.callsInFlight() + limits.callsQueued()) {
            call.refuse(ErrorCode.BUSY, "Server busy", "too many calls are in flight");
        } else if (call.isNonBlocking()) {
            onTransportsThread.run(call);
        } else {
            call.keep();
            Handlers.shared()
                    .execute(() -> CurrentCall.onOwnThread(this, () -> {}).run(call));
        }
    }

    private static Outcome outcome(@Nullable Frame answer, int errorCode, boolean batch) {
        if (errorCode != 0) {
            return Outcome.error(errorCode);
        }
        if (answer == null) {
            return Outcome.NOTHING;
        }
        return batch ? Outcome.BATCH : Outcome.RESULT;
    }

    /** One exchange. */
    private final class One implements Receiver.Host, ConnectionContext {
        private final ConnectionInfo from;

        One(ConnectionInfo from) {
            this.from = from;
        }

        @Override
        public void run(IncomingCall call) {
            ExchangeServer.this.run(call);
        }

        @Override
        public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
            return false;
        }

        @Override
        public void stop() {
            // The exchange ends with its answer.
        }

        @Override
        public ConnectionContext context() {
            return this;
        }

        @Override
        public References references() {
            return References.NONE;
        }

        @Override
        public String transport() {
            return from.transport();
        }

        @Override
        public String remote() {
            return from.remote();
        }

        @Override
        public Map<String, String> attributes() {
            return from.attributes();
        }
    }
}
