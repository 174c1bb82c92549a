package dev.parley.dispatch;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Service;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one connection (or of none), tells requests from answers, and makes calls of the requests. For
 * one thread at a time.
 */
public final class Receiver {
    /** The connection's side of a receiver. */
    public interface Host {
        /** What services and interceptors may know of the connection. */
        ConnectionContext context();

        /** What travels by reference on it. */
        References references();

        /** Takes a call over, to run it now, later or never; see {@link IncomingCall}. */
        void run(IncomingCall call);

        /**
         * Takes an answer.
         *
         * @param kind result, error, or invalid
         * @return whether it was the answer to anything that was asked here
         */
        boolean response(MessageReader reader, Envelope message, MessageKind kind);

        /** Reads nothing more, and closes once the calls in flight are answered. */
        void stop();

        /**
         * Whether anything can be called here at all. A plain client keeps quiet about what it can't read: its complaint
         * would be a message that nobody asked for.
         */
        default boolean serves() {
            return true;
        }

        /** What a method name of no service stands for: an object of this connection, perhaps. */
        default @Nullable ObjectMethod object(String name) {
            return null;
        }
    }

    /** A method of an object that is known by reference. */
    public record ObjectMethod(Service service, int index) {}

    private final Dispatcher dispatcher;
    private final Host host;
    private final @Nullable Dialect fixed;
    private Envelope message = new Envelope.Recorder();
    private Dialect lastHeard;

    /** Whether the frame that is being read may turn out to be no message, before which nothing must come of it. */
    private boolean likely;

    /**
     * @param fixed the connection's dialect; null to detect it with each message
     */
    public Receiver(Dispatcher dispatcher, Host host, @Nullable Dialect fixed) {
        this.dispatcher = dispatcher;
        this.host = host;
        this.fixed = fixed;
        this.lastHeard = fixed == null ? Dialect.V2_0 : fixed;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    References references() {
        return host.references();
    }

    ConnectionContext context() {
        return host.context();
    }

    /**
     * Reads a frame and hands out the calls in it. A frame that is not well-formed as a whole runs nothing, and is answered
     * as the dialect wants.
     *
     * @return false when it was no well-formed message
     */
    public boolean receive(Frame frame, Reply reply) {
        likely = false;
        try {
            read(frame, reply);
            return true;
        } catch (MalformedMessageException e) {
            unreadable(reply, Failure.of(ErrorCode.PARSE_ERROR, "Parse error", e.getMessage()));
            return false;
        }
    }

    /**
     * The same with a frame that is likely a message, but perhaps is none. The host's {@link Host#response} may throw what
     * the reader throws, and then has to do so before an answer has come to anything.
     *
     * @return false when it was no well-formed message, and nothing has come of it
     */
    public boolean receiveLikely(Frame frame, Reply reply) {
        likely = true;
        try {
            read(frame, reply);
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private void read(Frame frame, Reply reply) {
        try (MessageReader reader =
                dispatcher.serializer().read(frame, dispatcher.limits().reading(), references())) {
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

    /** Does with bytes that were no frame what the dialect last heard asks for. */
    public void unreadable(Reply reply, int code, String text, String detail) {
        unreadable(reply, Failure.of(code, text, detail));
    }

    private void unreadable(Reply reply, Failure failure) {
        react(lastHeard.unreadable(), lastHeard, RequestId.NULL, reply, failure);
    }

    private void single(MessageReader reader, Frame frame, Reply reply) {
        Dialect dialect = dialect(reader);
        Incoming incoming = incoming(reader, frame, dialect);
        if (incoming instanceof IncomingCall call) {
            call.answerTo(reply);
            call.readBy(reader);
            host.run(call);
        } else if (!(incoming instanceof Incoming.Refused refused)) {
            reply.send(null, 0, false);
        } else if (refused.invalid()) {
            react(dialect.reactionTo(message), dialect, refused.id(), reply, refused.failure());
        } else {
            send(reply, dialect, refused.id(), refused.failure());
        }
    }

    private void batch(MessageReader reader, Frame frame, Reply reply) {
        if (fixed != null && fixed.batches() == Dialect.Batches.NONE) {
            react(fixed.unreadable(), fixed, RequestId.NULL, reply, invalidRequest());
            return;
        }
        // Only 2.0 has batches, so each entry is judged by it; of 1.0, there is nothing to detect.
        lastHeard = fixed == null ? Dialect.V2_0 : fixed;
        List<Incoming> entries = new ArrayList<>();
        boolean any = false;
        while (moveOn(reader)) {
            any = true;
            Incoming entry = incoming(reader, frame, lastHeard);
            if (entry == Incoming.Done.ANSWER) {
                // Not limited here: as many come as we asked for.
                continue;
            }
            if (entries.size() == dispatcher.limits().batchEntries()) {
                complain(reply, lastHeard, RequestId.NULL, oversizedBatch());
                return;
            }
            entries.add(entry);
        }
        if (!any) {
            complain(reply, lastHeard, RequestId.NULL, invalidRequest());
        } else if (entries.isEmpty()) {
            reply.send(null, 0, false);
        } else {
            start(reader, entries, reply);
        }
    }

    private void start(MessageReader reader, List<Incoming> entries, Reply reply) {
        BatchReply batch = new BatchReply(this, reply, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof IncomingCall call) {
                call.answerTo(batch, i);
                call.readBy(reader);
                host.run(call);
            } else if (entries.get(i) instanceof Incoming.Refused refused && (!refused.invalid() || host.serves())) {
                send(batch.entry(i), lastHeard, refused.id(), refused.failure());
            } else {
                batch.entry(i).send(null, 0, false);
            }
        }
    }

    private Incoming incoming(MessageReader reader, Frame frame, Dialect dialect) {
        MessageKind kind = dialect.classify(message);
        if (kind == MessageKind.CALL || kind == MessageKind.NOTIFICATION) {
            return request(dialect, kind == MessageKind.NOTIFICATION, frame);
        }
        if (likely && kind != MessageKind.RESULT) {
            reader.finish();
        }
        if (message.isObject() && !message.method().isPresent() && host.response(reader, message, kind)) {
            if (kind == MessageKind.INVALID
                    && dialect.invalid() != Dialect.Reaction.ANSWER
                    && dialect.invalid() != Dialect.Reaction.IGNORE) {
                host.stop();
            }
            return Incoming.Done.ANSWER;
        }
        // What nobody took was not read to its end yet, and may still turn out to be no JSON at all.
        reader.finish();
        return new Incoming.Refused(invalidRequest(), true, knownId(dialect, frame));
    }

    private Incoming request(Dialect dialect, boolean notification, Frame frame) {
        Target target = target(frame);
        if (target != null) {
            return new IncomingCall(this, target, dialect, notification, frame, message);
        }
        return notification
                ? Incoming.Done.NOTIFICATION
                : new Incoming.Refused(methodNotFound(), false, RequestId.of(frame, message.id()));
    }

    private @Nullable Target target(Frame frame) {
        byte[] bytes = frame.bytes();
        int from = message.method().from();
        int to = message.method().to();
        if (message.methodText() != null) {
            bytes = message.methodText().getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = bytes.length;
        }
        Target target = dispatcher.find(bytes, from, to);
        if (target != null) {
            return target;
        }
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        ObjectMethod method = host.object(name);
        return method == null
                ? null
                : Target.of(
                        name,
                        method.service(),
                        method.index(),
                        method.service().descriptor().strictOrder());
    }

    private Dialect dialect(MessageReader reader) {
        if (fixed != null && !fixed.versionMember()) {
            return fixed;
        }
        if (message.version() == Envelope.Version.ABSENT && message.result().to() == Part.OPEN) {
            // The version, or 1.0's second outcome, may stand behind the result.
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
            reply.send(null, failure.code(), false);
        } else {
            complain(reply, dialect, id, failure);
        }
        if (reaction == Dialect.Reaction.CLOSE || reaction == Dialect.Reaction.ANSWER_AND_CLOSE) {
            host.stop();
        }
    }

    /** Answers what is no request, unless nobody here takes requests anyway. */
    private void complain(Reply reply, Dialect dialect, RequestId id, Failure failure) {
        if (host.serves()) {
            send(reply, dialect, id, failure);
        } else {
            reply.send(null, failure.code(), false);
        }
    }

    /** Answers with an error of the runtime's own: short but for the id, which came in, so that no limit is needed. */
    void send(Reply reply, Dialect dialect, RequestId id, Failure failure) {
        try (MessageWriter writer = dispatcher.serializer().write(Integer.MAX_VALUE, references())) {
            ResponseWriter.error(writer.begin(), dialect, id, failure);
            reply.send(writer.end(), failure.code(), false);
        }
    }

    private static Failure invalidRequest() {
        return Failure.of(ErrorCode.INVALID_REQUEST, "Invalid Request");
    }

    private static Failure methodNotFound() {
        return Failure.of(ErrorCode.METHOD_NOT_FOUND, "Method not found");
    }

    private Failure oversizedBatch() {
        return Failure.of(
                ErrorCode.OVERSIZED_BATCH,
                "Batch too large",
                "a batch is limited to " + dispatcher.limits().batchEntries() + " entries");
    }
}
