package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.Refusals;
import dev.parley.transport.netty.ChannelKind;
import dev.parley.transport.netty.EventLoops;
import dev.parley.transport.netty.NettyConnection;
import dev.parley.transport.netty.Reason;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A bound socket. */
final class SocketListener implements Listener {
    private final Place place;
    private final TransportOptions options;
    private final Acceptor acceptor;
    private final Refusals refusals;
    private final ChannelKind kind;
    private final AtomicInteger connected = new AtomicInteger();

    /** These three are set by {@link #bind}, before anybody else sees this. */
    private Address address;

    private @Nullable Channel channel;
    private @Nullable UnixSocketFile file;

    SocketListener(Place place, TransportOptions options, Acceptor acceptor, ChannelKind kind) {
        this.address = place.address();
        this.place = place;
        this.kind = kind;
        this.options = options;
        this.acceptor = acceptor;
        this.refusals = new Refusals(acceptor, place.address().toString(), options.maxConnections());
    }

    void bind(EventLoops loops) throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.acceptors(), loops.workers())
                .channel(place.listenerType(kind))
                .handler(new AcceptLimit(options.maxConnections() + Refusals.AT_ONCE))
                .childHandler(new SocketSetup(place, this::connectionFor));
        if (place instanceof Place.Unix unix) {
            bindUnix(unix, bootstrap);
        } else if (place instanceof Place.Tcp tcp) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true);
            Channel bound = bind(bootstrap, tcp.remoteAddress(kind));
            channel = bound;
            address = tcp.withPort(((InetSocketAddress) bound.localAddress()).getPort());
        }
    }

    private void bindUnix(Place.Unix unix, ServerBootstrap bootstrap) throws IOException {
        try {
            file = UnixSocketFile.make(unix, path -> channel = bind(bootstrap, kind.unixAddress(path)));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Channel bind(ServerBootstrap bootstrap, SocketAddress where) throws IOException {
        ChannelFuture bound = bootstrap.bind(where).awaitUninterruptibly();
        if (bound.isSuccess()) {
            return bound.channel();
        }
        Throwable cause = bound.cause();
        if (Reason.isAddressInUse(cause)) {
            throw new IOException(
                    address + " is taken: somebody listens there already. Close that listener, or choose another port.",
                    cause);
        }
        throw new IOException("Nobody can listen at " + address + ": " + Reason.of(cause), cause);
    }

    private NettyConnection connectionFor(Channel newChannel) {
        if (connected.incrementAndGet() > options.maxConnections()) {
            connected.decrementAndGet();
            return new NettyConnection(options, refusals, new Accepted(place, kind));
        }
        newChannel.closeFuture().addListener(closed -> connected.decrementAndGet());
        return new NettyConnection(options, acceptor, new Accepted(place, kind));
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        if (channel != null) {
            ChannelFuture closed = channel.close();
            if (!channel.eventLoop().inEventLoop()) {
                closed.awaitUninterruptibly();
            }
        }
        if (file != null) {
            file.remove();
        }
    }
}
