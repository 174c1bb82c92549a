package dev.parley.transport.socket;

import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.netty.ChannelKind;
import dev.parley.transport.netty.NettyConnection;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;

/** How a connection of ours begins: somebody waits for it. */
record Connecting(Place place, ChannelKind kind, CompletableFuture<NettyConnection> result)
        implements NettyConnection.Beginning {
    Connecting(Place place, ChannelKind kind) {
        this(place, kind, new CompletableFuture<>());
    }

    /** The channel is connected, which the connection learns as well, or will never be. */
    void connectFinished(Future<?> connected) {
        if (!connected.isSuccess()) {
            result.completeExceptionally(connected.cause());
        }
    }

    @Override
    public ConnectionInfo describe(Channel channel) {
        return place.describeConnected(channel.localAddress(), channel.remoteAddress(), kind.peerOf(channel));
    }

    @Override
    public void succeeded(NettyConnection connection) {
        result.complete(connection);
    }

    @Override
    public void failed(Throwable cause) {
        result.completeExceptionally(cause);
    }
}
