package dev.parley.transport.socket;

import dev.parley.transport.netty.NettyConnection;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.util.function.Function;

/** Sets a new channel's options, and gives it its connection. */
final class SocketSetup extends ChannelInitializer<Channel> {
    private final Place place;
    private final Function<Channel, NettyConnection> connections;

    SocketSetup(Place place, Function<Channel, NettyConnection> connections) {
        this.place = place;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        // Netty's own choice makes a new buffer for each large read, which is slow where Netty does without Unsafe, as
        // from Java 24 on.
        channel.config().setAllocator(PooledByteBufAllocator.DEFAULT);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        if (place instanceof Place.Tcp) {
            channel.config().setOption(ChannelOption.TCP_NODELAY, true);
            channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        }
        channel.pipeline().addLast(connections.apply(channel));
    }
}
