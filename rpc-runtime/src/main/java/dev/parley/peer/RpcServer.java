package dev.parley.peer;

import dev.parley.call.Activity;
import dev.parley.link.ExchangeServer;
import dev.parley.link.LinkSettings;
import dev.parley.link.Wire;
import dev.parley.message.Dialect;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.Listener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens in one or more places and makes a {@link Peer} of each connection that comes.
 *
 * <pre>{@code
 * RpcServer server = RpcServer.builder()
 *         .service(new DirectorySkeleton(new PhoneBook()))
 *         .listen("tcp://127.0.0.1:4000")
 *         .start();
 * }</pre>
 */
public final class RpcServer implements AutoCloseable {
    private final PeerSetup setup;
    private final List<Listener> listeners = new ArrayList<>();
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final Set<ExchangeServer> exchanges = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;

    private RpcServer(PeerSetup setup) {
        this.setup = setup;
    }

    /** Starts a server with settings. */
    public static Builder builder() {
        return new Builder();
    }

    private void listen(String uri) throws IOException {
        Endpoint endpoint = Endpoint.of(uri, setup, setup.limits().messageBytes());
        Listener listener =
                endpoint.transport().listen(endpoint.address(), endpoint.options(), new Accepting(endpoint.dialect()));
        listeners.add(listener);
        setup.wireLog().line("listen " + listener.address());
    }

    /** Where it listens, with real ports, in the order in which the places were named. */
    public List<Address> addresses() {
        return listeners.stream().map(Listener::address).toList();
    }

    /** Where it listens first. */
    public String uri() {
        return listeners.get(0).address().toUri();
    }

    /** The connections that are open now. */
    public List<Peer> peers() {
        return List.copyOf(peers);
    }

    /** Waits until the server is closed by another thread, or by the end of the process. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /**
     * Takes no further connections and calls, lets those in flight finish within {@link Limits#drainTimeout()}, and
     * closes every connection. Waits for it, unless it is one of the server's own handlers that closes it: that one is
     * itself in flight.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        for (Listener listener : listeners) {
            listener.close();
            setup.wireLog().line("close " + listener.address());
        }
        drain().orTimeout(setup.limits().drainTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> {
                    peers().forEach(Peer::close);
                    closed.countDown();
                });
        if (!isOwnHandler(Activity.current())) {
            awaitDrained();
        }
    }

    private CompletableFuture<?> drain() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Peer peer : peers()) {
            peer.drain();
            all.add(peer.ended());
        }
        exchanges.forEach(server -> all.add(server.drain()));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private boolean isOwnHandler(@Nullable Activity activity) {
        return activity != null && (activity.owner() == this || peers.contains(activity.owner()));
    }

    private void awaitDrained() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            peers().forEach(Peer::close);
            Thread.currentThread().interrupt();
        }
    }

    /** Makes a peer of each connection of one listener. */
    private final class Accepting implements Acceptor {
        private final @Nullable Dialect dialect;

        Accepting(@Nullable Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            Peer peer = Peer.accepted(setup, connection, dialect);
            peers.add(peer);
            peer.ended().thenRun(() -> peers.remove(peer));
            if (closing) {
                peer.drain();
            }
            return peer.handler();
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            Wire wire = setup.wireLog().of(from, true, setup, name -> null);
            LinkSettings settings = setup.link(RpcServer.this, Peer.context(from), dialect, wire);
            ExchangeServer server = new ExchangeServer(settings, exchanges::remove);
            exchanges.add(server);
            if (closing) {
                server.drain();
            }
            return server;
        }
    }

    /** Settings of a server. */
    public static final class Builder extends PeerSettings<Builder> {
        private final List<String> places = new ArrayList<>();

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Adds a place to listen at, and how to speak there: {@code unix:/run/app.sock?dialect=go}. */
        public Builder listen(String uri) {
            places.add(uri);
            return this;
        }

        /**
         * Starts to take connections in all places, or in none.
         *
         * @throws IOException when a place is taken or can't be used
         * @throws IllegalArgumentException when an address makes no sense, or two methods have one name
         */
        public RpcServer start() throws IOException {
            RpcServer server = new RpcServer(setup());
            try {
                for (String place : places) {
                    server.listen(place);
                }
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            return server;
        }
    }
}
