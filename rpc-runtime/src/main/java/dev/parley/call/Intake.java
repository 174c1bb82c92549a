package dev.parley.call;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ValueException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the frames of one connection (or of none) apart: requests become calls and go to the one who starts them, answers
 * go to the one who waits for them. For one thread at a time.
 */
public final class Intake {
    /** What became of a frame. */
    public enum Outcome {
        /** It was read, whatever its messages said. */
        READ,
        /** It was read, and the dialect wants nothing more from this peer. */
        STOP,
        /** It was no well-formed message. */
        MALFORMED
    }

    private final Serving serving;
    private final @Nullable Dialect fixed;
    private final Starter starter;
    private final AnswerTaker answers;
    private Envelope message = new Envelope.Recorder();
    private Dialect lastHeard;
    private boolean stop;

    /**
     * An intake.
     *
     * @param fixed the connection's dialect; null to detect it with each message
     */
    public Intake(Serving serving, @Nullable Dialect fixed, Starter starter, AnswerTaker answers) {
        this.serving = serving;
        this.fixed = fixed;
        this.starter = starter;
        this.answers = answers;
        this.lastHeard = fixed == null ? Dialect.V2_0 : fixed;
    }

    /** The dialect of the last message; of the connection, if that has one. */
    public Dialect lastHeard() {
        return lastHeard;
    }

    /**
     * Reads a frame and hands out what is in it. A frame that is not well-formed as a whole runs nothing, and is answered
     * as the dialect wants.
     */
    public Outcome receive(Frame frame, Reply reply) {
        stop = false;
        try {
            read(frame, reply);
        } catch (MalformedMessageException e) {
            react(
                    lastHeard.unreadable(),
                    lastHeard,
                    RequestId.NULL,
                    reply,
                    Failure.of(ErrorCode.PARSE_ERROR, "Parse error", e.getMessage()));
            return stop ? Outcome.STOP : Outcome.MALFORMED;
        }
        return stop ? Outcome.STOP : Outcome.READ;
    }

    /** Does with bytes that were no frame what the dialect last heard asks for. */
    public Outcome unreadable(Reply reply, Failure failure) {
        stop = false;
        react(lastHeard.unreadable(), lastHeard, RequestId.NULL, reply, failure);
        return stop ? Outcome.STOP : Outcome.READ;
    }

    private void read(Frame frame, Reply reply) {
        try (MessageReader reader = serving.encoding().read(frame)) {
            if (reader.isBatch()) {
                batch(reader, frame, reply);
            } else if (moveOn(reader)) {
                single(reader, frame, reply);
            }
        }
    }

    /** Readers are recycled, so it is almost always the envelope of the last time. */
    private boolean moveOn(MessageReader reader) {
        Envelope next = reader.next();
        if (next != null && next != message) {
            message = next;
        }
        return next != null;
    }

    private void single(MessageReader reader, Frame frame, Reply reply) {
        Dialect dialect = dialect(reader);
        switch (kind(reader, dialect)) {
            case CALL -> start(request(reader, dialect, false, frame, reply));
            case NOTIFICATION -> notification(request(reader, dialect, true, frame, reply), reply);
            case INVALID ->
                react(dialect.reactionTo(message), dialect, knownId(dialect, frame), reply, Failure.invalidRequest());
            default -> reply.send(null, Reply.Kind.NOTHING, 0);
        }
    }

    private void notification(@Nullable IncomingCall call, Reply reply) {
        start(call);
        if (call == null) {
            reply.send(null, Reply.Kind.NOTHING, 0);
        }
    }

    private void start(@Nullable IncomingCall call) {
        if (call == null) {
            return;
        }
        if (call.target().control()) {
            call.run();
        } else {
            starter.start(call);
        }
    }

    private void batch(MessageReader reader, Frame frame, Reply reply) {
        if (fixed != null && fixed.batches() == Dialect.Batches.NONE) {
            react(fixed.unreadable(), fixed, RequestId.NULL, reply, Failure.invalidRequest());
            return;
        }
        // Only 2.0 has batches, so each entry is judged by it; there is nothing of 1.0 to detect.
        lastHeard = fixed == null ? Dialect.V2_0 : fixed;
        boolean together = lastHeard.batches() == Dialect.Batches.ONE_ANSWER;
        BatchReply batch = new BatchReply(serving, reply, together);
        List<IncomingCall> calls = new ArrayList<>();
        boolean any = false;
        int entries = 0;
        while (moveOn(reader)) {
            any = true;
            MessageKind kind = kind(reader, lastHeard);
            if (kind == MessageKind.RESULT) {
                // Answers are not limited here: as many come as were asked for.
                continue;
            }
            if (entries++ == serving.limits().batchEntries()) {
                complain(lastHeard, RequestId.NULL, reply, serving.limits().oversizedBatch());
                return;
            }
            IncomingCall call = entry(reader, kind, frame, batch.entry());
            if (call != null) {
                calls.add(call);
            }
        }
        if (!any) {
            complain(lastHeard, RequestId.NULL, reply, Failure.invalidRequest());
            return;
        }
        batch.expect(calls.size());
        calls.forEach(this::start);
    }

    private @Nullable IncomingCall entry(MessageReader reader, MessageKind kind, Frame frame, Reply reply) {
        if (kind != MessageKind.INVALID) {
            return request(reader, lastHeard, kind == MessageKind.NOTIFICATION, frame, reply);
        }
        return serving.serves()
                ? IncomingCall.refusal(serving, lastHeard, knownId(lastHeard, frame), reply, Failure.invalidRequest())
                : null;
    }

    /**
     * What the message is: a call, a notification, invalid, or a result, which stands for any answer that has been taken
     * already.
     */
    private MessageKind kind(MessageReader reader, Dialect dialect) {
        MessageKind kind = dialect.classify(message);
        if (kind == MessageKind.CALL || kind == MessageKind.NOTIFICATION) {
            return kind;
        }
        if (message.isObject() && !message.method().isPresent() && answers.take(reader, message, kind)) {
            stop |= kind == MessageKind.INVALID && closes(dialect.invalid());
            return MessageKind.RESULT;
        }
        // An answer that nobody took was not read to its end yet, and may still turn out not to be well-formed.
        reader.finish();
        return MessageKind.INVALID;
    }

    /** The call that a request becomes; null for a notification that nobody here cares about. */
    private @Nullable IncomingCall request(
            MessageReader reader, Dialect dialect, boolean notification, Frame frame, Reply reply) {
        Target target = target(frame);
        if (target == null) {
            if (notification && serving.interceptors().isEmpty()) {
                return null;
            }
            target = Target.unknown(name(frame));
        }
        IncomingCall call = new IncomingCall(serving, target, dialect, notification, frame, message, reply);
        call.readBy(reader);
        return serving.contexts() == null || target.control() ? call : withContext(call, serving.contexts(), reader);
    }

    /** A context that can't be read spoils its call only. */
    private IncomingCall withContext(IncomingCall call, ContextReader contexts, MessageReader reader) {
        try {
            contexts.read(call, message, reader);
        } catch (ValueException e) {
            call.refuseWith(Failure.of(ErrorCode.INVALID_REQUEST, "Invalid Request", e.getMessage()));
        }
        return call;
    }

    private @Nullable Target target(Frame frame) {
        String text = message.methodText();
        if (text != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return serving.methods().find(bytes, 0, bytes.length);
        }
        return serving.methods()
                .find(frame.bytes(), message.method().from(), message.method().to());
    }

    private String name(Frame frame) {
        String text = message.methodText();
        Part method = message.method();
        return text != null
                ? text
                : new String(frame.bytes(), method.from(), method.to() - method.from(), StandardCharsets.UTF_8);
    }

    private Dialect dialect(MessageReader reader) {
        if (fixed != null && !fixed.versionMember()) {
            return fixed;
        }
        if (message.version() == Envelope.Version.ABSENT && message.result().to() == Part.OPEN) {
            // The version, or 1.0's second outcome, may come after the result.
            reader.finish();
        }
        if (fixed == null) {
            Dialect heard = Dialect.detect(message);
            if (heard != lastHeard) {
                lastHeard = heard;
            }
        }
        return lastHeard;
    }

    /** The id of a message that is no valid request, if it is well-typed; see JSON-RPC 2.0, section 5. */
    private RequestId knownId(Dialect dialect, Frame frame) {
        ValueKind kind = message.id().kind();
        boolean usable = kind == ValueKind.STRING || kind == ValueKind.NUMBER || !dialect.versionMember();
        return usable && !message.hasDuplicate() ? RequestId.of(frame, message.id()) : RequestId.NULL;
    }

    private void react(Dialect.Reaction reaction, Dialect dialect, RequestId id, Reply reply, Failure failure) {
        if (reaction == Dialect.Reaction.CLOSE || reaction == Dialect.Reaction.IGNORE) {
            reply.send(null, Reply.Kind.ERROR, failure.code());
        } else {
            complain(dialect, id, reply, failure);
        }
        stop |= closes(reaction);
    }

    private static boolean closes(Dialect.Reaction reaction) {
        return reaction == Dialect.Reaction.CLOSE || reaction == Dialect.Reaction.ANSWER_AND_CLOSE;
    }

    /** Answers what is no request, unless nobody here takes requests anyway. It waits its turn among the calls. */
    private void complain(Dialect dialect, RequestId id, Reply reply, Failure failure) {
        if (serving.serves()) {
            starter.start(IncomingCall.refusal(serving, dialect, id, reply, failure));
        } else {
            reply.send(null, Reply.Kind.ERROR, failure.code());
        }
    }
}
