package dev.parley.call;

import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.MessageKind;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Matches answers to the calls that wait for them. For one thread at a time. */
public final class Answers implements AnswerTaker {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");

    private static final PendingCall<?> NO_CALL = new PendingCall<>(MethodDescriptor.untyped(""), "", 0);

    private final Awaited awaited;
    private final Dialect dialect;
    private final Supplier<String> peer;
    private final IntConsumer learned;
    private final Runnable settled;

    /**
     * Answers of one connection or exchange.
     *
     * @param dialect in which errors are coded
     * @param peer the other end, for messages to people
     * @param learned told the peer's limit for messages, when the peer names it
     * @param settled called when calls were taken out of those that wait
     */
    public Answers(Awaited awaited, Dialect dialect, Supplier<String> peer, IntConsumer learned, Runnable settled) {
        this.awaited = awaited;
        this.dialect = dialect;
        this.peer = peer;
        this.learned = learned;
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
     * An error that names no call: the peer could not read a message. With one message under way it is the answer to that.
     * With several, the size of a message tells which one was too large; of any other error no call can be sure that it is
     * not meant.
     */
    private void errorWithoutId(MessageReader reader, Envelope message) {
        Throwable about = AnswerReader.error(NO_CALL, reader, message.error(), dialect);
        boolean meant = true;
        List<PendingCall<?>> failed = List.of();
        if (!awaited.isOneMessage() && about instanceof RpcErrorException error) {
            failed = refused(error);
        }
        if (failed.isEmpty()) {
            failed = awaited.takeAll();
            meant = failed.size() == 1 || awaited.isOneMessage();
        }
        for (PendingCall<?> call : failed) {
            Throwable own = AnswerReader.error(call, reader, message.error(), dialect);
            call.failed(
                    meant
                            ? own
                            : new RpcProtocolException(
                                    peer.get() + " answered with an error that names no call: " + own.getMessage(),
                                    own));
        }
        settled.run();
    }

    /** The calls of the message that was refused for its size; none where that does not tell. */
    private List<PendingCall<?>> refused(RpcErrorException error) {
        if (error.code() == ErrorCode.OVERSIZED_BATCH) {
            return awaited.takeIf(PendingCall::isInBatch);
        }
        if (error.code() != ErrorCode.OVERSIZED_REQUEST) {
            return List.of();
        }
        int limit = SizeRefusal.limit(error);
        if (limit > 0) {
            learned.accept(limit);
            return awaited.takeIf(call -> call.messageBytes() > limit);
        }
        return List.of();
    }
}
