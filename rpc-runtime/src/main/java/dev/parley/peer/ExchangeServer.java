package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.dispatch.IncomingCall;
import dev.parley.dispatch.Receiver;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Serves exchanges: each request finds its own way back, and none knows of another. */
final class ExchangeServer implements ExchangeHandler {
    private final PeerSettings.Setup setup;
    private final @Nullable Dialect dialect;
    private final AtomicInteger running = new AtomicInteger();

    ExchangeServer(PeerSettings.Setup setup, @Nullable Dialect dialect) {
        this.setup = setup;
        this.dialect = dialect;
    }

    @Override
    public void request(Frame frame, ConnectionInfo from, ReplyPath path) {
        Wire wire = setup.wireLog().of(from, true, setup);
        wire.in(frame);
        new Receiver(setup.dispatcher(), new One(from), dialect).receive(frame, (answer, errorCode, batch) -> {
            if (answer != null) {
                wire.out(answer);
            }
            path.reply(answer, outcome(answer, errorCode, batch));
        });
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
            if (call.isNonBlocking()) {
                call.run();
                return;
            }
            Limits limits = setup.limits();
            if (running.incrementAndGet() > limits.callsInFlight() + limits.callsQueued()) {
                running.decrementAndGet();
                call.refuse(ErrorCode.BUSY, "Server busy", "too many calls are in flight");
                return;
            }
            call.whenEnded(running::decrementAndGet);
            call.keep();
            Handlers.shared().execute(call);
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
