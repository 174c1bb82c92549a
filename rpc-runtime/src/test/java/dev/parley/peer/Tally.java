package dev.parley.peer;

import dev.parley.codec.Codecs;
import dev.parley.contract.Arguments;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one connection. */
final class Tally implements AutoCloseable {
    static final MethodDescriptor<Integer> NEXT =
            MethodDescriptor.call("next", Codecs.INT).build();
    private static final ServiceDescriptor DESCRIPTOR =
            new ServiceDescriptor("Tally", List.of(NEXT), false, () -> null);

    private final Log log;
    private final ConnectionContext connection;
    private final AtomicInteger calls = new AtomicInteger();

    private Tally(Log log, ConnectionContext connection) {
        this.log = log;
        this.connection = connection;
    }

    /** What became of all of them. */
    static final class Log {
        final Queue<String> made = new ConcurrentLinkedQueue<>();
        final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

        Tally make(ConnectionContext connection) {
            made.add(connection.transport());
            return new Tally(this, connection);
        }
    }

    /** What the generator would make. */
    record Skeleton(Tally tally) implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            return tally.calls.incrementAndGet();
        }
    }

    @Override
    public void close() {
        log.closed.add(connection.transport() + " after " + calls);
    }
}
