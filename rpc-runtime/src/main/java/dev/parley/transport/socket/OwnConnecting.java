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

/** How a connection with a loop of its own begins; for one thread. */
final class OwnConnecting {
    private final SocketAddress remote;
    private final Place place;
    private final TransportOptions options;
    private final SocketChannel channel;
    private final Selector selector;

    OwnConnecting(SocketAddress remote, Place place, TransportOptions options) throws IOException {
        this.remote = remote;
        this.place = place;
        this.options = options;
        this.channel = place.open();
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Connects, or throws why not; the text says what the system says. */
    void connect() throws IOException {
        boolean connected = false;
        try {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(remote)) {
                finish();
            }
            key.interestOps(SelectionKey.OP_READ);
            connected = true;
        } finally {
            if (!connected) {
                close();
            }
        }
    }

    private void finish() throws IOException {
        long limit = options.connectTimeout().toMillis();
        long started = System.nanoTime();
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

    /** Hands the connection to an acceptor, whose fault ends it. */
    OwnLoopConnection begin(Acceptor acceptor) throws IOException {
        boolean begun = false;
        try {
            ConnectionInfo info =
                    place.describeConnected(channel.getLocalAddress(), channel.getRemoteAddress(), Map.of());
            OwnLoopConnection connection = new OwnLoopConnection(channel, selector, info, options);
            connection.begin(acceptor);
            begun = true;
            return connection;
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    private void close() throws IOException {
        selector.close();
        channel.close();
    }
}
