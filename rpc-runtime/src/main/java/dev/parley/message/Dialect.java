package dev.parley.message;

import java.util.List;
import java.util.Optional;

/**
 * A member of the JSON-RPC family, as data: which members its messages have, what an error looks like, what marks a
 * notification, what stands for a null result, what follows input that it cannot read.
 *
 * <p>Immutable. Nothing but this record decides on the wire's shape, so that a further dialect is a further constant.
 *
 * @param name the name in {@code ?dialect=…}
 * @param versionMember whether messages carry {@code "jsonrpc": "2.0"}, and must
 * @param bothOutcomes whether a response has {@code result} and {@code error}, one of them null
 * @param errorShape what stands in {@code error}
 * @param notificationMark what makes a request a notification
 * @param voidResult what stands for the result of a method that has none
 * @param nullResults whether {@code null} may be a result
 * @param paramsShape which parameters a request may have
 * @param batches whether an array of messages is a batch; where not, it is an invalid message
 * @param strictOrder whether the requests of a connection run one after another
 * @param unreadable what follows bytes that are no message
 * @param invalid what follows a well-formed value that is no valid message
 */
public record Dialect(
        String name,
        boolean versionMember,
        boolean bothOutcomes,
        ErrorShape errorShape,
        NotificationMark notificationMark,
        VoidResult voidResult,
        boolean nullResults,
        ParamsShape paramsShape,
        boolean batches,
        boolean strictOrder,
        Reaction unreadable,
        Reaction invalid) {

    /** What stands in an error response's {@code error}. */
    public enum ErrorShape {
        /** An object with {@code code}, {@code message} and perhaps {@code data}. */
        OBJECT,
        /** A text. */
        TEXT
    }

    /** What makes a request a notification. */
    public enum NotificationMark {
        /** It has no {@code id} (2.0). */
        NO_ID,
        /** Its {@code id} is null (1.0, the 2005 text). */
        NULL_ID,
        /** Nothing does: every request is answered (Go). */
        NONE
    }

    /** What a method without a result answers. */
    public enum VoidResult {
        /** {@code null}. */
        NULL,
        /** An empty object: Go's client takes a null result beside a null error for a broken connection. */
        EMPTY_OBJECT
    }

    /** Which parameters a request may carry. */
    public enum ParamsShape {
        /** An array or an object, or none. */
        ANY,
        /** An array. */
        POSITIONAL,
        /** An array of exactly one (Go). */
        SINGLE
    }

    /** What a peer does about input that it cannot use. */
    public enum Reaction {
        /** Answers with an error and goes on, where the framing can still tell one message from the next. */
        ANSWER,
        /** Answers with an error and closes the connection. */
        ANSWER_AND_CLOSE,
        /** Closes the connection and says nothing. */
        CLOSE
    }

    /** JSON-RPC 2.0 (2010, updated 2013). */
    public static final Dialect V2_0 = new Dialect(
            "2.0",
            true,
            false,
            ErrorShape.OBJECT,
            NotificationMark.NO_ID,
            VoidResult.NULL,
            true,
            ParamsShape.ANY,
            true,
            false,
            Reaction.ANSWER,
            Reaction.ANSWER);

    /** JSON-RPC 1.0, as the text of 2005 says; there, an invalid message must close the connection. */
    public static final Dialect V1_0 = new Dialect(
            "1.0",
            false,
            true,
            ErrorShape.OBJECT,
            NotificationMark.NULL_ID,
            VoidResult.NULL,
            true,
            ParamsShape.POSITIONAL,
            false,
            false,
            Reaction.ANSWER_AND_CLOSE,
            Reaction.ANSWER_AND_CLOSE);

    /** What Go's {@code net/rpc/jsonrpc} speaks. */
    public static final Dialect GO = new Dialect(
            "go",
            false,
            true,
            ErrorShape.TEXT,
            NotificationMark.NONE,
            VoidResult.EMPTY_OBJECT,
            false,
            ParamsShape.SINGLE,
            false,
            false,
            Reaction.CLOSE,
            Reaction.ANSWER);

    private static final List<Dialect> NAMED = List.of(V2_0, V1_0, GO);

    /** The dialect of that name, if there is one. */
    public static Optional<Dialect> named(String name) {
        return NAMED.stream().filter(dialect -> dialect.name.equals(name)).findFirst();
    }

    /** The names that {@link #named} knows, for error messages. */
    public static List<String> names() {
        return NAMED.stream().map(Dialect::name).toList();
    }

    /**
     * What the message is in this dialect.
     *
     * <p>An object that is no valid request has no claim to be a notification: it is {@link MessageKind#INVALID}, and
     * answered, even without an id (JSON-RPC 2.0, section 7, the example with {@code "method": 1}).
     */
    public MessageKind classify(Envelope message) {
        if (!message.isObject() || message.hasDuplicate()) {
            return MessageKind.INVALID;
        }
        if (versionMember && message.version() != Envelope.Version.V2_0) {
            return MessageKind.INVALID;
        }
        return message.method().isPresent() ? classifyRequest(message) : classifyResponse(message);
    }

    private MessageKind classifyRequest(Envelope message) {
        if (message.method().kind() != ValueKind.STRING
                || !acceptsParams(message.params().kind())) {
            return MessageKind.INVALID;
        }
        ValueKind id = message.id().kind();
        return switch (notificationMark) {
            case NO_ID -> id == ValueKind.ABSENT ? MessageKind.NOTIFICATION : callIf(isScalarId(id));
            case NULL_ID -> id == ValueKind.NULL ? MessageKind.NOTIFICATION : callIf(id != ValueKind.ABSENT);
            case NONE -> MessageKind.CALL;
        };
    }

    private static MessageKind callIf(boolean valid) {
        return valid ? MessageKind.CALL : MessageKind.INVALID;
    }

    private static boolean isScalarId(ValueKind id) {
        return id == ValueKind.STRING || id == ValueKind.NUMBER || id == ValueKind.NULL;
    }

    private boolean acceptsParams(ValueKind params) {
        return switch (paramsShape) {
            case ANY -> params == ValueKind.ARRAY || params == ValueKind.OBJECT || params == ValueKind.ABSENT;
            case POSITIONAL -> params == ValueKind.ARRAY;
            // Go answers a call with odd params like any other failed call, so that is the dispatcher's to say.
            case SINGLE -> true;
        };
    }

    private MessageKind classifyResponse(Envelope message) {
        if (!message.id().isPresent()) {
            return MessageKind.INVALID;
        }
        boolean result = message.result().isPresent();
        boolean error = message.error().isPresent();
        if (message.result().isNotNull() && message.error().isNotNull() || !result && !error) {
            return MessageKind.INVALID;
        }
        if (error && message.error().isNotNull()) {
            return MessageKind.ERROR;
        }
        // 2.0 has only one of them, 1.0 both with one null; either way of saying it is clear enough.
        return result ? MessageKind.RESULT : MessageKind.INVALID;
    }

    /**
     * What follows a well-formed message that is {@link MessageKind#INVALID}: an object whose members have the right
     * types may still be answered where anything else, to a reader that knows its types beforehand, is as good as
     * unreadable.
     */
    public Reaction reactionTo(Envelope message) {
        boolean typed = message.isObject()
                && (!message.method().isPresent() || message.method().kind() == ValueKind.STRING);
        return typed ? invalid : unreadable;
    }

    /**
     * The dialect of a message on an endpoint that detects: 2.0 and 1.0 are told apart, and no more. What names no
     * version and has the members of a 1.0 message is one; all else is judged by the rules of 2.0.
     */
    public static Dialect detect(Envelope message) {
        if (!message.isObject() || message.version() != Envelope.Version.ABSENT) {
            return V2_0;
        }
        boolean request = message.method().kind() == ValueKind.STRING
                && message.params().kind() == ValueKind.ARRAY
                && message.id().isPresent();
        boolean response = !message.method().isPresent()
                && message.result().isPresent()
                && message.error().isPresent()
                && message.id().isPresent();
        return request || response ? V1_0 : V2_0;
    }
}
