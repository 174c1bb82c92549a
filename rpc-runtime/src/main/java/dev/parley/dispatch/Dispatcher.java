package dev.parley.dispatch;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.MessageKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Knows all methods that a peer can call, and calls them. It needs no transport: bytes in, bytes or nothing out, for any
 * server that somebody has already. Immutable; safe for many threads.
 */
public final class Dispatcher {
    private final Serializer serializer;
    private final DispatchLimits limits;
    private final @Nullable Dialect dialect;
    private final List<Interceptor> interceptors;
    private final List<Mount> mounts;
    private final MethodTable table;
    private final Map<String, MethodDescriptor<?>> names = new LinkedHashMap<>();

    /**
     * A service, and what stands before each of its names.
     *
     * @param prefix perhaps empty
     */
    public record Mount(String prefix, Service service) {}

    private Dispatcher(Builder builder) {
        this.serializer = builder.serializer;
        this.limits = builder.limits;
        this.dialect = builder.dialect;
        this.interceptors = List.copyOf(builder.interceptors);
        this.table = new MethodTable(builder.targets.values());
        this.mounts = List.copyOf(builder.mounts);
        builder.targets.forEach((name, target) -> names.put(name, target.method()));
    }

    /** Starts a dispatcher that speaks by a serializer. */
    public static Builder builder(Serializer serializer) {
        return new Builder(serializer);
    }

    /** Everything that is offered here, in the order in which it was added. */
    public List<Mount> mounts() {
        return mounts;
    }

    /** Every name that can be called, with its method, in the order in which they were added. */
    public Map<String, MethodDescriptor<?>> names() {
        return Collections.unmodifiableMap(names);
    }

    Serializer serializer() {
        return serializer;
    }

    DispatchLimits limits() {
        return limits;
    }

    List<Interceptor> interceptors() {
        return interceptors;
    }

    @Nullable
    Target find(byte[] bytes, int from, int to) {
        return table.find(bytes, from, to);
    }

    /**
     * Handles one message or batch, and waits for its handlers, which run on the calling thread.
     *
     * @return the answer; null when there is none to give
     */
    public byte @Nullable [] dispatch(byte[] message) {
        return dispatch(Frame.kept(message), ConnectionContext.NONE).join();
    }

    /**
     * The same for handlers that answer later.
     *
     * @param message one message or batch; on loan is fine
     * @param context what services and interceptors may know of the caller
     * @return completes with the answer's bytes, or null when there is none to give; never fails
     */
    public CompletableFuture<byte @Nullable []> dispatch(Frame message, ConnectionContext context) {
        CompletableFuture<byte @Nullable []> answered = new CompletableFuture<>();
        new Receiver(this, new Standalone(context), dialect)
                .receive(
                        message,
                        (answer, errorCode, batch) -> answered.complete(answer == null ? null : answer.toByteArray()));
        return answered;
    }

    /** Runs calls where they come in, and expects no answers. */
    private record Standalone(ConnectionContext context) implements Receiver.Host {
        @Override
        public References references() {
            return References.NONE;
        }

        @Override
        public void run(IncomingCall call) {
            call.run();
        }

        @Override
        public boolean response(MessageReader reader, Envelope message, MessageKind kind) {
            return false;
        }

        @Override
        public void stop() {
            // Nothing to close: each message stands alone.
        }
    }

    /** Collects what a dispatcher knows. */
    public static final class Builder {
        private final Serializer serializer;
        private final Map<String, Target> targets = new LinkedHashMap<>();
        private final List<Mount> mounts = new ArrayList<>();
        private final List<Interceptor> interceptors = new ArrayList<>();
        private DispatchLimits limits = DispatchLimits.DEFAULT;
        private @Nullable Dialect dialect;

        private Builder(Serializer serializer) {
            this.serializer = serializer;
        }

        /** Offers a service under the names that it declares. */
        public Builder service(Service service) {
            return service("", service);
        }

        /**
         * Offers a service with something before each of its names.
         *
         * @throws IllegalArgumentException when a name is taken
         */
        public Builder service(String prefix, Service service) {
            List<MethodDescriptor<?>> all = service.descriptor().methods();
            for (int i = 0; i < all.size(); i++) {
                add(Target.of(
                        prefix + all.get(i).name(),
                        service,
                        i,
                        service.descriptor().strictOrder()));
            }
            mounts.add(new Mount(prefix, service));
            return this;
        }

        /**
         * Offers a lambda under a name.
         *
         * @throws IllegalArgumentException when the name is taken
         */
        public Builder method(String name, UntypedMethod method) {
            return service("", new UntypedService(name, method));
        }

        private void add(Target target) {
            if (targets.putIfAbsent(target.name(), target) != null) {
                throw new IllegalArgumentException(
                        "two methods are named \"" + target.name() + "\"; mount one of their services under a prefix");
            }
        }

        /** What was added so far. */
        public List<Mount> mounts() {
            return List.copyOf(mounts);
        }

        /** Puts an interceptor around every call; the first that was added is the outermost. */
        public Builder interceptor(Interceptor interceptor) {
            interceptors.add(interceptor);
            return this;
        }

        /** Sets what is refused. */
        public Builder limits(DispatchLimits chosen) {
            this.limits = chosen;
            return this;
        }

        /** Sets the dialect; without it, 2.0 and 1.0 are told apart message by message. */
        public Builder dialect(Dialect chosen) {
            this.dialect = chosen;
            return this;
        }

        /** The dispatcher. */
        public Dispatcher build() {
            return new Dispatcher(this);
        }
    }
}
