package dev.parley.peer;

import dev.parley.call.Handlers;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.extension.Extension;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.json.JsonSerializer;
import dev.parley.transport.TransportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What clients and servers alike can be told: both are peers, so each may offer services.
 *
 * @param <S> the settings' own type
 */
public abstract sealed class PeerSettings<S extends PeerSettings<S>> extends Offers<S>
        permits Peer.Builder, RpcServer.Builder {
    private final List<Interceptor> interceptors = new ArrayList<>();
    private final List<Interceptor> callInterceptors = new ArrayList<>();
    private Serializer serializer = JsonSerializer.INSTANCE;
    private Limits limits = Limits.DEFAULT;
    private WireLog wireLog = WireLog.OFF;
    private final List<Extension> extensions = new ArrayList<>();
    private boolean extended;
    private Handlers handlers = Handlers.shared();
    private @Nullable Executor callbacks;
    private @Nullable Function<ConnectionContext, Serializer> choice;
    private final TransportOptions.Builder transport = TransportOptions.DEFAULT.change();

    PeerSettings() {}

    /** Puts an interceptor around every call that comes in. */
    public S interceptor(Interceptor interceptor) {
        interceptors.add(interceptor);
        return self();
    }

    /** Puts an interceptor around every call that goes out; the first that was added is the outermost. */
    public S callInterceptor(Interceptor interceptor) {
        callInterceptors.add(interceptor);
        return self();
    }

    /**
     * Sets how messages become bytes; JSON unless said otherwise. Both ends of a connection have to agree. Those of a
     * binary serializer are told apart by their length, see {@link dev.parley.framing.Framings#LENGTH}.
     */
    public S serializer(Serializer chosen) {
        this.serializer = chosen;
        return self();
    }

    /**
     * Chooses how messages become bytes for each connection, by what its transport found out when it began, such as an
     * attribute. The framing of an address is chosen before that: on bare sockets, name one that takes any bytes.
     *
     * @param chosen must not block
     */
    public S serializer(Function<ConnectionContext, Serializer> chosen) {
        this.choice = chosen;
        return self();
    }

    /** Sets the limits; {@link Limits#DEFAULT} unless said otherwise. */
    public S limits(Limits chosen) {
        this.limits = chosen;
        return self();
    }

    /** Logs every message as it goes over the wire; off unless said otherwise. */
    public S wireLog(WireLog log) {
        this.wireLog = log;
        return self();
    }

    /**
     * Adds something that connections can do beyond calls, such as objects by reference. Of two peers both have to know it;
     * a client asks for it once when it connects, see {@link #extended()}.
     */
    public S extension(Extension extension) {
        extensions.add(extension);
        return extended();
    }

    /**
     * Asks the server once, when connecting, what it can do beyond calls: hear of cancellation, of how long a caller waits and
     * of {@linkplain dev.parley.contract.CallOptions what belongs to a call}, report progress. Connecting then waits for the
     * answer; a server that does not know the question is a plain peer. Without this, a client sends nothing that a plain
     * peer does not know. Only with the dialect 2.0 on duplex connections; on exchanges headers say the same, unasked.
     */
    public S extended() {
        extended = true;
        return self();
    }

    /**
     * Sets how many platform threads run handlers, shared fairly by the connections of this peer or server and by no other.
     * Unless set, all of the process share {@value Handlers#DEFAULT_THREADS}, and from Java 24 on each handler has a virtual
     * thread.
     */
    public S handlerThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("handlers need at least 1 thread, not " + threads);
        }
        handlers = Handlers.pool(threads);
        return self();
    }

    /**
     * Runs each handler on a virtual thread, which Java 21 to 23 do not do by default: there a {@code synchronized} block
     * pins its carrier.
     *
     * @throws UnsupportedOperationException before Java 21
     */
    public S virtualHandlers() {
        handlers = Handlers.virtual();
        return self();
    }

    /**
     * Runs handlers on an executor of yours. It has to find a thread for each, or handlers that wait for each other's calls
     * may wait for ever.
     */
    public S handlerExecutor(Executor executor) {
        handlers = Handlers.on(executor);
        return self();
    }

    /**
     * Sets where the futures of asynchronous calls complete. Unless set they complete on the thread that reads the connection,
     * where what depends on them must not block.
     */
    public S callbackExecutor(Executor executor) {
        callbacks = executor;
        return self();
    }

    /**
     * Gives settings of one type to the transports that know it, such as TLS or the statuses of HTTP. Others ignore them.
     *
     * @param type what the transport asks for, see {@link TransportOptions#settings}
     */
    public <T> S transport(Class<T> type, T settings) {
        transport.with(type, settings);
        return self();
    }

    PeerSetup setup() {
        return new PeerSetup(
                offering(),
                serializer,
                choice == null ? connection -> serializer : choice,
                limits,
                wireLog,
                dialect(),
                List.copyOf(interceptors),
                List.copyOf(callInterceptors),
                List.copyOf(extensions),
                extended,
                handlers,
                callbacks,
                transport.build());
    }
}
