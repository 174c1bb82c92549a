package dev.parley.call;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.ErrorType;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.MessageKind;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import org.jspecify.annotations.Nullable;

/** Makes of an answer what its caller waits for: a result of the declared type, or an exception. */
public final class AnswerReader {
    private static final Members ERROR = Members.of("code", "message", "data");

    private AnswerReader() {}

    /**
     * Completes a call with the answer that a reader stands at.
     *
     * @throws MalformedMessageException when it can't be read to its end; the call is not completed then
     */
    static <R extends @Nullable Object> void complete(
            PendingCall<R> call, MessageReader reader, Envelope message, MessageKind kind, Dialect dialect) {
        if (kind == MessageKind.INVALID) {
            call.failed(invalid(call, message));
            return;
        }
        if (kind == MessageKind.ERROR) {
            call.failed(error(call, reader, message.error(), dialect));
            return;
        }
        try {
            R result = result(call.method(), reader, message.result());
            if (message.hasDuplicate() || message.error().isNotNull()) {
                // Only an answer that was read while it was checked: this came behind the result.
                call.failed(invalid(call, message));
            } else {
                call.answered(result);
            }
        } catch (MalformedMessageException e) {
            throw e;
        } catch (ValueException e) {
            reader.finish();
            call.failed(new RpcProtocolException(
                    "the result of " + call.name() + " is not as declared: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            // A codec or a constructor of the user's that fails on this value.
            reader.finish();
            call.failed(new RpcProtocolException("the result of " + call.name() + " could not be made: " + e, e));
        }
    }

    /** What becomes of a call whose answer was none. */
    static RpcProtocolException malformed(PendingCall<?> call, MalformedMessageException why) {
        return new RpcProtocolException("the answer to " + call.name() + " can't be read: " + why.getMessage(), why);
    }

    private static RpcProtocolException invalid(PendingCall<?> call, Envelope message) {
        return new RpcProtocolException(
                "the answer to " + call.name() + " is no valid response: " + flaw(message), null);
    }

    private static String flaw(Envelope message) {
        if (message.hasDuplicate()) {
            return "a member stands in it twice";
        }
        if (message.result().isNotNull() && message.error().isNotNull()) {
            return "it has both a result and an error";
        }
        if (!message.result().isPresent() && !message.error().isNotNull()) {
            return "it has neither a result nor an error";
        }
        return "it does not say \"jsonrpc\": \"2.0\"";
    }

    private static <R extends @Nullable Object> R result(MethodDescriptor<R> method, MessageReader reader, Part part) {
        R result = method.result().read(reader.value(part.from(), part.to()));
        reader.finish();
        return result;
    }

    /** The exception that an error stands for: of the declared type, if the method declares its code. */
    public static Throwable error(PendingCall<?> call, MessageReader reader, Part part, Dialect dialect) {
        try {
            return error(call.method(), reader, part, dialect);
        } catch (ValueException | MalformedMessageException e) {
            return new RpcProtocolException(
                    "the error that answers " + call.name() + " can't be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // A codec or a constructor of the user's that fails on this value.
            return new RpcProtocolException(
                    "the exception that answers " + call.name() + " could not be made: " + e, e);
        }
    }

    private static Throwable error(MethodDescriptor<?> method, MessageReader reader, Part part, Dialect dialect) {
        if (part.kind() == ValueKind.STRING) {
            return new RpcErrorException(0, reader.value(part.from(), part.to()).readString());
        }
        if (part.kind() != ValueKind.OBJECT) {
            return new RpcErrorException(
                    new RpcError(0, "error", Codecs.JSON_VALUE.read(reader.value(part.from(), part.to()))));
        }
        int code = 0;
        String text = "";
        boolean data = false;
        ValueReader in = reader.value(part.from(), part.to());
        in.beginObject();
        for (int member; (member = in.nextMember(ERROR)) != ValueReader.END; ) {
            if (member == 0) {
                code = dialect.codeOf(code(in));
            } else if (member == 1 && in.peek() == ValueKind.STRING) {
                text = in.readString();
            } else {
                data |= member == 2;
                in.skip();
            }
        }
        for (ErrorType<?, ?> declared : method.errors()) {
            if (declared.code() == code) {
                Throwable made = declared(declared, text, data, reader, part);
                if (made != null) {
                    if (data && declared.data() == Codecs.VOID) {
                        // Nobody declared what the peer says besides; it is not lost for all that.
                        made.addSuppressed(untyped(code, text, true, reader, part));
                    }
                    return made;
                }
            }
        }
        return untyped(code, text, data, reader, part);
    }

    /** A code that is not an integer says nothing that a caller could rely on. */
    private static int code(ValueReader in) {
        if (in.peek() == ValueKind.NUMBER) {
            return in.readInt();
        }
        throw in.unexpected("an integer", ValueException.cut(String.valueOf(Codecs.JSON_VALUE.read(in))));
    }

    private static RpcErrorException untyped(int code, String text, boolean data, MessageReader reader, Part part) {
        JsonValue value = data ? Codecs.JSON_VALUE.read(atData(reader, part)) : null;
        return new RpcErrorException(new RpcError(code, text, value));
    }

    private static <E extends Throwable, D extends @Nullable Object> @Nullable Throwable declared(
            ErrorType<E, D> type, String text, boolean data, MessageReader reader, Part part) {
        if (type.data() == Codecs.VOID) {
            @SuppressWarnings("NullAway") // VOID's one value is null.
            D none = null;
            return type.make().apply(ValueException.printable(text), none);
        }
        if (!data) {
            return null;
        }
        try {
            return type.make().apply(ValueException.printable(text), type.data().read(atData(reader, part)));
        } catch (ValueException e) {
            // Somebody else's error of the same code: better shown as it is than not at all.
            return null;
        }
    }

    private static ValueReader atData(MessageReader reader, Part part) {
        ValueReader in = reader.value(part.from(), part.to());
        in.beginObject();
        while (in.nextMember(ERROR) != 2) {
            in.skip();
        }
        return in;
    }
}
