package dev.parley.transport.socket;

import dev.parley.transport.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A peer that sends bytes as it likes. */
final class RawPeer implements AutoCloseable {
    private final SocketChannel channel;

    RawPeer(SocketChannel channel) {
        this.channel = channel;
    }

    static RawPeer connect(Address address) throws IOException {
        return new RawPeer(SocketChannel.open(where(address)));
    }

    /** Listens at a place, for tests that need a server of no manners. */
    static ServerSocketChannel listen(Address address) throws IOException {
        ServerSocketChannel server = address.scheme().equals("tcp")
                ? ServerSocketChannel.open()
                : ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(where(address));
    }

    private static SocketAddress where(Address address) {
        if (address.scheme().equals("unix")) {
            return UnixDomainSocketAddress.of(address.location());
        }
        String location = address.location();
        int colon = location.lastIndexOf(':');
        return new InetSocketAddress(location.substring(2, colon), Integer.parseInt(location.substring(colon + 1)));
    }

    RawPeer send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return this;
    }

    RawPeer endOutput() throws IOException {
        channel.shutdownOutput();
        return this;
    }

    /** Hangs up without any manners. */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    /** Reads until the peer closes. */
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Channels.newInputStream(channel).transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Reads so many bytes. */
    String read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // on
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
