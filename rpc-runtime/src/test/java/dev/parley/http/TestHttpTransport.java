package dev.parley.http;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small HTTP/1.1 server as a transport of users would be: it proves that the exchange seam carries HTTP. */
public final class TestHttpTransport implements Transport {
    private static final Pattern LOCATION = Pattern.compile("//([^:/]+):(\\d{1,5})(/[^?#]*)");

    /** Requests of one connection that wait for their turn, before the codec would give up. */
    private static final int PIPELINE = HttpConnection.MAX_WAITING * 2;

    private static final class Loops {
        static final EventLoopGroup GROUP = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("test-http", true), NioIoHandler.newFactory());
    }

    @Override
    public Set<String> schemes() {
        return Set.of("testhttp");
    }

    @Override
    public Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        Matcher place = LOCATION.matcher(address.location());
        if (!place.matches()) {
            throw new IllegalArgumentException(address + " has to be testhttp://HOST:PORT/PATH");
        }
        HttpListener listener = new HttpListener(address, place.group(3), options, acceptor);
        ChannelFuture bound = new ServerBootstrap()
                .group(Loops.GROUP)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, listener);
                    }
                })
                .bind(place.group(1), Integer.parseInt(place.group(2)))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(address + " can't be listened at", bound.cause());
        }
        listener.bound(bound.channel(), "//" + place.group(1) + ":" + port(bound.channel()) + place.group(3));
        return listener;
    }

    private static int port(Channel channel) {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static void accept(SocketChannel channel, HttpListener listener) {
        HttpConnection connection = new HttpConnection(channel, listener);
        if (listener.add(channel, connection)) {
            channel.pipeline().addLast(new HttpServerCodec(new HttpDecoderConfig(), PIPELINE), connection);
        } else {
            channel.close();
        }
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        throw new IOException(address + " can't be reached: this transport only listens");
    }
}
