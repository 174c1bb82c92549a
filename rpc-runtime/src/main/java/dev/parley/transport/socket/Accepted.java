package dev.parley.transport.socket;

import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.netty.ChannelKind;
import dev.parley.transport.netty.NettyConnection;
import io.netty.channel.Channel;

/** How a listener's connection begins. */
record Accepted(Place place, ChannelKind kind) implements NettyConnection.Beginning {
    @Override
    public ConnectionInfo describe(Channel channel) {
        return place.describeAccepted(channel, kind);
    }

    @Override
    public void succeeded(NettyConnection connection) {
        // nobody waits for it
    }

    @Override
    public void failed(Throwable cause) {
        System.getLogger("dev.parley.transport.socket")
                .log(System.Logger.Level.ERROR, "No handler for a connection to " + place.address(), cause);
    }
}
