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
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.transport.ExchangeConnection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client's end of an exchange connection: each message has its own answer, and calls belong to their exchange. */
final class ExchangeLink implements Link {
    private final Peer peer;
    private final ExchangeConnection connection;
    private final @Nullable Dialect dialect;
    private final AtomicLong nextId = new AtomicLong();
    private volatile boolean closed;

    ExchangeLink(Peer peer, ExchangeConnection connection, @Nullable Dialect dialect) {
        this.peer = peer;
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    @Override
    public boolean register(List<PendingCall<?>> calls) {
        if (closed) {
            calls.forEach(call -> call.completeExceptionally(
                    new RpcConnectionException("the connection to " + name() + " was closed", null)));
            return false;
        }
        long now = System.nanoTime();
        for (PendingCall<?> call : calls) {
            call.start(nextId.getAndIncrement(), now);
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
        calls.stream()
                .mapToLong(PendingCall::timeoutNanos)
                .filter(nanos -> nanos > 0)
                .min()
                .ifPresent(nanos -> Deadlines.in(Math.max(1, nanos / 1_000_000), exchange::expire));
        connection.exchange(message, exchange);
    }

    @Override
    public void forget(List<PendingCall<?>> calls) {
        // Calls are known to their exchange only, and there is none yet.
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
        peer.wire().closed();
        peer.ended(this);
    }

    /** One exchange: its calls, which end with it, and no others. */
    private final class Exchange implements ExchangeConnection.AnswerHandler, Receiver.Host {
        private final Map<Long, PendingCall<?>> waiting = new HashMap<>();

        Exchange(List<PendingCall<?>> calls) {
            calls.forEach(call -> waiting.put(call.id(), call));
        }

        @Override
        public void answered(@Nullable Frame answer) {
            if (answer != null) {
                peer.wire().in(answer);
                CurrentCall.run(
                        peer,
                        null,
                        false,
                        () -> new Receiver(peer.dispatcher(), this, dialect)
                                .receive(answer, (none, errorCode, batch) -> fail(unreadable())));
            }
            fail(new RpcProtocolException(name() + " answered, but not this call", null));
        }

        private RpcProtocolException unreadable() {
            return new RpcProtocolException(name() + " answered with what is no valid response", null);
        }

        @Override
        public void failed(IOException why) {
            fail(new RpcConnectionException("the connection to " + name() + " was lost: " + why.getMessage(), why));
        }

        private void expire() {
            List<PendingCall<?>> late;
            synchronized (waiting) {
                late = List.copyOf(waiting.values());
                waiting.clear();
            }
            late.forEach(call -> call.completeExceptionally(DuplexLink.timeout(call, name())));
        }

        private void fail(RuntimeException why) {
            List<PendingCall<?>> left;
            synchronized (waiting) {
                left = List.copyOf(waiting.values());
                waiting.clear();
            }
            left.forEach(call -> call.completeExceptionally(why));
        }

        @Override
        public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
            if (message.id().kind() == ValueKind.NULL && kind == MessageKind.ERROR) {
                List<PendingCall<?>> left;
                synchronized (waiting) {
                    left = List.copyOf(waiting.values());
                    waiting.clear();
                }
                left.forEach(
                        call -> call.completeExceptionally(AnswerReader.error(call.method(), reader, message.error())));
                return true;
            }
            PendingCall<?> call;
            synchronized (waiting) {
                call = message.idIsLong() ? waiting.remove(message.idNumber()) : null;
            }
            if (call != null) {
                AnswerReader.complete(call, reader, message, kind);
            }
            return call != null || kind != MessageKind.INVALID;
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
