package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.TransportOptions;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** How a led connection begins; for one thread. */
final class LedConnecting {
    private final SocketAddress remote;
    private final Place place;
    private final TransportOptions options;
    private final SocketChannel channel;

    LedConnecting(SocketAddress remote, Place place, TransportOptions options) throws IOException {
        this.remote = remote;
        this.place = place;
        this.options = options;
        this.channel = place.open();
    }

    /** Connects, or throws why not; the text says what the system says. */
    void connect() throws IOException {
        boolean connected = false;
        try {
            boolean waits = place instanceof Place.Unix; // there, where others wait too, it would fail instead
            channel.configureBlocking(waits);
            if (!channel.connect(remote)) {
                finish();
            }
            channel.configureBlocking(false);
            connected = true;
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    private void finish() throws IOException {
        long limit = options.connectTimeout().toMillis();
        long started = System.nanoTime();
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) {
                long left = limit - (System.nanoTime() - started) / 1_000_000;
                if (left <= 0) {
                    throw new ConnectTimeoutException();
                }
                selector.select(left);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted while connecting to " + place.address());
                }
            }
        }
    }

    /** Hands the connection to an acceptor, whose fault ends it. */
    LedConnection begin(Acceptor acceptor) throws IOException {
        boolean begun = false;
        try {
            ConnectionInfo info =
                    place.describeConnected(channel.getLocalAddress(), channel.getRemoteAddress(), Map.of());
            LedConnection connection = new LedConnection(channel, info, options, Watcher.next(), () -> {});
            connection.begin(acceptor);
            begun = true;
            return connection;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }
}
