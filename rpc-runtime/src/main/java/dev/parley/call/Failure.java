package dev.parley.call;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.CallContext;
import dev.parley.contract.ErrorType;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.log.LimitedLog;
import dev.parley.message.ErrorCode;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueWriter;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call answers: a code, a message, and data that knows how to write itself. Nothing of our insides is in
 * it.
 */
public record Failure(int code, String message, @Nullable Data<?> data) {
    private static final LimitedLog LOG = new LimitedLog("dev.parley.call");

    /** Data with the codec that writes it. */
    record Data<D extends @Nullable Object>(Codec<D> codec, D value) {
        void write(ValueWriter out) {
            codec.write(out, value);
        }
    }

    static Failure of(RpcError error) {
        JsonValue data = error.data();
        return new Failure(error.code(), error.message(), data == null ? null : new Data<>(Codecs.JSON_VALUE, data));
    }

    /** A failure without data. */
    public static Failure of(int code, String message) {
        return new Failure(code, message, null);
    }

    /** A failure with a text as its data. */
    public static Failure of(int code, String message, String detail) {
        return of(RpcError.of(code, message, detail));
    }

    static Failure invalidRequest() {
        return of(ErrorCode.INVALID_REQUEST, "Invalid Request");
    }

    static Failure methodNotFound() {
        return of(ErrorCode.METHOD_NOT_FOUND, "Method not found");
    }

    static Failure invalidParams(String detail) {
        return of(ErrorCode.INVALID_PARAMS, "Invalid params", detail);
    }

    /** The failure that an exception of a handler or an interceptor becomes. */
    static Failure of(Throwable thrown, CallContext call, MethodDescriptor<?> method) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        for (ErrorType<?, ?> declared : method.errors()) {
            if (declared.type().isInstance(cause)) {
                return declared(declared, cause);
            }
        }
        if (cause instanceof RequestException refused) {
            return refused.failure();
        }
        if (cause instanceof RpcErrorException answered) {
            return of(answered.error());
        }
        return internal(cause, call);
    }

    private static <E extends Throwable, D> Failure declared(ErrorType<E, D> type, Throwable cause) {
        E thrown = type.type().cast(cause);
        String message = Objects.requireNonNullElse(
                thrown.getMessage(), type.type().getSimpleName().replaceAll("(Exception|Error)$", ""));
        return new Failure(
                type.code(),
                message,
                type.data() == Codecs.VOID
                        ? null
                        : new Data<>(type.data(), type.dataOf().apply(thrown)));
    }

    /** An error that the method does not declare: the peer learns a number, the log the cause beside the same number. */
    static Failure internal(Throwable cause, CallContext call) {
        String correlation = UUID.randomUUID().toString();
        LOG.log(
                System.Logger.Level.ERROR,
                call.method(),
                () -> ValueException.printable("the call of " + call.method() + whence(call) + " failed with "
                        + cause.getClass().getName()
                        + ", which the method does not declare; its caller was told the correlation id " + correlation),
                cause);
        return of(new RpcError(
                ErrorCode.INTERNAL_ERROR,
                "Internal error",
                JsonValue.object(Map.entry("correlationId", JsonValue.of(correlation)))));
    }

    private static String whence(CallContext call) {
        Principal who = call.principal();
        return " from " + call.connection().transport() + " "
                + call.connection().remote() + (who == null ? "" : " by " + who.getName());
    }

    /** The same as an error whose data is untyped; only for failures of the runtime's own, and for untyped data. */
    RpcError toError() {
        return new RpcError(code, message, data != null && data.value() instanceof JsonValue value ? value : null);
    }

    /** As one text, for dialects whose errors are texts. */
    String asText() {
        if (data != null && data.value() instanceof JsonValue.JsonString detail) {
            return message + ": " + detail.value();
        }
        return message.isEmpty() ? "error " + code : message;
    }
}
