package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.dispatch.IncomingCall;
import dev.parley.dispatch.Receiver;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.ExchangeConnection;
import dev.parley.transport.Headers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client's end of an exchange connection: each message has its own answer, and calls belong to their exchange. */
final class ExchangeLink implements Link {
    private final Peer peer;
    private final ExchangeConnection connection;
    private final @Nullable Dialect dialect;
    private final AtomicLong nextId = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CurrentCall onSharedThread;

    ExchangeLink(Peer peer, ExchangeConnection connection, @Nullable Dialect dialect) {
        this.peer = peer;
        this.connection = connection;
        this.dialect = dialect;
        this.onSharedThread = CurrentCall.onSharedThread(peer);
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    @Override
    public boolean register(List<PendingCall<?>> calls) {
        if (closed.get()) {
            calls.forEach(call -> call.completeExceptionally(closedException()));
            return false;
        }
        for (PendingCall<?> call : calls) {
            call.start(nextId.getAndIncrement());
        }
        return true;
    }

    @Override
    public long unusedId() {
        return nextId.getAndIncrement();
    }

    @Override
    public void send(Frame message, List<PendingCall<?>> calls) {
        peer.wire().out(message);
        Exchange exchange = new Exchange(calls);
        exchange.limitTime();
        connection.exchange(message, Headers.NONE, true, exchange);
    }

    @Override
    public void forget(List<PendingCall<?>> calls) {
        // Calls are known to their exchange only, and there is none yet.
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            connection.close();
            peer.wire().closed();
            peer.ended(this);
        }
    }

    private RpcConnectionException closedException() {
        return new RpcConnectionException("the connection to " + name() + " was closed", null);
    }

    /** One exchange: its calls, which end with it, and no others. */
    private final class Exchange implements ExchangeConnection.AnswerHandler, Receiver.Host {
        private final Map<Long, PendingCall<?>> waiting = new LinkedHashMap<>();
        private @Nullable Future<?> deadline;

        Exchange(List<PendingCall<?>> calls) {
            calls.forEach(call -> waiting.put(call.id(), call));
        }

        void limitTime() {
            long nanos = waiting.values().stream()
                    .mapToLong(PendingCall::timeoutNanos)
                    .filter(limit -> limit > 0)
                    .min()
                    .orElse(0);
            if (nanos > 0) {
                deadline = Deadlines.in(
                        Math.max(1, nanos / 1_000_000), () -> fail(call -> DuplexLink.timeout(call, name())));
            }
        }

        @Override
        public void part(Frame part) {
            onSharedThread.run(() -> receive(part));
        }

        private void receive(Frame answer) {
            peer.wire().in(answer);
            new Receiver(peer.dispatcher(), this, dialect).receive(answer, (complaint, errorCode, batch) -> {
                if (complaint != null) {
                    fail(this::unreadable);
                }
            });
        }

        @Override
        public void answered(@Nullable Frame answer) {
            onSharedThread.run(() -> {
                try {
                    if (answer != null) {
                        receive(answer);
                    }
                } finally {
                    fail(call -> notAnswered(call, answer == null));
                }
            });
        }

        private RpcProtocolException unreadable(PendingCall<?> call) {
            return new RpcProtocolException(
                    name() + " answered to " + call.name() + " with what is no valid response", null);
        }

        private RpcProtocolException notAnswered(PendingCall<?> call, boolean empty) {
            return new RpcProtocolException(
                    name() + (empty ? " gave an empty answer to " : " answered, but not to ") + call.name(), null);
        }

        @Override
        public void failed(IOException why) {
            fail(call -> closed.get()
                    ? closedException()
                    : new RpcConnectionException(
                            "the connection to " + name() + " was lost: " + why.getMessage(), why));
        }

        /** Ends the calls that still wait, each with an exception of its own: who waits puts a stack trace into it. */
        private void fail(Function<PendingCall<?>, ? extends Throwable> why) {
            List<PendingCall<?>> left;
            synchronized (waiting) {
                left = List.copyOf(waiting.values());
                waiting.clear();
            }
            if (deadline != null) {
                deadline.cancel(false);
            }
            if (!left.isEmpty()) {
                onSharedThread.run(() -> left.forEach(call -> call.completeExceptionally(why.apply(call))));
            }
        }

        @Override
        public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
            if (message.id().kind() == ValueKind.NULL && kind == MessageKind.ERROR) {
                fail(call -> AnswerReader.error(call, reader, message.error()));
                return true;
            }
            PendingCall<?> call;
            synchronized (waiting) {
                call = message.idIsLong() ? waiting.remove(message.idNumber()) : null;
            }
            if (call != null) {
                try {
                    AnswerReader.complete(call, reader, message, kind);
                } catch (MalformedMessageException e) {
                    call.completeExceptionally(AnswerReader.malformed(call, e));
                }
            }
            return call != null
                    || message.result().isPresent()
                    || message.error().isPresent();
        }

        @Override
        public void run(IncomingCall call) {
            // An answer is no place for requests: there is no way back.
            call.refuse(ErrorCode.INVALID_REQUEST, "Invalid Request", "an answer can't hold a request");
        }

        @Override
        public ConnectionContext context() {
            return peer.context();
        }

        @Override
        public References references() {
            return References.NONE;
        }

        @Override
        public void stop() {
            // The exchange is over anyway.
        }
    }
}
