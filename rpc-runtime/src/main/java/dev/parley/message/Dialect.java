package dev.parley.message;

import dev.parley.message.Envelope.Member;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of the JSON-RPC family, as data: what its messages' members are called, what an error looks like, what marks a
 * notification, what follows input that it cannot read. Nothing else decides on the shape of messages, so a further dialect
 * is a further value of this type:
 *
 * <pre>{@code
 * Dialect lines = Dialect.V1_0.change("lines").framing("line").unreadable(Dialect.Reaction.IGNORE).build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Dialect {
    /** JSON-RPC 2.0 (2010, updated 2013). */
    public static final Dialect V2_0 = new DialectBuilder("2.0").build();

    /** JSON-RPC 1.0 (2005), whose text says that an invalid message must close the connection. */
    public static final Dialect V1_0 = new DialectBuilder("1.0")
            .versionMember(false)
            .bothOutcomes(true)
            .notificationMark(NotificationMark.NULL_ID)
            .paramsShape(ParamsShape.POSITIONAL)
            .batches(Batches.NONE)
            .unreadable(Reaction.ANSWER_AND_CLOSE)
            .invalid(Reaction.ANSWER_AND_CLOSE)
            .build();

    /** What Go's {@code net/rpc/jsonrpc} speaks. */
    public static final Dialect GO = new DialectBuilder("go")
            .versionMember(false)
            .bothOutcomes(true)
            .errorShape(ErrorShape.TEXT)
            .notificationMark(NotificationMark.NONE)
            .voidResult(VoidResult.EMPTY_OBJECT)
            .nullResults(false)
            .paramsShape(ParamsShape.SINGLE)
            .batches(Batches.NONE)
            .unreadable(Reaction.CLOSE)
            .build();

    private static final List<Dialect> NAMED = List.of(V2_0, V1_0, GO);

    private final String name;
    final Map<Member, String> members;
    private final boolean usualMembers;
    private final boolean versionMember;
    private final boolean bothOutcomes;
    private final ErrorShape errorShape;
    private final NotificationMark notificationMark;
    private final VoidResult voidResult;
    private final boolean nullResults;
    private final ParamsShape paramsShape;
    private final Batches batches;
    private final boolean strictOrder;
    private final Reaction unreadable;
    private final Reaction invalid;
    private final @Nullable String framing;
    private final @Nullable String cancelMethod;
    private final @Nullable String progressMethod;
    final Map<Reference, String> referenceMembers;
    final Map<Integer, Integer> codes;

    Dialect(DialectBuilder builder) {
        name = builder.name;
        members = Collections.unmodifiableMap(new EnumMap<>(builder.members));
        usualMembers = members.equals(DialectBuilder.USUAL);
        versionMember = builder.versionMember;
        bothOutcomes = builder.bothOutcomes;
        errorShape = builder.errorShape;
        notificationMark = builder.notificationMark;
        voidResult = builder.voidResult;
        nullResults = builder.nullResults;
        paramsShape = builder.paramsShape;
        batches = builder.batches;
        strictOrder = builder.strictOrder;
        unreadable = builder.unreadable;
        invalid = builder.invalid;
        framing = builder.framing;
        cancelMethod = builder.cancelMethod;
        progressMethod = builder.progressMethod;
        referenceMembers = Collections.unmodifiableMap(new EnumMap<>(builder.referenceMembers));
        codes = Map.copyOf(builder.codes);
    }

    /** What an error response's {@code error} holds. */
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
        /** It has no {@code id}, or a null one (bjsonrpc). One that is sent has none. */
        NO_OR_NULL_ID,
        /** Nothing: every request is answered (Go). */
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

    /** What an array of messages is. */
    public enum Batches {
        /** An invalid message. */
        NONE,
        /** A batch, answered by one array. */
        ONE_ANSWER,
        /** A batch; each answer is a message of its own (bjsonrpc). */
        SEPARATE_ANSWERS
    }

    /** What a peer does about input that it cannot use. */
    public enum Reaction {
        /** Answers with an error and goes on, where the framing can still tell one message from the next. */
        ANSWER,
        /** Answers with an error and closes the connection. */
        ANSWER_AND_CLOSE,
        /** Closes the connection without an answer. */
        CLOSE,
        /** Goes on without an answer, where the framing can still tell one message from the next. */
        IGNORE
    }

    /** What a value can refer to. */
    public enum Reference {
        /** An object of the peer that sends the reference. */
        SENDERS_OBJECT,
        /** An object of the peer that receives the reference, which it exported before. */
        RECEIVERS_OBJECT,
        /** A function of the peer that receives the reference. */
        RECEIVERS_FUNCTION
    }

    /** The dialect of that name, if there is one. */
    public static Optional<Dialect> named(String name) {
        return NAMED.stream().filter(dialect -> dialect.name.equals(name)).findFirst();
    }

    /** The names that {@link #named} knows, for error messages. */
    public static List<String> names() {
        return NAMED.stream().map(Dialect::name).toList();
    }

    /** Starts another dialect, which is this one but for its name and what is changed. */
    public DialectBuilder change(String newName) {
        return new DialectBuilder(newName, this);
    }

    /** The name in {@code ?dialect=…}. */
    public String name() {
        return name;
    }

    /** What a member is called; null when the dialect's messages do not have it. */
    public @Nullable String memberName(Member member) {
        return members.get(member);
    }

    /** Whether its members have the same names as those of {@link #V2_0}, which every serializer knows. */
    public boolean hasUsualMembers() {
        return usualMembers;
    }

    /** Whether messages carry {@code "jsonrpc": "2.0"}, and must. */
    public boolean versionMember() {
        return versionMember;
    }

    /** Whether a response has {@code result} and {@code error}, one of them null. */
    public boolean bothOutcomes() {
        return bothOutcomes;
    }

    /** What {@code error} holds. */
    public ErrorShape errorShape() {
        return errorShape;
    }

    /** What makes a request a notification. */
    public NotificationMark notificationMark() {
        return notificationMark;
    }

    /** What a method without a result answers. */
    public VoidResult voidResult() {
        return voidResult;
    }

    /** Whether {@code null} may be a result. */
    public boolean nullResults() {
        return nullResults;
    }

    /** Which parameters a request may have. */
    public ParamsShape paramsShape() {
        return paramsShape;
    }

    /** What an array of messages is. */
    public Batches batches() {
        return batches;
    }

    /** Whether the requests of a connection run one after another. */
    public boolean strictOrder() {
        return strictOrder;
    }

    /** What follows bytes that are not a message. */
    public Reaction unreadable() {
        return unreadable;
    }

    /** What follows a well-formed value that is not a valid message. */
    public Reaction invalid() {
        return invalid;
    }

    /** The name of the framing to use where the address names none; null for the transport's own choice. */
    public @Nullable String framing() {
        return framing;
    }

    /** The notification that cancels a call; null when the dialect has none. */
    public @Nullable String cancelMethod() {
        return cancelMethod;
    }

    /** The notification that reports progress; null when the dialect has none. */
    public @Nullable String progressMethod() {
        return progressMethod;
    }

    /**
     * The one member of the object that stands for a reference, such as {@code __remoteobject__} in
     * {@code {"__remoteobject__": "list_0001"}}; null when a reference is the handle alone, as a string.
     */
    public @Nullable String referenceMember(Reference reference) {
        return referenceMembers.get(reference);
    }

    /** The code that stands for one of our {@linkplain ErrorCode error codes} in this dialect; the same unless changed. */
    public int wireCode(int code) {
        return codes.isEmpty() ? code : codes.getOrDefault(code, code);
    }

    /** Our code for one that came in this dialect: the inverse of {@link #wireCode}. */
    public int codeOf(int wireCode) {
        for (Map.Entry<Integer, Integer> entry : codes.entrySet()) {
            if (entry.getValue() == wireCode) {
                return entry.getKey();
            }
        }
        return wireCode;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Tells what the message is in this dialect.
     *
     * <p>An object that is not a valid request cannot claim to be a notification: it is {@link MessageKind#INVALID}, and
     * answered, even without an id (JSON-RPC 2.0, section 7, the example with {@code "method": 1}).
     */
    public MessageKind classify(Envelope message) {
        return Classification.of(message, this);
    }

    /**
     * What follows a well-formed message that is {@link MessageKind#INVALID}: an object whose members have the right
     * types may still be answered. Anything else is as good as unreadable to a peer that knows the types beforehand.
     */
    public Reaction reactionTo(Envelope message) {
        boolean typed = message.isObject()
                && (!message.method().isPresent() || message.method().kind() == ValueKind.STRING);
        return typed ? invalid : unreadable;
    }

    /**
     * The dialect of a message on an endpoint that detects: 2.0 and 1.0 are told apart, and nothing else. A message that
     * names no version and has the members of 1.0 is one of 1.0; all others are judged by the rules of 2.0.
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
