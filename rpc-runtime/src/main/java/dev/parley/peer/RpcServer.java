package dev.parley.peer;

import dev.parley.call.Activity;
import dev.parley.call.Complaint;
import dev.parley.call.Failure;
import dev.parley.contract.ConnectionContext;
import dev.parley.frame.Frame;
import dev.parley.link.ExchangeServer;
import dev.parley.link.LinkSettings;
import dev.parley.link.Wire;
import dev.parley.message.Dialect;
import dev.parley.message.ErrorCode;
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
import java.util.function.Consumer;
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

    private void listen(Listening at) throws IOException {
        PeerSetup place = at.own() == null
                ? setup
                : setup.offering(at.own().offering()).speaking(at.own().dialect());
        Endpoint endpoint = Endpoint.of(at.uri(), place, place.limits().messageBytes());
        Acceptor acceptor = new Accepting(place.speaking(endpoint.dialect()));
        Listener listener = endpoint.transport().listen(endpoint.address(), endpoint.options(), acceptor);
        listeners.add(listener);
        setup.wireLog().line("listen " + listener.address());
    }

    /** Daemons alone would not keep the process alive. */
    private void keepProcess() {
        Thread thread = new Thread(
                () -> {
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "parley-server " + listeners.get(0).address());
        thread.setDaemon(false);
        thread.start();
    }

    /** Where it listens, with real ports, in the order in which the places were named. */
    public List<Address> addresses() {
        return listeners.stream().map(Listener::address).toList();
    }

    /**
     * Where it listens first, with the options of that address: clients can connect to it.
     *
     * @throws IllegalStateException when it listens nowhere
     */
    public String uri() {
        if (listeners.isEmpty()) {
            throw new IllegalStateException(
                    "the server listens nowhere; name a place before start(), as in listen(\"tcp://127.0.0.1:0\")");
        }
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
                    exchanges.forEach(ExchangeServer::stop);
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
        private final PeerSetup place;

        Accepting(PeerSetup place) {
            this.place = place;
        }

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            Peer peer = Peer.accepted(place, connection);
            peers.add(peer);
            peer.ended().thenRun(() -> peers.remove(peer));
            if (closing) {
                peer.drain();
            }
            return peer.handler();
        }

        @Override
        public @Nullable Frame refusal(ConnectionInfo from, String why) {
            Dialect dialect = place.dialect() == null ? Dialect.V2_0 : place.dialect();
            return dialect.unreadable() == Dialect.Reaction.CLOSE
                    ? null
                    : Complaint.of(place.serializer(), dialect, Failure.of(ErrorCode.BUSY, "Server busy", why));
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            ConnectionContext context = Peer.context(from);
            PeerSetup own = place.on(context);
            OpenOffering offering = own.offering().open(context);
            Wire wire = own.wireLog().of(from, true, own, name -> null);
            LinkSettings settings = own.link(RpcServer.this, context, offering.methods(), wire);
            ExchangeServer server = new ExchangeServer(settings, ended -> {
                exchanges.remove(ended);
                offering.close(own.handlers());
            });
            exchanges.add(server);
            if (closing) {
                server.drain();
            }
            return server;
        }
    }

    /**
     * Where to listen.
     *
     * @param own what is offered there; null for what the server offers
     */
    private record Listening(String uri, @Nullable Place own) {}

    /** What one place of a server offers, in place of what the server offers elsewhere. */
    public static final class Place extends Offers<Place> {
        private Place() {}

        @Override
        Place self() {
            return this;
        }
    }

    /** Settings of a server. */
    public static final class Builder extends PeerSettings<Builder> {
        private final List<Listening> places = new ArrayList<>();
        private boolean daemon;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Adds a place to listen at, and how to speak there: {@code unix:/run/app.sock?dialect=go}. */
        public Builder listen(String uri) {
            places.add(new Listening(uri, null));
            return this;
        }

        /**
         * Adds a place that offers services of its own, and no others. Limits, interceptors and the rest are the server's.
         *
         * <pre>{@code .listen("unix:/run/admin.sock", place -> place.service(new AdminSkeleton(admin)))}</pre>
         */
        public Builder listen(String uri, Consumer<Place> offers) {
            Place own = new Place();
            offers.accept(own);
            places.add(new Listening(uri, own));
            return this;
        }

        /** Lets the process end while the server listens. Without this it ends no sooner than the server is closed. */
        public Builder daemon() {
            daemon = true;
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
                for (Listening place : places) {
                    server.listen(place);
                }
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            if (!daemon && !places.isEmpty()) {
                server.keepProcess();
            }
            return server;
        }
    }
}
