package dev.parley.peer;

import dev.parley.contract.Arguments;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the place of a service that each connection has an instance of: it knows the names, and nobody calls it. */
final class ServicePerConnection<T> implements Service {
    private final Function<ConnectionContext, T> instances;
    private final Function<? super T, ? extends Service> skeleton;
    private final ServiceDescriptor descriptor;

    ServicePerConnection(Function<ConnectionContext, T> instances, Function<? super T, ? extends Service> skeleton) {
        this.instances = instances;
        this.skeleton = skeleton;
        Instance example = open(ConnectionContext.NONE);
        this.descriptor = example.service().descriptor();
        example.close();
    }

    /**
     * The instance of one connection.
     *
     * @param object what the user made
     */
    record Instance(Object object, Service service) {
        /** Tells it of its connection's end. */
        void close() {
            try {
                if (object instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception e) {
                System.getLogger("dev.parley.peer")
                        .log(
                                System.Logger.Level.ERROR,
                                () -> "the service " + service.descriptor().name()
                                        + " of one connection can't be closed",
                                e);
            }
        }
    }

    Instance open(ConnectionContext connection) {
        T object = instances.apply(connection);
        return new Instance(object, skeleton.apply(object));
    }

    @Override
    public ServiceDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        throw new IllegalStateException("the service " + descriptor.name() + " is called on a connection only");
    }
}
