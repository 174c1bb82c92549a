package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.Refusals;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A Unix socket where there is no epoll. Netty's channel for that closes altogether when its input ends, and would cut the answers
 * to a peer that has ended its output. A thread accepts, and watchers do the rest.
 */
final class NioUnixListener implements Listener, Runnable {
    private static final System.Logger LOG = System.getLogger("dev.parley.transport.socket");

    private static final int BACKLOG = 1024;

    private final Place.Unix place;
    private final TransportOptions options;
    private final Acceptor acceptor;
    private final Refusals refusals;
    private final Semaphore room;
    private final ServerSocketChannel channel;

    /** Set once, before anybody else sees this. */
    private @Nullable UnixSocketFile file;

    private NioUnixListener(Place.Unix place, TransportOptions options, Acceptor acceptor) throws IOException {
        this.place = place;
        this.options = options.change().callersMayRead(false).build();
        this.acceptor = acceptor;
        this.refusals = new Refusals(acceptor, place.address().toString(), options.maxConnections());
        this.room = new Semaphore(options.maxConnections());
        this.channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    static NioUnixListener listen(Place.Unix place, TransportOptions options, Acceptor acceptor) throws IOException {
        NioUnixListener listener = new NioUnixListener(place, options, acceptor);
        try {
            listener.file = UnixSocketFile.make(place, listener::bind);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        Thread thread = new Thread(listener, "parley-accept-" + place.path().getFileName());
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private void bind(Path path) throws IOException {
        channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
    }

    @Override
    public void run() {
        while (channel.isOpen()) {
            try {
                accepted(channel.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "No connection to " + place.address() + " could be taken", e);
            }
        }
    }

    private void accepted(SocketChannel accepted) throws IOException {
        boolean begun = false;
        boolean counted = room.tryAcquire();
        try {
            accepted.configureBlocking(false);
            LedConnection connection = new LedConnection(
                    accepted,
                    place.describeAccepted(Map.of()),
                    options,
                    Watcher.next(),
                    counted ? room::release : () -> {});
            connection.begin(counted ? acceptor : refusals);
            begun = true;
        } finally {
            if (!begun) {
                accepted.close();
                if (counted) {
                    room.release();
                }
            }
        }
    }

    @Override
    public Address address() {
        return place.address();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The listener " + place.address() + " could not be closed", e);
        }
        if (file != null) {
            file.remove();
        }
    }
}
