package dev.parley.contract;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stands around every call of a peer, on the calling or on the serving side: single calls, notifications, and each
 * entry of a batch. It may look, refuse, replace the result, and measure.
 *
 * <p>On the serving side it runs where the handler would run. To refuse, return a failed stage: an
 * {@link RpcErrorException} reaches the peer as it is, anything else as an internal error.
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * Handles a call.
     *
     * @param call what is called
     * @param next goes on with it
     * @return the result, now or later; usually what {@code next} gives
     * @throws Exception as a failed stage
     */
    CompletionStage<@Nullable Object> intercept(Invocation call, Next next) throws Exception;

    /** The rest of the way: further interceptors, and the call itself. */
    @FunctionalInterface
    interface Next {
        /** Goes on. The stage fails with what the call failed with, declared exceptions included. */
        CompletionStage<@Nullable Object> proceed() throws Exception;
    }

    /**
     * One call, as an interceptor sees it.
     *
     * @param method what is called
     * @param name the name on the wire, with the prefix under which the service is mounted
     * @param arguments the arguments, in the parameters' order
     * @param notification whether no answer is wanted
     * @param batchIndex the place in the batch, from 0; -1 outside batches
     * @param connection the connection
     */
    record Invocation(
            MethodDescriptor<?> method,
            String name,
            List<@Nullable Object> arguments,
            boolean notification,
            int batchIndex,
            ConnectionContext connection) {}
}
