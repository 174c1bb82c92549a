package dev.parley.http;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One port, one path, and the connections that came to it. */
final class HttpListener implements Listener {
    private final String path;
    private final TransportOptions options;
    private final Acceptor acceptor;
    private final HttpSettings settings;
    private final Map<Channel, HttpConnection> connections = new ConcurrentHashMap<>();
    private Address address;
    private @Nullable Channel channel;
    private volatile boolean closed;

    HttpListener(Address address, String path, TransportOptions options, Acceptor acceptor) {
        this.address = address;
        this.path = path;
        this.options = options;
        this.acceptor = acceptor;
        this.settings = options.settings(HttpSettings.class).orElse(HttpSettings.DEFAULT);
    }

    void bound(Channel server, String location) {
        channel = server;
        address = address.withLocation(location);
    }

    /** Takes a connection over, unless there are as many as the options allow. */
    boolean add(Channel accepted, HttpConnection connection) {
        if (closed || connections.size() >= options.maxConnections()) {
            return false;
        }
        connections.put(accepted, connection);
        accepted.closeFuture().addListener(gone -> connections.remove(accepted));
        return true;
    }

    String path() {
        return path;
    }

    TransportOptions options() {
        return options;
    }

    Acceptor acceptor() {
        return acceptor;
    }

    HttpSettings settings() {
        return settings;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        closed = true;
        if (channel != null) {
            channel.close().awaitUninterruptibly();
        }
        connections.forEach((accepted, connection) -> accepted.eventLoop().execute(connection::goAway));
    }
}
