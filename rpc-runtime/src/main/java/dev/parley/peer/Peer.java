package dev.parley.peer;

import dev.parley.call.Activity;
import dev.parley.call.Handlers;
import dev.parley.contract.CallOptions;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.link.DuplexLink;
import dev.parley.link.ExchangeLink;
import dev.parley.link.Link;
import dev.parley.link.LinkCaller;
import dev.parley.link.LinkSettings;
import dev.parley.link.Wire;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Connection;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection. It offers services, calls the other end's, or does both at the same time: a client is a peer
 * that offers nothing, and a server's side of a connection one that may call back.
 *
 * <pre>{@code
 * try (Peer peer = Peer.connect("tcp://127.0.0.1:4000")) {
 *     Directory directory = new DirectoryClient(peer);
 *     directory.echo("hello");
 * }
 * }</pre>
 *
 * Safe for many threads. Whatever ends the connection fails every call that waits on it, exactly once.
 */
public final class Peer implements Caller, AutoCloseable {
    private final Handlers handlers;
    private final OpenOffering offering;
    private final Link link;
    private final ConnectionContext context;
    private final LinkCaller caller;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    private Peer(PeerSetup place, Connection connection, boolean accepted) {
        this.context = new Context(connection.info());
        PeerSetup setup = place.on(context);
        this.handlers = setup.handlers();
        this.offering = setup.offering().open(context);
        Wire wire = setup.wireLog().of(connection.info(), accepted, setup, this::objectMethod);
        LinkSettings settings = setup.link(this, context, offering.methods(), wire);
        Function<Link, LinkCaller> callers = made -> new LinkCaller(
                made,
                settings,
                setup.callInterceptors(),
                CallOptions.NONE.timeout(setup.limits().callTimeout()));
        this.link = link(settings, connection, callers);
        this.caller = callers.apply(link);
        wire.connected();
    }

    private Link link(LinkSettings settings, Connection connection, Function<Link, LinkCaller> callers) {
        try {
            return connection instanceof DuplexConnection duplex
                    ? new DuplexLink(settings, duplex, callers, this::hasEnded)
                    : new ExchangeLink(settings, (ExchangeConnection) connection, this::hasEnded);
        } catch (RuntimeException e) {
            offering.close(handlers);
            throw e;
        }
    }

    /** Connects with all settings at their defaults. */
    public static Peer connect(String uri) throws IOException {
        return builder().connect(uri);
    }

    /** Starts a peer with settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** The server's side of a connection that a listener took. */
    static Peer accepted(PeerSetup setup, DuplexConnection connection) {
        return new Peer(setup, connection, true);
    }

    /** The handler of this peer's duplex connection. */
    FrameHandler handler() {
        return (DuplexLink) link;
    }

    /**
     * The peer whose call the current thread is running: a service asks for it to learn who calls, and to call back.
     * Empty on a thread that runs no handler, and for calls that came over no connection of this kind.
     */
    public static Optional<Peer> current() {
        Activity activity = Activity.current();
        return activity != null && activity.owner() instanceof Peer peer ? Optional.of(peer) : Optional.empty();
    }

    @Override
    public <R extends @Nullable Object> R call(MethodDescriptor<R> method, @Nullable Object... arguments) {
        return caller.call(method, arguments);
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<R> method, @Nullable Object... arguments) {
        return caller.callAsync(method, arguments);
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        caller.notify(method, arguments);
    }

    @Override
    public CallBatch batch() {
        return caller.batch();
    }

    /** The same peer for services that the other end mounted under a prefix. */
    public Caller at(String prefix) {
        return caller.at(prefix);
    }

    /** The same peer with another limit for how long a call waits; zero for none. */
    public Caller timeout(Duration limit) {
        return caller.with(CallOptions.NONE.timeout(limit));
    }

    @Override
    public Caller with(CallOptions options) {
        return caller.with(options);
    }

    /** Who is at the other end. */
    public ConnectionContext context() {
        return context;
    }

    /** Completes when the connection has ended, for whatever reason. */
    public CompletableFuture<@Nullable Void> ended() {
        return ended.copy();
    }

    /** Ends the connection: what was handed over is sent, every call that waits fails. Does not wait. */
    @Override
    public void close() {
        link.close();
    }

    private @Nullable MethodDescriptor<?> objectMethod(String name) {
        return link instanceof DuplexLink duplex ? duplex.objectMethod(name) : null;
    }

    /** Whether no call of the other end is running or waiting here. */
    boolean isIdle() {
        return !(link instanceof DuplexLink duplex) || duplex.isIdle();
    }

    /** Takes no further calls, and closes once those in flight are answered. */
    void drain() {
        if (link instanceof DuplexLink duplex) {
            duplex.drain();
        } else {
            link.close();
        }
    }

    private void announce(Duration limit) {
        if (link instanceof DuplexLink duplex && caller.dialectName().equals(Dialect.V2_0.name())) {
            duplex.announce(limit);
        }
    }

    private void hasEnded() {
        offering.close(handlers);
        ended.complete(null);
    }

    static ConnectionContext context(ConnectionInfo info) {
        return new Context(info);
    }

    private record Context(ConnectionInfo info) implements ConnectionContext {
        @Override
        public String transport() {
            return info.transport();
        }

        @Override
        public String remote() {
            return info.remote();
        }

        @Override
        public Map<String, String> attributes() {
            return info.attributes();
        }
    }

    /** Settings of one peer that connects. */
    public static final class Builder extends PeerSettings<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Connects.
         *
         * @param uri where, and how to speak: {@code tcp://127.0.0.1:4000?dialect=go}
         * @throws IOException when nobody can be reached there
         * @throws IllegalArgumentException when the address makes no sense
         */
        public Peer connect(String uri) throws IOException {
            PeerSetup asked = setup();
            int maxFrame =
                    Math.max(asked.limits().messageBytes(), asked.limits().responseBytes());
            Endpoint endpoint = Endpoint.of(uri, asked, maxFrame);
            PeerSetup setup = asked.speaking(endpoint.dialect());
            Connecting connecting = new Connecting(setup);
            Connection connection = endpoint.transport().connect(endpoint.address(), endpoint.options(), connecting);
            if (connection instanceof ExchangeConnection) {
                return new Peer(setup, connection, false);
            }
            Peer peer = connecting.peer;
            if (peer == null) {
                throw new RpcConnectionException("the transport gave no connection to " + endpoint.address(), null);
            }
            if (setup.announces()) {
                try {
                    peer.announce(setup.limits().connectTimeout());
                } catch (RuntimeException e) {
                    peer.close();
                    throw e;
                }
            }
            return peer;
        }
    }

    /** Takes over the one connection that is made. */
    private static final class Connecting implements Acceptor {
        private final PeerSetup setup;
        private volatile @Nullable Peer peer;

        Connecting(PeerSetup setup) {
            this.setup = setup;
        }

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            Peer made = new Peer(setup, connection, false);
            peer = made;
            return made.handler();
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            throw new IllegalStateException("a peer that connects serves no exchanges");
        }
    }
}
