package dev.parley.peer;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Service;
import dev.parley.dispatch.Dispatcher;
import dev.parley.dispatch.UntypedMethod;
import dev.parley.message.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be said of a peer, and of one place of a server: which services it offers, and in which dialect. */
abstract sealed class Offers<S extends Offers<S>> permits PeerSettings, RpcServer.Place {
    private final List<Consumer<Offering.Builder>> offered = new ArrayList<>();
    private @Nullable Function<List<Dispatcher.Mount>, Service> description;
    private @Nullable Dialect dialect;

    Offers() {}

    abstract S self();

    /** Offers a service under the names that it declares. */
    public S service(Service service) {
        offered.add(offering -> offering.service("", service));
        return self();
    }

    /** Offers a service with something before each of its names. */
    public S service(String prefix, Service service) {
        offered.add(offering -> offering.service(prefix, service));
        return self();
    }

    /**
     * Offers a service with an instance of its own for each connection, such as a session. An instance that is
     * {@link AutoCloseable} is closed once its connection has ended, perhaps while a last call still runs.
     *
     * <pre>{@code .serviceForEach(connection -> new Session(connection.remote()), SessionSkeleton::new)}</pre>
     *
     * @param instances called once for each connection, when that begins, and must not block; once before, with
     *     {@link ConnectionContext#NONE}, for an instance that is only asked for its names
     * @param skeleton makes a service of an instance
     */
    public <T> S serviceForEach(
            Function<ConnectionContext, T> instances, Function<? super T, ? extends Service> skeleton) {
        return serviceForEach("", instances, skeleton);
    }

    /** The same with something before each of the service's names. */
    public <T> S serviceForEach(
            String prefix, Function<ConnectionContext, T> instances, Function<? super T, ? extends Service> skeleton) {
        offered.add(offering -> offering.each(prefix, new ServicePerConnection<>(instances, skeleton)));
        return self();
    }

    /** Offers a lambda under a name. */
    public S method(String name, UntypedMethod method) {
        offered.add(offering -> offering.method(name, method));
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

    /** Sets the dialect; one named in an address goes before it. Without either, see {@link Dialect#detect}. */
    public S dialect(Dialect chosen) {
        this.dialect = chosen;
        return self();
    }

    @Nullable
    Dialect dialect() {
        return dialect;
    }

    /** What was offered. */
    Offering offering() {
        Offering.Builder offering = new Offering.Builder();
        offered.forEach(offer -> offer.accept(offering));
        if (description != null) {
            offering.service("", description.apply(offering.mounts()));
        }
        return offering.build();
    }
}
