package dev.parley.example.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A socket without any JSON-RPC: sends text, reads lines. */
final class RawConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader in;

    /** Connects to a {@code tcp:} or {@code unix:} address. */
    RawConnection(String uri) throws IOException {
        channel = SocketChannel.open(address(uri));
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    private static SocketAddress address(String uri) {
        if (uri.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(uri.substring("unix:".length()));
        }
        URI tcp = URI.create(uri);
        return new InetSocketAddress(tcp.getHost(), tcp.getPort());
    }

    void send(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits for a line. */
    String line() throws IOException {
        return in.readLine();
    }

    /** Says that nothing more will be sent, and waits for everything that comes until the other side closes. */
    List<String> rest() throws IOException {
        channel.shutdownOutput();
        return in.lines().toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
