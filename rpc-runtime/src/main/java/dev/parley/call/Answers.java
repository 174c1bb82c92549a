package dev.parley.call;

import dev.parley.contract.RpcProtocolException;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.MessageKind;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import java.util.List;
import java.util.function.Supplier;

/** Matches answers to the calls that wait for them. For one thread at a time. */
public final class Answers implements AnswerTaker {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");

    private final Awaited awaited;
    private final Dialect dialect;
    private final Supplier<String> peer;
    private final Runnable settled;

    /**
     * Answers of one connection or exchange.
     *
     * @param dialect in which errors are coded
     * @param peer the other end, for messages to people
     * @param settled called when calls were taken out of those that wait
     */
    public Answers(Awaited awaited, Dialect dialect, Supplier<String> peer, Runnable settled) {
        this.awaited = awaited;
        this.dialect = dialect;
        this.peer = peer;
        this.settled = settled;
    }

    @Override
    public boolean take(MessageReader reader, Envelope message, MessageKind kind) {
        PendingCall<?> call = message.idIsLong() ? awaited.take(message.idNumber()) : null;
        if (call != null) {
            complete(call, reader, message, kind);
            settled.run();
            return true;
        }
        if (message.id().kind() == ValueKind.NULL && kind == MessageKind.ERROR) {
            errorWithoutId(reader, message);
            return true;
        }
        boolean meantAsAnswer = message.result().isPresent() || message.error().isPresent();
        if (meantAsAnswer) {
            // Never complained about: the complaint would carry an id that may be one of the other end's own calls.
            LOG.log(System.Logger.Level.DEBUG, () -> peer.get() + " sent an answer that no call waits for");
        }
        return meantAsAnswer;
    }

    private void complete(PendingCall<?> call, MessageReader reader, Envelope message, MessageKind kind) {
        try {
            AnswerReader.complete(call, reader, message, kind, dialect);
        } catch (MalformedMessageException e) {
            call.failed(AnswerReader.malformed(call, e));
        }
    }

    /**
     * An error that names no call: the peer could not read a message. With one message under way it is the answer to that;
     * with several, no call can be sure of an answer.
     */
    private void errorWithoutId(MessageReader reader, Envelope message) {
        List<PendingCall<?>> waiting = awaited.takeAll();
        for (PendingCall<?> call : waiting) {
            Throwable error = AnswerReader.error(call, reader, message.error(), dialect);
            call.failed(
                    waiting.size() == 1 || awaited.isOneMessage()
                            ? error
                            : new RpcProtocolException(
                                    peer.get() + " answered with an error that names no call: " + error.getMessage(),
                                    error));
        }
        settled.run();
    }
}
