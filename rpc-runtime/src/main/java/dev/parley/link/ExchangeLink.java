package dev.parley.link;

import dev.parley.call.Delivery;
import dev.parley.call.Encoding;
import dev.parley.call.PendingCall;
import dev.parley.contract.CallOptions;
import dev.parley.contract.RpcConnectionException;
import dev.parley.frame.Frame;
import dev.parley.serializer.References;
import dev.parley.transport.ExchangeConnection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client's end of an exchange connection: each message has its own answer, and calls belong to their exchange. */
public final class ExchangeLink implements Link {
    private final LinkSettings settings;
    private final ExchangeConnection connection;
    private final Runnable whenEnded;
    private final Delivery delivery;
    private final Encoding encoding;
    private volatile int peersLimit = Integer.MAX_VALUE;
    private final AtomicLong nextId = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A link over a connection.
     *
     * @param whenEnded called once the connection is closed
     */
    public ExchangeLink(LinkSettings settings, ExchangeConnection connection, Runnable whenEnded) {
        this.settings = settings;
        this.connection = connection;
        this.whenEnded = whenEnded;
        this.delivery = new Delivery(settings.owner());
        this.encoding = settings.encoding(References.NONE);
    }

    @Override
    public String name() {
        return connection.info().transport() + " " + connection.info().remote();
    }

    @Override
    public boolean register(List<PendingCall<?>> calls) {
        if (closed.get()) {
            calls.forEach(call -> call.failed(closedException()));
            return false;
        }
        for (PendingCall<?> call : calls) {
            call.start(nextId.getAndIncrement(), new Owner());
        }
        return true;
    }

    @Override
    public long unusedId() {
        return nextId.getAndIncrement();
    }

    @Override
    public void send(Frame message, List<PendingCall<?>> calls, CallOptions options) {
        settings.wire().out(message);
        Exchange exchange = new Exchange(this, settings, encoding, delivery, calls);
        for (PendingCall<?> call : calls) {
            if (call.owner() instanceof Owner owner) {
                owner.exchange = exchange;
            }
        }
        exchange.limitTime();
        exchange.sent(connection.exchange(
                message, ExchangeHeaders.of(options, exchange.timeoutNanos()), !calls.isEmpty(), exchange));
    }

    @Override
    public int peersLimit() {
        return peersLimit;
    }

    /** The peer's limit for messages, as it said itself. */
    void learn(int limit) {
        peersLimit = limit;
    }

    @Override
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public @Nullable CallControl control() {
        return null;
    }

    @Override
    public void forget(List<PendingCall<?>> calls) {
        // Calls are known to their exchange only, and there is none yet.
    }

    @Override
    public boolean hasEnded() {
        return closed.get();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            connection.close();
            settings.wire().closed();
            whenEnded.run();
        }
    }

    RpcConnectionException closedException() {
        return new RpcConnectionException("the connection to " + name() + " was closed", null);
    }

    /** What a call tells its exchange. */
    private final class Owner implements PendingCall.Owner {
        private volatile @Nullable Exchange exchange;

        @Override
        public void cancelled(PendingCall<?> call) {
            Exchange present = exchange;
            if (present != null) {
                present.cancelled(call);
            }
        }

        @Override
        public @Nullable Executor callbacks() {
            return settings.callbacks();
        }
    }
}
