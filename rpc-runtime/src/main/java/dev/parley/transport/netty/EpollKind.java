package dev.parley.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.PeerCredentials;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** Linux's own. Its classes are an optional dependency: touch this class only where {@link LinkageError} is expected. */
final class EpollKind implements ChannelKind {
    static boolean isAvailable() {
        return Epoll.isAvailable();
    }

    @Override
    public IoHandlerFactory loops() {
        return EpollIoHandler.newFactory();
    }

    @Override
    public Class<? extends Channel> tcp() {
        return EpollSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> tcpListener() {
        return EpollServerSocketChannel.class;
    }

    @Override
    public boolean hasUnix() {
        return true;
    }

    @Override
    public Class<? extends Channel> unix() {
        return EpollDomainSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> unixListener() {
        return EpollServerDomainSocketChannel.class;
    }

    @Override
    public SocketAddress unixAddress(Path path) {
        return new DomainSocketAddress(path.toString());
    }

    @Override
    public Map<String, String> peerOf(Channel channel) {
        if (!(channel instanceof EpollDomainSocketChannel unix)) {
            return Map.of();
        }
        try {
            PeerCredentials credentials = unix.peerCredentials();
            return Map.of(
                    "peer.uid", Integer.toUnsignedString(credentials.uid()),
                    "peer.pid", Integer.toString(credentials.pid()));
        } catch (IOException e) {
            return Map.of(); // the peer is gone already
        }
    }
}
