package dev.parley.call;

import dev.parley.contract.Arguments;
import dev.parley.contract.CallContext;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An incoming call as interceptors see it, and the end of their chain. */
final class IncomingInvocation implements Interceptor.Invocation, Interceptor.Next {
    private final IncomingCall call;
    private @Nullable Arguments arguments;

    IncomingInvocation(IncomingCall call) {
        this.call = call;
    }

    @Override
    public MethodDescriptor<?> method() {
        return call.target().method();
    }

    @Override
    public boolean isKnown() {
        return call.target().isKnown();
    }

    @Override
    public String name() {
        return call.target().name();
    }

    @Override
    public List<@Nullable Object> arguments() {
        try {
            return read().asList();
        } catch (RequestException e) {
            throw new RpcErrorException(e.failure().toError());
        }
    }

    private Arguments read() throws RequestException {
        Arguments present = arguments;
        if (present == null) {
            present = call.readArguments();
            arguments = present;
        }
        return present;
    }

    @Override
    public boolean notification() {
        return call.isNotification();
    }

    @Override
    public int batchIndex() {
        return call.reply().batchIndex();
    }

    @Override
    public ConnectionContext connection() {
        return call.connection();
    }

    @Override
    public CallContext context() {
        return call;
    }

    @Override
    public void identify(Principal principal) {
        call.identify(principal);
    }

    /** Calls the method, whatever it throws. */
    @Override
    public CompletionStage<@Nullable Object> proceed() {
        if (!isKnown()) {
            return CompletableFuture.failedFuture(
                    new RpcErrorException(Failure.methodNotFound().toError()));
        }
        try {
            Object result = call.invoke(read());
            if (result instanceof CompletionStage<?> stage) {
                call.onCancel(() -> CallState.cancel(stage));
                return stage.thenApply(value -> value);
            }
            return CompletableFuture.completedFuture(result);
        } catch (RequestException e) {
            return CompletableFuture.failedFuture(
                    new RpcErrorException(e.failure().toError()));
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }
}
