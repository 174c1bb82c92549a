package dev.parley.contract;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Wraps every call of a peer, on the calling or on the serving side: single calls, notifications, and each entry of a
 * batch; on the serving side also calls of methods that do not exist. It may look, refuse, replace the result, and measure.
 *
 * <p>On the serving side it runs where the handler would run, before the arguments are read: a caller that an interceptor
 * refuses learns nothing about its arguments. To refuse, return a failed stage: an {@link RpcErrorException} reaches the
 * peer as it is, anything else as an internal error.
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * Handles a call.
     *
     * @param call what is called
     * @param next goes on with it
     * @return the result, now or later; usually what {@code next} gives. Cancelling it cancels the call
     * @throws Exception as a failed stage
     */
    CompletionStage<@Nullable Object> intercept(Invocation call, Next next) throws Exception;

    /** The rest of the way: further interceptors, and the call itself. */
    @FunctionalInterface
    interface Next {
        /**
         * Goes on. The stage fails with what the call failed with, declared exceptions included; with an
         * {@link RpcErrorException} when the method does not exist or its arguments can't be read.
         */
        CompletionStage<@Nullable Object> proceed() throws Exception;
    }

    /** One call, as an interceptor sees it. For the thread that intercepts. */
    interface Invocation {
        /** The method; of one that does not exist, a descriptor that knows the name and no types. */
        MethodDescriptor<?> method();

        /** Whether the method exists here. Always true on the calling side. */
        boolean isKnown();

        /** The name on the wire, with the prefix under which the service is mounted. */
        String name();

        /**
         * The arguments, in the parameters' order; read when they are first asked for.
         *
         * @throws RpcErrorException when they can't be read: invalid params, as the caller would be told
         */
        List<@Nullable Object> arguments();

        /** Whether no answer is wanted. */
        boolean notification();

        /** The place in the batch, from 0; -1 outside batches. */
        int batchIndex();

        /** The connection. */
        ConnectionContext connection();

        /** The call's context; on the calling side that of the handler that makes the call, if there is one. */
        CallContext context();

        /**
         * Says who calls, for the handler and the interceptors after this one. On the calling side it has no effect.
         *
         * @param principal what {@link CallContext#principal()} gives from now on
         */
        void identify(Principal principal);
    }
}
