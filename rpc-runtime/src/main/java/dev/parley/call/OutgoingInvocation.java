package dev.parley.call;

import dev.parley.contract.CallContext;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing call as interceptors see it.
 *
 * @param arguments in the parameters' order
 */
public record OutgoingInvocation(
        MethodDescriptor<?> method,
        String name,
        List<@Nullable Object> arguments,
        boolean notification,
        int batchIndex,
        ConnectionContext connection)
        implements Interceptor.Invocation {
    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public CallContext context() {
        return CallContext.current();
    }

    @Override
    public void identify(Principal principal) {
        // The other end identifies its callers itself.
    }

    /**
     * Sends a call within interceptors.
     *
     * @param what what a thread that blocks for the result waits for
     * @param send sends the call, once each time that an interceptor proceeds
     * @return cancelling it cancels what was sent
     */
    @SuppressWarnings("unchecked") // An interceptor that replaces the result has to keep to the method's type.
    public <R extends @Nullable Object> CompletableFuture<R> around(
            List<Interceptor> interceptors, String what, Supplier<? extends CompletableFuture<R>> send) {
        Intercepted<R> result = new Intercepted<>(what);
        around(interceptors, () -> result.attempt(send)).whenComplete((value, thrown) -> {
            if (thrown == null) {
                result.complete((R) value);
            } else {
                result.completeExceptionally(
                        thrown instanceof CompletionException wrapped && wrapped.getCause() != null
                                ? wrapped.getCause()
                                : thrown);
            }
        });
        return result;
    }

    /** Does something within interceptors. */
    public CompletableFuture<@Nullable Object> around(List<Interceptor> interceptors, Interceptor.Next last) {
        try {
            return InterceptorChain.proceed(interceptors, this, last).toCompletableFuture();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The future of a caller behind interceptors: its cancellation reaches each call that they sent or are yet to send. */
    private static final class Intercepted<R extends @Nullable Object> extends GuardedFuture<R> {
        private final String what;
        private final List<CompletableFuture<R>> attempts = new CopyOnWriteArrayList<>();

        Intercepted(String what) {
            this.what = what;
        }

        CompletableFuture<@Nullable Object> attempt(Supplier<? extends CompletableFuture<R>> send) {
            if (isCancelled()) {
                return CompletableFuture.failedFuture(new CancellationException());
            }
            CompletableFuture<R> call = send.get();
            attempts.add(call);
            if (isCancelled()) {
                call.cancel(false);
            }
            return call.thenApply(value -> (Object) value);
        }

        @Override
        String what() {
            return what;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean cancelled = super.cancel(mayInterrupt);
            if (cancelled) {
                attempts.forEach(call -> call.cancel(mayInterrupt));
            }
            return cancelled;
        }
    }
}
