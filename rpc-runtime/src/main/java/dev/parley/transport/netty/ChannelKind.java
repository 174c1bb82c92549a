package dev.parley.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** Which of Netty's implementations does the work. */
public interface ChannelKind {
    /** What drives the event loops. */
    IoHandlerFactory loops();

    /** The channel of a TCP connection. */
    Class<? extends Channel> tcp();

    /** The channel of a TCP listener. */
    Class<? extends ServerChannel> tcpListener();

    /** Whether it has channels of Unix connections that may close half. */
    boolean hasUnix();

    /** The channel of a Unix connection. */
    Class<? extends Channel> unix();

    /** The channel of a Unix listener. */
    Class<? extends ServerChannel> unixListener();

    /** The address of a Unix socket, in the type that the channels take. */
    SocketAddress unixAddress(Path path);

    /** What the system tells of the peer of a Unix connection, as attributes of the connection. */
    Map<String, String> peerOf(Channel channel);
}
