package dev.parley.link;

import dev.parley.call.Activity;
import dev.parley.call.GuardedFuture;
import dev.parley.call.PendingCall;
import dev.parley.call.RequestWriter;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcRequestException;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.proxy.CallBatch;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A batch in the making. */
final class LinkBatch implements CallBatch {
    private final LinkCaller caller;
    private final List<Entry<?>> entries = new ArrayList<>();

    /** What the caller was given for each call: behind the interceptors, where there are any. */
    private final List<CompletableFuture<?>> results = new ArrayList<>();

    private boolean sent;

    LinkBatch(LinkCaller caller) {
        this.caller = caller;
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
        CompletableFuture<R> result = caller.interceptors().isEmpty()
                ? add(method, arguments)
                : caller.invocation(method, arguments, false, entries.size())
                        .around(caller.interceptors(), caller.what(method), () -> add(method, arguments));
        results.add(result);
        return result;
    }

    private <R extends @Nullable Object> CompletableFuture<R> add(
            MethodDescriptor<R> method, @Nullable Object[] arguments) {
        checkNotSent();
        PendingCall<R> call = caller.pending(method, Activity.current());
        entries.add(new Entry<>(method, arguments, call));
        return call;
    }

    @Override
    public void notify(MethodDescriptor<?> method, @Nullable Object... arguments) {
        checkNotSent();
        if (caller.interceptors().isEmpty()) {
            entries.add(new Entry<>(method, arguments, null));
            return;
        }
        caller.invocation(method, arguments, true, entries.size()).around(caller.interceptors(), () -> {
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
        Activity current = Activity.current();
        if (current != null) {
            current.asks();
        }
        // Nobody wants the answers of those that were cancelled meanwhile.
        entries.removeIf(entry -> entry.call() != null && entry.call().isDone());
        List<PendingCall<?>> calls = new ArrayList<>();
        for (Entry<?> entry : entries) {
            if (entry.call() != null) {
                calls.add(entry.call());
            }
        }
        if (!entries.isEmpty() && caller.link().register(calls)) {
            try {
                write(calls);
            } catch (RuntimeException e) {
                // An argument that the dialect or a codec can't say, or a message beyond the limit: nothing was sent.
                RuntimeException why = caller.notSent("a batch of " + entries.size() + " entries", e);
                caller.link().forget(calls);
                calls.forEach(call -> call.failed(why));
                if (calls.isEmpty()) {
                    throw why;
                }
            }
        }
        return allEnded();
    }

    /** One counter: a future made of all these futures would be as many objects again. */
    private CompletableFuture<@Nullable Void> allEnded() {
        CompletableFuture<@Nullable Void> all = GuardedFuture.of("a batch of " + entries.size() + " entries");
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
        try (MessageWriter writer = caller.writer()) {
            if (caller.dialect().batches() != Dialect.Batches.NONE) {
                checkSize();
                ValueWriter out = writer.begin();
                out.beginArray();
                for (Entry<?> entry : entries) {
                    write(out, entry);
                }
                out.endArray();
                Frame message = writer.end();
                calls.forEach(call -> call.sentIn(message.length(), true));
                caller.link().send(message, calls, caller.options());
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
                if (call != null) {
                    call.sentIn(messages.get(i).length(), false);
                }
                caller.link().send(messages.get(i), call == null ? List.of() : List.of(call), caller.options());
            }
        }
    }

    private void checkSize() {
        if (entries.size() > caller.mostEntries()) {
            throw new RpcRequestException(
                    "a batch of " + entries.size() + " entries is larger than the limit of " + caller.mostEntries()
                            + " entries, and was not sent; send several",
                    null);
        }
    }

    private void write(ValueWriter out, Entry<?> entry) {
        String name = caller.name(entry.method());
        caller.calls(name, entry.method());
        if (entry.call() == null) {
            RequestWriter.notification(
                    out, caller.dialect(), entry.method(), name, entry.arguments(), caller.unusedId());
        } else {
            RequestWriter.call(
                    out,
                    caller.dialect(),
                    entry.method(),
                    name,
                    entry.arguments(),
                    entry.call().id(),
                    caller.context(entry.call()));
        }
    }
}
