package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeConnection;
import dev.parley.transport.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The caller's end of the exchange mode. It looks its listener up for each request, so that it notices a listener that
 * closes and one that takes its place, as it would over HTTP.
 */
final class MemoryExchangeConnection implements ExchangeConnection {
    private final Address address;
    private final ConnectionInfo info;
    private final int maxFrame;
    private final Set<MemoryExchange> pending = ConcurrentHashMap.newKeySet();

    /** Written within {@link #session}. */
    private @Nullable MemorySession session;

    private volatile boolean closed;

    MemoryExchangeConnection(Address address, String name, int maxFrame) {
        this.address = address;
        this.info = new ConnectionInfo("memory", name + "#caller", name);
        this.maxFrame = maxFrame;
    }

    @Override
    public ConnectionInfo info() {
        return info;
    }

    @Override
    public Pending exchange(Frame request, Headers headers, boolean answerExpected, AnswerHandler handler) {
        MemoryExchange exchange = new MemoryExchange(address, handler, maxFrame, pending);
        pending.add(exchange);
        if (closed) { // checked after adding: close() looks at what is pending after it said that it is closed
            exchange.connectionClosed();
            return exchange;
        }
        try {
            MemorySession with = session();
            exchange.start(with, MemoryRequest.of(request, with, headers, answerExpected));
        } catch (IOException e) {
            exchange.fail(e);
        }
        return exchange;
    }

    /** The session with whoever listens now; the new request is counted in there. */
    private synchronized MemorySession session() throws IOException {
        MemorySession present = session;
        MemoryListener listener = MemoryNames.find(address, MemoryMode.EXCHANGE);
        if (present == null || present.listener() != listener) {
            present = listener.session(new ConnectionInfo("memory", info.remote(), info.local()));
            session = present;
        }
        if (closed || !present.enter()) {
            throw new IOException("the connection to " + address + " was closed");
        }
        return present;
    }

    @Override
    public void close() {
        MemorySession last;
        synchronized (this) {
            closed = true;
            last = session;
            session = null;
        }
        List.copyOf(pending).forEach(MemoryExchange::connectionClosed);
        if (last != null) {
            last.connectionEnded();
        }
    }
}
