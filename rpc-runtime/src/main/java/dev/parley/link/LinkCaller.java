package dev.parley.link;

import dev.parley.call.Activity;
import dev.parley.call.OutgoingInvocation;
import dev.parley.call.PendingCall;
import dev.parley.call.RequestWriter;
import dev.parley.codec.JsonValue;
import dev.parley.contract.CallContext;
import dev.parley.contract.CallOptions;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcException;
import dev.parley.contract.RpcInterruptedException;
import dev.parley.contract.RpcRequestException;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.ValueWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a peer, with the prefix and the options of one view of it. */
public final class LinkCaller implements Caller {
    private static final String RUNTIME = "dev.parley.";

    private final Link link;
    private final LinkSettings settings;
    private final Dialect dialect;
    private final List<Interceptor> interceptors;
    private final String prefix;
    private final CallOptions options;
    private final long timeoutNanos;

    /** Whether the options say something that the peer is to know. */
    private final boolean told;

    /**
     * A caller without a prefix.
     *
     * @param interceptors those around outgoing calls, the outermost first
     * @param options what holds for calls that say nothing else
     */
    public LinkCaller(Link link, LinkSettings settings, List<Interceptor> interceptors, CallOptions options) {
        this(link, settings, interceptors, "", options, false);
    }

    private LinkCaller(
            Link link,
            LinkSettings settings,
            List<Interceptor> interceptors,
            String prefix,
            CallOptions options,
            boolean told) {
        this.link = link;
        this.settings = settings;
        this.dialect = settings.outgoing();
        this.interceptors = interceptors;
        this.prefix = prefix;
        this.options = options;
        this.timeoutNanos = options.timeout().map(Duration::toNanos).orElse(0L);
        this.told = told;
    }

    /** The same caller for services that the other end mounted under a further prefix. */
    public LinkCaller at(String further) {
        return new LinkCaller(link, settings, interceptors, prefix + further, options, told);
    }

    /** The same caller without interceptors, for messages of the runtime's own. */
    LinkCaller plain() {
        return new LinkCaller(link, settings, List.of(), prefix, options, told);
    }

    @Override
    public LinkCaller with(CallOptions others) {
        return new LinkCaller(link, settings, interceptors, prefix, options.and(others), true);
    }

    String name(MethodDescriptor<?> method) {
        return prefix.isEmpty() ? method.name() : prefix + method.name();
    }

    /** A call that is not sent yet; one that a handler makes ends with the handler's own time. */
    <R extends @Nullable Object> PendingCall<R> pending(MethodDescriptor<R> method, @Nullable Activity current) {
        long limit = timeoutNanos;
        if (current != null) {
            current.asks();
            long left = CallContext.current()
                    .timeLeft()
                    .map(time -> Math.max(1, time.toNanos()))
                    .orElse(0L);
            limit = left > 0 && (limit == 0 || left < limit) ? left : limit;
        }
        return new PendingCall<>(method, name(method), limit);
    }

    Link link() {
        return link;
    }

    CallOptions options() {
        return options;
    }

    /** The name of the dialect in which calls go out. */
    public String dialectName() {
        return dialect.name();
    }

    Dialect dialect() {
        return dialect;
    }

    List<Interceptor> interceptors() {
        return interceptors;
    }

    @Override
    public <R extends @Nullable Object> R call(MethodDescriptor<R> method, @Nullable Object... arguments) {
        Activity current = Activity.current();
        if (current == null) {
            return await(link.lead(() -> start(method, arguments, null, true)), method);
        }
        current.beforeBlocking(what(method));
        try {
            return await(link.lead(() -> start(method, arguments, current, true)), method);
        } finally {
            current.afterBlocking();
        }
    }

    private <R extends @Nullable Object> R await(CompletableFuture<R> answer, MethodDescriptor<R> method) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw LinkCaller.<RuntimeException>sneaky(seenFromHere(e.getCause(), method));
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new RpcInterruptedException("the thread that waited for " + name(method) + " was interrupted", e);
        }
    }

    /**
     * The exception for an answer was made by the reading thread, but its caller wants to see where the call was made. One
     * that an interceptor threw keeps its own place.
     */
    private static Throwable seenFromHere(Throwable thrown, MethodDescriptor<?> method) {
        if (thrown instanceof RpcException
                || method.errors().stream().anyMatch(error -> error.type().isInstance(thrown))) {
            StackTraceElement[] here = Thread.currentThread().getStackTrace();
            int first = 0;
            while (first < here.length - 1 && !isCaller(here[first])) {
                first++;
            }
            thrown.setStackTrace(Arrays.copyOfRange(here, first, here.length));
        }
        return thrown;
    }

    /** The first frame that is not of the runtime: the generated client, or a caller without one. */
    private static boolean isCaller(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.equals(Thread.class.getName())
                && !type.startsWith(LinkCaller.class.getName())
                && !type.equals(RUNTIME + "peer.Peer");
    }

    @SuppressWarnings("unchecked") // Declared exceptions are thrown as themselves; the generated client declares them.
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<R> method, @Nullable Object... arguments) {
        return start(method, arguments, Activity.current(), false);
    }

    private <R extends @Nullable Object> CompletableFuture<R> start(
            MethodDescriptor<R> method, @Nullable Object[] arguments, @Nullable Activity current, boolean blocking) {
        return interceptors.isEmpty()
                ? send(method, arguments, current, blocking)
                : invocation(method, arguments, false, -1)
                        .around(
                                interceptors,
                                what(method),
                                () -> send(method, arguments, Activity.current(), blocking));
    }

    private <R extends @Nullable Object> CompletableFuture<R> send(
            MethodDescriptor<R> method, @Nullable Object[] arguments, @Nullable Activity current, boolean blocking) {
        PendingCall<R> call = pending(method, current);
        if (blocking) {
            call.awaited();
        }
        return send(call, arguments);
    }

    /** What a thread that blocks for a call waits for. */
    String what(MethodDescriptor<?> method) {
        return "a call of " + name(method);
    }

    /** A call as interceptors see it. */
    OutgoingInvocation invocation(
            MethodDescriptor<?> method, @Nullable Object[] arguments, boolean notification, int batchIndex) {
        return new OutgoingInvocation(
                method,
                name(method),
                Collections.unmodifiableList(Arrays.asList(arguments)),
                notification,
                batchIndex,
                settings.connection());
    }

    private <R extends @Nullable Object> PendingCall<R> send(PendingCall<R> call, @Nullable Object[] arguments) {
        if (call.isDone()) {
            // Cancelled, while an interceptor held it back.
            return call;
        }
        settings.wire().calls(call.name(), call.method());
        List<PendingCall<?>> one = Collections.singletonList(call);
        if (!link.register(one)) {
            return call;
        }
        try (MessageWriter writer = writer()) {
            RequestWriter.call(
                    writer.begin(), dialect, call.method(), call.name(), arguments, call.id(), context(call));
            Frame message = writer.end();
            call.sentIn(message.length(), false);
            link.send(message, one, options);
        } catch (RuntimeException e) {
            // An argument that the dialect or a codec can't say, or a message beyond the limit.
            link.forget(one);
            call.failed(notSent(call.name(), e));
        }
        return call;
    }

    /** Writes what belongs to a call beside its arguments; null where there is nothing, or the peer does not read it. */
    @Nullable
    Consumer<ValueWriter> context(PendingCall<?> call) {
        CallControl control = link.control();
        if (control == null || !told && call.timeoutNanos() == timeoutNanos || !control.isAnnounced()) {
            return null;
        }
        Consumer<JsonValue> listener = options.progress();
        if (listener != null) {
            control.listen(call, listener);
        }
        long millis = call.timeoutNanos() == 0 ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(call.timeoutNanos()));
        return new CallContextMember(millis, options.metadata(), listener != null)::write;
    }

    /** A message beyond the limit is the caller's to know of, by name. */
    RuntimeException notSent(String name, RuntimeException why) {
        return why instanceof OversizedException
                ? new RpcRequestException(
                        "the request " + name + " is larger than the limit of " + mostBytes()
                                + " bytes, and was not sent",
                        why)
                : why;
    }

    /** How large a request may be: what this end allows, or the peer, should it allow less. */
    private int mostBytes() {
        return Math.min(settings.limits().requestBytes(), link.peersLimit());
    }

    /** How many entries a batch may have. */
    int mostEntries() {
        return settings.limits().batchRequests();
    }

    MessageWriter writer() {
        return link.encoding().write(mostBytes());
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        if (interceptors.isEmpty()) {
            sendNotification(method, arguments);
            return;
        }
        CompletableFuture<?> done = invocation(method, arguments, true, -1).around(interceptors, () -> {
            sendNotification(method, arguments);
            return CompletableFuture.<@Nullable Object>completedFuture(null);
        });
        if (done.isCompletedExceptionally()) {
            try {
                done.join();
            } catch (CompletionException e) {
                throw LinkCaller.<RuntimeException>sneaky(e.getCause());
            }
        }
    }

    private void sendNotification(MethodDescriptor<?> method, @Nullable Object[] arguments) {
        String name = name(method);
        if (link.hasEnded()) {
            throw new RpcConnectionException("the connection to " + link.name() + " was closed", null);
        }
        settings.wire().calls(name, method);
        try (MessageWriter writer = writer()) {
            RequestWriter.notification(writer.begin(), dialect, method, name, arguments, unusedId());
            link.send(writer.end(), List.of(), options);
        } catch (OversizedException e) {
            throw notSent(name, e);
        }
    }

    /** For the dialects that answer every request. */
    long unusedId() {
        return dialect.notificationMark() == Dialect.NotificationMark.NONE ? link.unusedId() : -1;
    }

    /** A method is about to be called, so that its secrets are known to a log. */
    void calls(String name, MethodDescriptor<?> method) {
        settings.wire().calls(name, method);
    }

    @Override
    public CallBatch batch() {
        return new LinkBatch(this);
    }
}
