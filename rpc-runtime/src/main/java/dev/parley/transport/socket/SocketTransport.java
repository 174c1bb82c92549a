package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;

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
 * <p>{@code ?loop=own}, for connecting only, gives a connection an event loop of its own, which a caller that waits for an
 * answer runs itself. One call after the other is then faster by the way to another thread and back. The price is a thread, a
 * selector and buffers, from 4 KiB to 64 KiB each as the traffic asks, for each such connection. Whatever else comes while a
 * caller waits is handed over on its thread: non-blocking methods and what depends on futures run there, and hold its call
 * up. Once nobody has waited for 10 ms, the loop's own thread, a daemon named {@code parley-own-loop}, takes over; what comes
 * unasked before that is read so much later. A virtual thread that waits holds its carrier. Such a loop is NIO's, and tells
 * nothing of a Unix peer's user. {@code ?loop=shared} is the default.
 *
 * <p>Epoll does the work if its optional dependency is there, else NIO. All instances share one thread that accepts and at most
 * four that read and write; all are daemons.
 */
public final class SocketTransport implements Transport {
    private static final String LOOP = "loop";

    private final EventLoops loops;

    /** A transport on the shared threads, which start when they are first needed. */
    public SocketTransport() {
        this(EventLoops.shared());
    }

    SocketTransport(EventLoops loops) {
        this.loops = loops;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("tcp", "unix");
    }

    @Override
    public Set<String> options() {
        return Set.of(LOOP);
    }

    @Override
    public Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        if (address.option(LOOP).isPresent()) {
            throw new IllegalArgumentException(
                    address + " has the option \"loop\", which is for connecting only. Leave it out to listen.");
        }
        SocketListener listener = new SocketListener(Place.of(address), options, acceptor, loops.kind());
        listener.bind(loops);
        return listener;
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        if (loops.inEventLoop()) {
            throw new IllegalStateException("Connecting to " + address
                    + " would block a thread that reads for other connections. Connect on another thread.");
        }
        Place place = Place.of(address);
        if (hasOwnLoop(address)) {
            return connectWithOwnLoop(place, options, acceptor);
        }
        Connecting connecting = new Connecting(place, loops.kind());
        SocketConnection connection = new SocketConnection(options, acceptor, connecting);
        ChannelFuture connected = new Bootstrap()
                .group(loops.workers())
                .channel(place.channelType(loops.kind()))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(options))
                .handler(new SocketSetup(place, channel -> connection))
                .connect(place.remoteAddress(loops.kind()));
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

    private static boolean hasOwnLoop(Address address) {
        String loop = address.option(LOOP).orElse("shared");
        return switch (loop) {
            case "own" -> true;
            case "shared" -> false;
            default ->
                throw new IllegalArgumentException(
                        address + " has the option loop=" + loop + ", which is none of own, shared");
        };
    }

    private static Connection connectWithOwnLoop(Place place, TransportOptions options, Acceptor acceptor)
            throws IOException {
        OwnConnecting connecting = new OwnConnecting(place.remoteAddress(new NioKind()), place, options);
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
