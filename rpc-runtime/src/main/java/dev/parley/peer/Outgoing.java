package dev.parley.peer;

import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcException;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.proxy.RequestWriter;
import dev.parley.serializer.MessageWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The calls of a peer, with the prefix and the time limit of one view of it. */
final class Outgoing implements Caller {
    private final Peer peer;
    private final Link link;
    private final Dialect dialect;
    private final String prefix;
    private final long timeoutNanos;

    Outgoing(Peer peer, Link link, Dialect dialect, String prefix, Duration timeout) {
        this.peer = peer;
        this.link = link;
        this.dialect = dialect;
        this.prefix = prefix;
        this.timeoutNanos = timeout.toNanos();
    }

    Outgoing at(String further) {
        return new Outgoing(peer, link, dialect, prefix + further, Duration.ofNanos(timeoutNanos));
    }

    Outgoing timeout(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("a call can't wait for " + limit);
        }
        return new Outgoing(peer, link, dialect, prefix, limit);
    }

    String name(MethodDescriptor<?> method) {
        return prefix.isEmpty() ? method.name() : prefix + method.name();
    }

    <R extends @Nullable Object> PendingCall<R> pending(MethodDescriptor<R> method) {
        return new PendingCall<>(method, name(method), timeoutNanos);
    }

    Peer peer() {
        return peer;
    }

    Link link() {
        return link;
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public <R extends @Nullable Object> R call(MethodDescriptor<R> method, @Nullable Object... arguments) {
        CurrentCall current = CurrentCall.get();
        if (current == null) {
            return await(link.lead(() -> start(method, arguments)), method);
        }
        current.beforeWaiting(name(method));
        try {
            return await(link.lead(() -> start(method, arguments)), method);
        } finally {
            current.afterWaiting();
        }
    }

    private <R extends @Nullable Object> R await(CompletableFuture<R> answer, MethodDescriptor<R> method) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw Outgoing.<RuntimeException>sneaky(seenFromHere(e.getCause(), method));
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new CancellationException("the thread that waited for " + name(method) + " was interrupted");
        }
    }

    /**
     * The exception that stands for an answer was made by the reading thread, but its caller wants to see where the call
     * stood. One that an interceptor threw keeps the place where it did.
     */
    private static Throwable seenFromHere(Throwable thrown, MethodDescriptor<?> method) {
        if (thrown instanceof RpcException
                || method.errors().stream().anyMatch(error -> error.type().isInstance(thrown))) {
            thrown.setStackTrace(Thread.currentThread().getStackTrace());
        }
        return thrown;
    }

    @SuppressWarnings("unchecked") // Declared exceptions are thrown as themselves; the generated client declares them.
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<R> method, @Nullable Object... arguments) {
        CurrentCall current = CurrentCall.get();
        if (current != null) {
            current.asks();
        }
        return start(method, arguments);
    }

    private <R extends @Nullable Object> CompletableFuture<R> start(
            MethodDescriptor<R> method, @Nullable Object[] arguments) {
        return peer.callInterceptors().isEmpty()
                ? send(method, arguments)
                : intercepted(
                        method,
                        arguments,
                        false,
                        -1,
                        () -> send(method, arguments).thenApply(value -> (Object) value));
    }

    private <R extends @Nullable Object> PendingCall<R> send(MethodDescriptor<R> method, @Nullable Object[] arguments) {
        PendingCall<R> call = pending(method);
        peer.wire().calls(call.name(), method);
        List<PendingCall<?>> one = Collections.singletonList(call);
        if (!link.register(one)) {
            return call;
        }
        try (MessageWriter writer = writer()) {
            RequestWriter.call(writer.begin(), dialect, method, call.name(), arguments, call.id());
            link.send(writer.end(), one);
        } catch (RuntimeException e) {
            // An argument that the dialect or a codec can't say, or a message beyond the limit.
            link.forget(one);
            call.completeExceptionally(e);
        }
        return call;
    }

    MessageWriter writer() {
        return peer.serializer().write(peer.limits().responseBytes(), peer.references());
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        if (peer.callInterceptors().isEmpty()) {
            sendNotification(method, arguments);
            return;
        }
        CompletableFuture<?> done = intercepted(method, arguments, true, -1, () -> {
            sendNotification(method, arguments);
            return CompletableFuture.<@Nullable Object>completedFuture(null);
        });
        if (done.isCompletedExceptionally()) {
            try {
                done.join();
            } catch (CompletionException e) {
                throw Outgoing.<RuntimeException>sneaky(e.getCause());
            }
        }
    }

    private void sendNotification(MethodDescriptor<?> method, @Nullable Object[] arguments) {
        if (peer.hasEnded()) {
            throw new RpcConnectionException("the connection to " + link.name() + " was closed", null);
        }
        peer.wire().calls(name(method), method);
        try (MessageWriter writer = writer()) {
            RequestWriter.notification(writer.begin(), dialect, method, name(method), arguments, unusedId());
            link.send(writer.end(), List.of());
        }
    }

    /** For the dialects that answer every request. */
    long unusedId() {
        return dialect.notificationMark() == Dialect.NotificationMark.NONE ? link.unusedId() : -1;
    }

    /** Runs a call within the interceptors of outgoing calls. */
    @SuppressWarnings("unchecked") // An interceptor that replaces the result has to keep to the method's type.
    <R extends @Nullable Object> CompletableFuture<R> intercepted(
            MethodDescriptor<?> method,
            @Nullable Object[] arguments,
            boolean notification,
            int batchIndex,
            Interceptor.Next last) {
        Interceptor.Invocation invocation = new Interceptor.Invocation(
                method,
                name(method),
                Collections.unmodifiableList(Arrays.asList(arguments)),
                notification,
                batchIndex,
                peer.context());
        try {
            return (CompletableFuture<R>) proceed(0, invocation, last).toCompletableFuture();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<@Nullable Object> proceed(
            int next, Interceptor.Invocation invocation, Interceptor.Next last) throws Exception {
        List<Interceptor> all = peer.callInterceptors();
        return next == all.size()
                ? last.proceed()
                : all.get(next).intercept(invocation, () -> proceed(next + 1, invocation, last));
    }

    @Override
    public CallBatch batch() {
        return new OutgoingBatch(this);
    }
}
