package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.dispatch.Dispatcher;
import dev.parley.dispatch.Receiver;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Connection;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final PeerSettings.Setup setup;
    private final Link link;
    private final ConnectionContext context;
    private final Outgoing outgoing;
    private final Wire wire;
    private final @Nullable PeerReferences references;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    private Peer(PeerSettings.Setup setup, Connection connection, @Nullable Dialect dialect, boolean accepted) {
        this.setup = setup;
        this.context = new Context(connection.info());
        this.wire = setup.wireLog().of(connection.info(), accepted, setup, this::objectMethod);
        this.link = connection instanceof DuplexConnection duplex
                ? new DuplexLink(this, duplex, dialect)
                : new ExchangeLink(this, (ExchangeConnection) connection, dialect);
        this.references = setup.references() == null ? null : setup.references().apply(this);
        this.outgoing = new Outgoing(
                this,
                link,
                dialect == null ? Dialect.V2_0 : dialect,
                "",
                setup.limits().callTimeout());
        wire.connected();
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
    static Peer accepted(PeerSettings.Setup setup, DuplexConnection connection, @Nullable Dialect dialect) {
        return new Peer(setup, connection, dialect, true);
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
        CurrentCall call = CurrentCall.get();
        return call == null ? Optional.empty() : Optional.ofNullable(call.peer());
    }

    @Override
    public <R extends @Nullable Object> R call(MethodDescriptor<R> method, @Nullable Object... arguments) {
        return outgoing.call(method, arguments);
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<R> method, @Nullable Object... arguments) {
        return outgoing.callAsync(method, arguments);
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        outgoing.notify(method, arguments);
    }

    @Override
    public CallBatch batch() {
        return outgoing.batch();
    }

    /** The same peer for services that the other end mounted under a prefix. */
    public Caller at(String prefix) {
        return outgoing.at(prefix);
    }

    /** The same peer with another limit for how long a call waits; zero for none. */
    public Caller timeout(Duration limit) {
        return outgoing.timeout(limit);
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

    Dispatcher dispatcher() {
        return setup.dispatcher();
    }

    Serializer serializer() {
        return setup.serializer();
    }

    Limits limits() {
        return setup.limits();
    }

    List<Interceptor> callInterceptors() {
        return setup.callInterceptors();
    }

    Wire wire() {
        return wire;
    }

    References references() {
        return references == null ? References.NONE : references;
    }

    private @Nullable MethodDescriptor<?> objectMethod(String name) {
        Receiver.ObjectMethod method = object(name);
        return method == null ? null : method.service().descriptor().methods().get(method.index());
    }

    Receiver.@Nullable ObjectMethod object(String name) {
        return references == null ? null : references.method(name);
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

    boolean hasEnded() {
        return ended.isDone();
    }

    void ended(Link which) {
        if (references != null) {
            references.ended();
        }
        ended.complete(null);
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
            Setup setup = setup();
            int maxFrame =
                    Math.max(setup.limits().messageBytes(), setup.limits().responseBytes());
            Endpoint endpoint = Endpoint.of(uri, setup, maxFrame);
            Connecting connecting = new Connecting(setup, endpoint.dialect());
            Connection connection = endpoint.transport().connect(endpoint.address(), endpoint.options(), connecting);
            if (connection instanceof ExchangeConnection) {
                return new Peer(setup, connection, endpoint.dialect(), false);
            }
            if (connecting.peer == null) {
                throw new RpcConnectionException("the transport gave no connection to " + endpoint.address(), null);
            }
            return connecting.peer;
        }
    }

    /** Takes over the one connection that is made. */
    private static final class Connecting implements Acceptor {
        private final PeerSettings.Setup setup;
        private final @Nullable Dialect dialect;
        private volatile @Nullable Peer peer;

        Connecting(PeerSettings.Setup setup, @Nullable Dialect dialect) {
            this.setup = setup;
            this.dialect = dialect;
        }

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            Peer made = new Peer(setup, connection, dialect, false);
            peer = made;
            return made.handler();
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            throw new IllegalStateException("a peer that connects serves no exchanges");
        }
    }
}
