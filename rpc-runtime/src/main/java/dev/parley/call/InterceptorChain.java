package dev.parley.call;

import dev.parley.contract.Interceptor;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Passes a call through interceptors, on either side of a connection. */
final class InterceptorChain {
    private InterceptorChain() {}

    /**
     * Asks the interceptors in order.
     *
     * @param last the call itself
     * @throws Exception what an interceptor threw in place of a failed stage
     */
    static CompletionStage<@Nullable Object> proceed(
            List<Interceptor> interceptors, Interceptor.Invocation invocation, Interceptor.Next last) throws Exception {
        return proceed(interceptors, 0, invocation, last);
    }

    private static CompletionStage<@Nullable Object> proceed(
            List<Interceptor> interceptors, int index, Interceptor.Invocation invocation, Interceptor.Next last)
            throws Exception {
        if (index == interceptors.size()) {
            return last.proceed();
        }
        Interceptor interceptor = interceptors.get(index);
        return Objects.requireNonNull(
                interceptor.intercept(invocation, () -> proceed(interceptors, index + 1, invocation, last)),
                () -> interceptor + " returned null in place of a stage");
    }
}
