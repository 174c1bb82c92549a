package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.netty.EventLoops;
import dev.parley.transport.netty.NettyConnection;
import dev.parley.transport.netty.NioKind;
import dev.parley.transport.netty.Reason;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sockets: {@code tcp://HOST:PORT} and {@code unix:PATH}.
 *
 * <p>TCP: an IPv6 address stands in brackets, an empty host is the loopback address, and port 0 asks for a free port,
 * which {@link Listener#address()} then tells.
 *
 * <p>Unix: the socket file is made for its owner only, in a private directory beside it, and then put in its place; so nobody
 * else can connect even for a moment. What is no socket is never removed, nor is a socket where somebody listens; one that a
 * dead process left behind is. The file goes when the listener closes. Where epoll is there, a connection knows its peer's
 * user as {@code peer.uid} among its attributes.
 *
 * <p>A peer that ends its output only still gets its answers; but not over Unix sockets where NIO does the work, since
 * Netty's channel there closes with its input.
 *
 * <p>A plain client over TCP, which offers nothing itself, reads its own answers: a caller that blocks works for the connection
 * until its answer is there, which saves the way to another thread and back. Whatever else comes meanwhile is handed over on its
 * thread. Callers on virtual threads only wait. While no caller blocks, a few daemons named {@code parley-io-watch-N} watch the
 * connections of all such clients; one that has nobody waiting is looked at again 10 ms after its last caller went.
 *
 * <p>Everything else is served by Netty: by epoll if its optional dependency is there, else by NIO. All instances share one thread
 * that accepts and at most four that read and write; all are daemons.
 */
public final class SocketTransport implements Transport {
    private final @Nullable EventLoops own;

    /** A transport on the shared threads, which start when they are first needed. */
    public SocketTransport() {
        this(null);
    }

    SocketTransport(@Nullable EventLoops own) {
        this.own = own;
    }

    private EventLoops loops() {
        return own == null ? EventLoops.shared() : own;
    }

    private boolean isReadingThread() {
        return Watcher.isCurrentThread() || (own == null ? EventLoops.isSharedThread() : own.inEventLoop());
    }

    @Override
    public Set<String> schemes() {
        return Set.of("tcp", "unix");
    }

    @Override
    public Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        EventLoops shared = loops();
        Place place = Place.of(address);
        if (place instanceof Place.Unix unix && !shared.kind().hasUnix()) {
            return NioUnixListener.listen(unix, options, acceptor);
        }
        SocketListener listener = new SocketListener(place, options, acceptor, shared.kind());
        listener.bind(shared);
        return listener;
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        if (isReadingThread()) {
            throw new IllegalStateException("Connecting to " + address
                    + " would block a thread that reads for other connections. Connect on another thread.");
        }
        Place place = Place.of(address);
        return options.callersMayRead() && place instanceof Place.Tcp
                        || place instanceof Place.Unix && !loops().kind().hasUnix()
                ? connectLed(place, options, acceptor)
                : connectByNetty(place, options, acceptor);
    }

    private Connection connectByNetty(Place place, TransportOptions options, Acceptor acceptor) throws IOException {
        Address address = place.address();
        EventLoops shared = loops();
        Connecting connecting = new Connecting(place, shared.kind());
        NettyConnection connection = new NettyConnection(options, acceptor, connecting);
        ChannelFuture connected = new Bootstrap()
                .group(shared.workers())
                .channel(place.channelType(shared.kind()))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(options))
                .handler(new SocketSetup(place, channel -> connection))
                .connect(place.remoteAddress(shared.kind()));
        connected.addListener(connecting::connectFinished);
        try {
            return connecting.result().get();
        } catch (InterruptedException e) {
            connected.channel().close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while connecting to " + address);
        } catch (ExecutionException e) {
            throw unreachable(address, options, e.getCause());
        }
    }

    private static Connection connectLed(Place place, TransportOptions options, Acceptor acceptor) throws IOException {
        LedConnecting connecting = new LedConnecting(place.remoteAddress(new NioKind()), place, options);
        try {
            connecting.connect();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw unreachable(place.address(), options, e);
        }
        return connecting.begin(acceptor);
    }

    private static int millis(TransportOptions options) {
        return (int) Math.min(Integer.MAX_VALUE, options.connectTimeout().toMillis());
    }

    private static IOException unreachable(Address address, TransportOptions options, Throwable cause) {
        if (cause instanceof RuntimeException acceptors) {
            throw acceptors;
        }
        String reason = cause instanceof ConnectTimeoutException
                ? "no answer within " + options.connectTimeout().toMillis() + " ms"
                : Reason.of(cause);
        return new IOException(address + " can't be reached: " + reason, cause);
    }
}
