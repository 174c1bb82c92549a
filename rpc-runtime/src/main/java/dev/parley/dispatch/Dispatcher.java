package dev.parley.dispatch;

import dev.parley.call.AnswerTaker;
import dev.parley.call.CallLimits;
import dev.parley.call.Encoding;
import dev.parley.call.IncomingCall;
import dev.parley.call.Intake;
import dev.parley.call.MethodTable;
import dev.parley.call.Reply;
import dev.parley.call.Serving;
import dev.parley.call.Target;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.time.Duration;
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
    private final CallLimits limits;
    private final @Nullable Dialect dialect;
    private final List<Interceptor> interceptors;
    private final List<Mount> mounts;
    private final MethodTable table;
    private final Map<String, MethodDescriptor<?>> names = new LinkedHashMap<>();

    /**
     * A service, and what comes before each of its names.
     *
     * @param prefix perhaps empty
     */
    public record Mount(String prefix, Service service) {}

    private Dispatcher(Builder builder) {
        this.serializer = builder.serializer;
        this.limits = new CallLimits(
                builder.reading,
                builder.batchEntries,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                builder.responseBytes,
                builder.batchResponseBytes,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Duration.ZERO);
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
        Encoding encoding = new Encoding(serializer, limits.reading(), limits.responseBytes(), References.NONE);
        Serving serving = new Serving(table, encoding, limits, interceptors, null, context, true);
        Intake intake = new Intake(serving, dialect, IncomingCall::run, AnswerTaker.NONE);
        intake.receive(message, new FutureReply(answered));
        return answered;
    }

    /** Completes a future with the answer. */
    private static final class FutureReply extends Reply {
        private final CompletableFuture<byte @Nullable []> answered;

        FutureReply(CompletableFuture<byte @Nullable []> answered) {
            this.answered = answered;
        }

        @Override
        public void send(@Nullable Frame answer, Kind kind, int code) {
            answered.complete(answer == null ? null : answer.toByteArray());
        }
    }

    /** Collects what a dispatcher knows. */
    public static final class Builder {
        private final Serializer serializer;
        private final Map<String, Target> targets = new LinkedHashMap<>();
        private final List<Mount> mounts = new ArrayList<>();
        private final List<Interceptor> interceptors = new ArrayList<>();
        private ReadLimits reading = ReadLimits.DEFAULT;
        private int batchEntries = 100;
        private int responseBytes = 16 * 1024 * 1024;
        private int batchResponseBytes = 16 * 1024 * 1024;
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

        /** Sets how large an answer may be, in bytes; 16 MiB unless set. */
        public Builder responseBytes(int bytes) {
            this.responseBytes = bytes;
            return this;
        }

        /** Sets how large the answers to a batch may be taken together, in bytes; 16 MiB unless set. */
        public Builder batchResponseBytes(int bytes) {
            this.batchResponseBytes = bytes;
            return this;
        }

        /** Sets how many entries a batch may have; 100 unless set. */
        public Builder batchEntries(int entries) {
            this.batchEntries = entries;
            return this;
        }

        /** Sets what is refused within a message; {@link ReadLimits#DEFAULT} unless set. */
        public Builder reading(ReadLimits chosen) {
            this.reading = chosen;
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
