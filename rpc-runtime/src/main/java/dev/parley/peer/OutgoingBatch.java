package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.RequestWriter;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A batch in the making. */
final class OutgoingBatch implements CallBatch {
    private final Outgoing outgoing;
    private final List<Entry<?>> entries = new ArrayList<>();

    /** What the caller was given for each call: behind the interceptors, where there are any. */
    private final List<CompletableFuture<?>> results = new ArrayList<>();

    private boolean sent;

    OutgoingBatch(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** One entry: a call that waits, or a notification. */
    private record Entry<R extends @Nullable Object>(
            MethodDescriptor<R> method,
            @Nullable Object[] arguments,
            @Nullable PendingCall<R> call) {}

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> call(
            MethodDescriptor<R> method, @Nullable Object... arguments) {
        checkNotSent();
        CompletableFuture<R> result = outgoing.peer().callInterceptors().isEmpty()
                ? add(method, arguments)
                : outgoing.intercepted(
                        method,
                        arguments,
                        false,
                        entries.size(),
                        () -> add(method, arguments).thenApply(value -> (Object) value));
        results.add(result);
        return result;
    }

    private <R extends @Nullable Object> CompletableFuture<R> add(
            MethodDescriptor<R> method, @Nullable Object[] arguments) {
        checkNotSent();
        PendingCall<R> call = outgoing.pending(method);
        entries.add(new Entry<>(method, arguments, call));
        return call;
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        checkNotSent();
        if (outgoing.peer().callInterceptors().isEmpty()) {
            entries.add(new Entry<>(method, arguments, null));
            return;
        }
        outgoing.intercepted(method, arguments, true, entries.size(), () -> {
            checkNotSent();
            entries.add(new Entry<>(method, arguments, null));
            return CompletableFuture.<@Nullable Object>completedFuture(null);
        });
    }

    private void checkNotSent() {
        if (sent) {
            throw new IllegalStateException("this batch was sent already; start another");
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> send() {
        checkNotSent();
        sent = true;
        CurrentCall current = CurrentCall.get();
        if (current != null) {
            current.asks();
        }
        List<PendingCall<?>> calls = new ArrayList<>();
        for (Entry<?> entry : entries) {
            if (entry.call() != null) {
                calls.add(entry.call());
            }
        }
        if (!entries.isEmpty() && outgoing.link().register(calls)) {
            try {
                write(calls);
            } catch (RuntimeException e) {
                // An argument that the dialect or a codec can't say, or a message beyond the limit: nothing was sent.
                outgoing.link().forget(calls);
                calls.forEach(call -> call.completeExceptionally(e));
                if (calls.isEmpty()) {
                    throw e;
                }
            }
        }
        return allEnded();
    }

    /** One counter: a future made of all these futures would be as many objects again. */
    private CompletableFuture<@Nullable Void> allEnded() {
        CompletableFuture<@Nullable Void> all = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(results.size() + 1);
        BiConsumer<@Nullable Object, @Nullable Throwable> ended = (value, thrown) -> {
            if (left.decrementAndGet() == 0) {
                all.complete(null);
            }
        };
        for (CompletableFuture<?> result : results) {
            result.whenComplete(ended);
        }
        ended.accept(null, null);
        return all;
    }

    private void write(List<PendingCall<?>> calls) {
        try (MessageWriter writer = outgoing.writer()) {
            if (outgoing.dialect().batches() != Dialect.Batches.NONE) {
                ValueWriter out = writer.begin();
                out.beginArray();
                for (Entry<?> entry : entries) {
                    write(out, entry);
                }
                out.endArray();
                outgoing.link().send(writer.end(), calls);
                return;
            }
            // All are written before the first is sent, so that a batch with a wrong argument sends nothing.
            List<Frame> messages = new ArrayList<>();
            for (Entry<?> entry : entries) {
                write(writer.begin(), entry);
                messages.add(writer.end().keep());
            }
            for (int i = 0; i < messages.size(); i++) {
                PendingCall<?> call = entries.get(i).call();
                outgoing.link().send(messages.get(i), call == null ? List.of() : List.of(call));
            }
        }
    }

    private void write(ValueWriter out, Entry<?> entry) {
        String name = outgoing.name(entry.method());
        outgoing.peer().wire().calls(name, entry.method());
        if (entry.call() == null) {
            RequestWriter.notification(
                    out, outgoing.dialect(), entry.method(), name, entry.arguments(), outgoing.unusedId());
        } else {
            RequestWriter.call(
                    out,
                    outgoing.dialect(),
                    entry.method(),
                    name,
                    entry.arguments(),
                    entry.call().id());
        }
    }
}
