package dev.parley.peer;

import dev.parley.contract.Interceptor;
import dev.parley.contract.Service;
import dev.parley.dispatch.Dispatcher;
import dev.parley.dispatch.UntypedMethod;
import dev.parley.message.Dialect;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.json.JsonSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What clients and servers alike can be told: both are peers, so each may offer services.
 *
 * @param <S> the settings' own type
 */
public abstract sealed class PeerSettings<S extends PeerSettings<S>> permits Peer.Builder, RpcServer.Builder {
    private final List<Consumer<Dispatcher.Builder>> offered = new ArrayList<>();
    private final List<Interceptor> callInterceptors = new ArrayList<>();
    private Serializer serializer = JsonSerializer.INSTANCE;
    private Limits limits = Limits.DEFAULT;
    private WireLog wireLog = WireLog.OFF;
    private @Nullable Dialect dialect;
    private @Nullable Function<Peer, PeerReferences> references;
    private @Nullable Function<List<Dispatcher.Mount>, Service> description;

    PeerSettings() {}

    abstract S self();

    /** Offers a service under the names that it declares. */
    public S service(Service service) {
        offered.add(dispatcher -> dispatcher.service(service));
        return self();
    }

    /** Offers a service with something before each of its names. */
    public S service(String prefix, Service service) {
        offered.add(dispatcher -> dispatcher.service(prefix, service));
        return self();
    }

    /** Offers a lambda under a name. */
    public S method(String name, UntypedMethod method) {
        offered.add(dispatcher -> dispatcher.method(name, method));
        return self();
    }

    /**
     * Offers a service that is made from what is offered besides: a description, above all.
     *
     * @param made called once, with every service that was added, in order
     */
    public S describedBy(Function<List<Dispatcher.Mount>, Service> made) {
        this.description = made;
        return self();
    }

    /** Puts an interceptor around every call that comes in. */
    public S interceptor(Interceptor interceptor) {
        offered.add(dispatcher -> dispatcher.interceptor(interceptor));
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

    /** Sets the limits; {@link Limits#DEFAULT} unless said otherwise. */
    public S limits(Limits chosen) {
        this.limits = chosen;
        return self();
    }

    /** Sets the dialect; one named in an address goes before it. Without either, see {@link Dialect#detect}. */
    public S dialect(Dialect chosen) {
        this.dialect = chosen;
        return self();
    }

    /** Logs every message as it goes over the wire; off unless said otherwise. */
    public S wireLog(WireLog log) {
        this.wireLog = log;
        return self();
    }

    /** Sets what makes the table of references of each connection; without it, nothing travels by reference. */
    public S references(Function<Peer, PeerReferences> factory) {
        this.references = factory;
        return self();
    }

    Setup setup() {
        Dispatcher.Builder dispatcher = Dispatcher.builder(serializer).limits(limits.dispatching());
        offered.forEach(offer -> offer.accept(dispatcher));
        if (description != null) {
            dispatcher.service(description.apply(dispatcher.mounts()));
        }
        return new Setup(
                dispatcher.build(), serializer, limits, wireLog, dialect, List.copyOf(callInterceptors), references);
    }

    /** All settings, read once: what a peer is made from. */
    record Setup(
            Dispatcher dispatcher,
            Serializer serializer,
            Limits limits,
            WireLog wireLog,
            @Nullable Dialect dialect,
            List<Interceptor> callInterceptors,
            @Nullable Function<Peer, PeerReferences> references) {}
}
