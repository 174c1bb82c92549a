package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeConnection;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The caller's end of the exchange mode. It holds no listener but finds it anew for each request, so that one who
 * closes and one who comes after are seen as they would be over HTTP.
 */
final class MemoryExchangeConnection implements ExchangeConnection {
    private final Address address;
    private final ConnectionInfo info;
    private final int maxFrame;
    private final Set<MemoryExchange> pending = ConcurrentHashMap.newKeySet();
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
    public void exchange(Frame request, AnswerHandler handler) {
        MemoryExchange exchange = new MemoryExchange(address, handler, maxFrame, pending);
        pending.add(exchange);
        if (closed) { // checked after adding: close() looks at what is pending after it said that it is closed
            exchange.fail(closedException());
            return;
        }
        try {
            exchange.start(MemoryTransport.find(address, MemoryTransport.Mode.EXCHANGE), request, seenByListener());
        } catch (IOException e) {
            exchange.fail(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        pending.forEach(exchange -> exchange.fail(closedException()));
    }

    private ConnectionInfo seenByListener() {
        return new ConnectionInfo("memory", info.remote(), info.local());
    }

    private IOException closedException() {
        return new IOException("the connection to " + address + " was closed");
    }
}
