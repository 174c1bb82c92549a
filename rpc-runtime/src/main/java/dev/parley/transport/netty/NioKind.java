package dev.parley.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** The JDK's channels: everywhere. */
public final class NioKind implements ChannelKind {
    @Override
    public IoHandlerFactory loops() {
        return NioIoHandler.newFactory();
    }

    @Override
    public Class<? extends Channel> tcp() {
        return NioSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> tcpListener() {
        return NioServerSocketChannel.class;
    }

    @Override
    public boolean hasUnix() {
        return false;
    }

    @Override
    public Class<? extends Channel> unix() {
        throw new UnsupportedOperationException("the JDK's own channels do it");
    }

    @Override
    public Class<? extends ServerChannel> unixListener() {
        throw new UnsupportedOperationException("the JDK's own channels do it");
    }

    @Override
    public SocketAddress unixAddress(Path path) {
        return UnixDomainSocketAddress.of(path);
    }

    @Override
    public Map<String, String> peerOf(Channel channel) {
        return Map.of();
    }
}
