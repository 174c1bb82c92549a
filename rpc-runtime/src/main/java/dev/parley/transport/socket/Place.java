package dev.parley.transport.socket;

import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.netty.ChannelKind;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an address means to sockets. */
sealed interface Place {
    /** Reads an address; hosts are not looked up yet. */
    static Place of(Address address) {
        return address.scheme().equals("tcp") ? Tcp.of(address) : Unix.of(address);
    }

    /** The address as the user wrote it. */
    Address address();

    /** Where to connect to; may look up a host, and so block. */
    SocketAddress remoteAddress(ChannelKind kind) throws IOException;

    /** What a client's channel is. */
    Class<? extends Channel> channelType(ChannelKind kind);

    /** What a listener's channel is. */
    Class<? extends ServerChannel> listenerType(ChannelKind kind);

    /** What is known of a connection that a listener took. */
    ConnectionInfo describeAccepted(Channel channel, ChannelKind kind);

    /** What is known of a connection that we made, with what the system tells of the peer. */
    ConnectionInfo describeConnected(
            @Nullable SocketAddress local, @Nullable SocketAddress remote, Map<String, String> peer);

    /** A channel of the JDK's own, not yet connected, with the options that suit. */
    SocketChannel open() throws IOException;

    /** A host and a port. */
    record Tcp(Address address, String host, int port) implements Place {
        private static final Pattern HOST_AND_PORT = Pattern.compile("//(\\[[^]/]+]|[^:/\\[\\]]*):(\\d{1,5})");

        static Tcp of(Address address) {
            Matcher matcher = HOST_AND_PORT.matcher(address.location());
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 0xFFFF) {
                throw new IllegalArgumentException(address + " has to be tcp://HOST:PORT, as in tcp://127.0.0.1:4000");
            }
            return new Tcp(address, matcher.group(1), Integer.parseInt(matcher.group(2)));
        }

        @Override
        public InetSocketAddress remoteAddress(ChannelKind kind) throws IOException {
            try {
                InetAddress ip = host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
                return new InetSocketAddress(ip, port);
            } catch (UnknownHostException e) {
                throw new IOException(address + " can't be reached: the host " + host + " is not known", e);
            }
        }

        @Override
        public Class<? extends Channel> channelType(ChannelKind kind) {
            return kind.tcp();
        }

        @Override
        public Class<? extends ServerChannel> listenerType(ChannelKind kind) {
            return kind.tcpListener();
        }

        @Override
        public ConnectionInfo describeAccepted(Channel channel, ChannelKind kind) {
            return describeConnected(channel.localAddress(), channel.remoteAddress(), Map.of());
        }

        @Override
        public ConnectionInfo describeConnected(
                @Nullable SocketAddress local, @Nullable SocketAddress remote, Map<String, String> peer) {
            return new ConnectionInfo("tcp", text(local), text(remote), peer);
        }

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open()
                    .setOption(StandardSocketOptions.TCP_NODELAY, true)
                    .setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }

        private static String text(@Nullable SocketAddress address) {
            if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
                return NetUtil.toSocketAddressString(NetUtil.toAddressString(inet.getAddress()), inet.getPort());
            }
            return "gone"; // the peer hung up before we could ask
        }

        /** The same address with the port that was found for port 0. */
        Address withPort(int found) {
            return address.withLocation("//" + host + ":" + found);
        }
    }

    /** A file. */
    record Unix(Address address, Path path) implements Place {
        /** On Linux; macOS has four less, and says so itself. */
        private static final int MAX_PATH = 107;

        static Unix of(Address address) {
            if (address.location().isEmpty()) {
                throw new IllegalArgumentException(address + " has to be unix:PATH, as in unix:/run/app.sock");
            }
            return new Unix(address, Path.of(address.location()));
        }

        @Override
        public SocketAddress remoteAddress(ChannelKind kind) throws IOException {
            String tooLong = tooLong(path);
            if (tooLong != null) {
                throw new IOException(address + " can't be reached: " + tooLong);
            }
            return kind.unixAddress(path);
        }

        /** What is wrong with a path that the system could only cut, or null. */
        static @Nullable String tooLong(Path path) {
            int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
            return length <= MAX_PATH ? null : "the path has " + length + " bytes, and a socket's may have " + MAX_PATH;
        }

        @Override
        public Class<? extends Channel> channelType(ChannelKind kind) {
            return kind.unix();
        }

        @Override
        public Class<? extends ServerChannel> listenerType(ChannelKind kind) {
            return kind.unixListener();
        }

        @Override
        public ConnectionInfo describeAccepted(Channel channel, ChannelKind kind) {
            return describeAccepted(kind.peerOf(channel));
        }

        /** The same with what the system tells of the peer. */
        ConnectionInfo describeAccepted(Map<String, String> peer) {
            return new ConnectionInfo("unix", path.toString(), "a client of " + path, peer);
        }

        @Override
        public ConnectionInfo describeConnected(
                @Nullable SocketAddress local, @Nullable SocketAddress remote, Map<String, String> peer) {
            return new ConnectionInfo("unix", "a client of " + path, path.toString(), peer);
        }

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }
    }
}
