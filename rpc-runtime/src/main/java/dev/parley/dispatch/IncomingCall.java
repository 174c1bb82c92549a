package dev.parley.dispatch;

import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.ValueException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to its method: what a peer schedules. Whoever gets one either runs it within the call that
 * handed it out, or {@linkplain #keep keeps} it and runs it later, or refuses it; each exactly once.
 */
public final class IncomingCall implements Incoming, Runnable {
    private static final System.Logger LOG = System.getLogger("dev.parley.dispatch");
    private static final AtomicReferenceFieldUpdater<IncomingCall, Runnable> WHEN_ENDED =
            AtomicReferenceFieldUpdater.newUpdater(IncomingCall.class, Runnable.class, "whenEnded");
    private static final Runnable ENDED = () -> {};

    private final Receiver receiver;
    private final Target target;
    private final Dialect dialect;
    private final boolean notification;
    private final ValueKind paramsKind;
    private Frame frame;
    private int idFrom;
    private int idTo;
    private Reply reply = (answer, errorCode, batch) -> {};
    private @Nullable BatchReply batch;
    private int batchIndex = -1;
    private int paramsFrom;
    private int paramsTo;
    private @Nullable MessageReader reader;
    private boolean answered;

    /** Whether it can only end on the thread that runs it, before {@link #run} returns. */
    private boolean endsHere;

    /** What to do at the end, or {@link #ENDED}. */
    private volatile @Nullable Runnable whenEnded;

    IncomingCall(
            Receiver receiver, Target target, Dialect dialect, boolean notification, Frame frame, Envelope message) {
        this.receiver = receiver;
        this.target = target;
        this.dialect = dialect;
        this.notification = notification;
        this.frame = frame;
        this.idFrom = message.id().from();
        this.idTo = message.id().to();
        Part params = message.params();
        this.paramsKind = params.kind();
        this.paramsFrom = params.from();
        this.paramsTo = params.to();
    }

    void answerTo(Reply single) {
        this.reply = single;
    }

    void answerTo(BatchReply collected, int index) {
        this.batch = collected;
        this.batchIndex = index;
        this.reply = collected.entry(index);
    }

    /** The method. */
    public MethodDescriptor<?> method() {
        return target.method();
    }

    /** The method's name, the prefix of its service included. */
    public String name() {
        return target.name();
    }

    /** Whether no answer is wanted. */
    public boolean isNotification() {
        return notification;
    }

    /** Whether it may run on the thread that reads. */
    public boolean isNonBlocking() {
        return target.method().isNonBlocking();
    }

    /** Whether nothing that came later may start before it has ended. */
    public boolean isInOrder() {
        return notification || target.strictOrder() || dialect.strictOrder();
    }

    /** How many bytes it holds while it waits. */
    public int size() {
        return paramsTo - paramsFrom;
    }

    /** Makes it independent of the frame that it came in. */
    public void keep() {
        reader = null;
        if (!frame.isKept()) {
            moveTo(batch == null ? frame.keep() : batch.keep(frame));
        }
    }

    private void moveTo(Frame kept) {
        int shift = kept.from() - frame.from();
        idFrom += shift;
        idTo += shift;
        paramsFrom += shift;
        paramsTo += shift;
        frame = kept;
    }

    /** While the frame is open, its reader saves opening it again. */
    void readBy(MessageReader open) {
        reader = open;
    }

    /**
     * What to do when it has ended: the answer is sent by then.
     *
     * @return false when it has ended already; then nothing is done
     */
    public boolean whenEnded(Runnable action) {
        return WHEN_ENDED.compareAndSet(this, null, action);
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return whenEnded == ENDED;
    }

    /** Answers with an error and never runs. */
    public void refuse(int code, String message, String detail) {
        fail(Failure.of(code, message, detail));
    }

    /**
     * Reads the arguments, calls the method, and answers. Returns when the method did; if that gave a future, the
     * answer follows when it completes. Throws nothing.
     */
    @Override
    public void run() {
        endsHere = true;
        try {
            Arguments arguments = readArguments();
            Object result = receiver.dispatcher().interceptors().isEmpty()
                    ? target.service().call(target.index(), arguments)
                    : intercepted(arguments);
            if (result instanceof CompletionStage<?> stage) {
                endsHere = false;
                keepId();
                stage.whenComplete(this::completed);
            } else {
                succeed(result);
            }
        } catch (InvalidArguments e) {
            fail(Failure.invalidParams(e.getMessage()));
        } catch (Throwable thrown) {
            // A handler may throw anything, and the peer must not wait for ever because of it.
            fail(thrown);
        }
    }

    /** All that an answer needs which comes when the frame may be gone. */
    private void keepId() {
        if (!frame.isKept()) {
            frame = Frame.kept(Arrays.copyOfRange(frame.bytes(), idFrom, idTo));
            idFrom = 0;
            idTo = frame.length();
        }
    }

    private void completed(@Nullable Object result, @Nullable Throwable thrown) {
        if (thrown == null) {
            succeed(result);
        } else {
            fail(thrown);
        }
    }

    private Arguments readArguments() {
        try {
            if (paramsKind == ValueKind.ABSENT) {
                return ArgumentReader.absent(target.method());
            }
            if (reader != null) {
                return ArgumentReader.read(target.method(), paramsKind, reader.value(paramsFrom, paramsTo));
            }
            try (MessageReader again = receiver.dispatcher()
                    .serializer()
                    .readChecked(frame, receiver.dispatcher().limits().reading(), receiver.references())) {
                return ArgumentReader.read(target.method(), paramsKind, again.value(paramsFrom, paramsTo));
            }
        } catch (ValueException e) {
            throw new InvalidArguments(e.getMessage());
        }
    }

    private CompletionStage<@Nullable Object> intercepted(Arguments arguments) throws Exception {
        Interceptor.Invocation invocation = new Interceptor.Invocation(
                target.method(), target.name(), arguments.asList(), notification, batchIndex, receiver.context());
        return proceed(receiver.dispatcher().interceptors(), 0, invocation, arguments);
    }

    private CompletionStage<@Nullable Object> proceed(
            List<Interceptor> interceptors, int next, Interceptor.Invocation invocation, Arguments arguments)
            throws Exception {
        if (next < interceptors.size()) {
            Interceptor interceptor = interceptors.get(next);
            return Objects.requireNonNull(
                    interceptor.intercept(invocation, () -> proceed(interceptors, next + 1, invocation, arguments)),
                    () -> interceptor + " returned null in place of a stage");
        }
        try {
            Object result = target.service().call(target.index(), arguments);
            return result instanceof CompletionStage<?> stage
                    ? stage.thenApply(value -> value)
                    : CompletableFuture.completedFuture(result);
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private void succeed(@Nullable Object result) {
        if (notification) {
            end(null, 0);
            return;
        }
        if (!dialect.nullResults() && !target.method().isVoid() && isNull(result)) {
            fail(Failure.of(
                    ErrorCode.INTERNAL_ERROR,
                    "the result is null, which the dialect " + dialect.name() + " can't say"));
            return;
        }
        Failure failure;
        try (MessageWriter writer = writer()) {
            ResponseWriter.result(writer.begin(), dialect, frame, idFrom, idTo, target.method(), result);
            if (answered(writer.end(), 0)) {
                return;
            }
            failure = oversizedBatch();
        } catch (OversizedException e) {
            failure = oversized();
        } catch (Throwable e) {
            // A codec of the user's, a null where none may be, a value that contains itself: it has to end all the
            // same.
            failure = Failure.internal(e, target.name());
        }
        failShortly(failure);
    }

    private static boolean isNull(@Nullable Object result) {
        return result == null
                || result == JsonValue.nothing()
                || result instanceof Optional<?> optional && optional.isEmpty();
    }

    private void fail(Throwable thrown) {
        Failure failure;
        try {
            failure = Failure.of(thrown, target.name(), target.method());
        } catch (Throwable e) {
            // The service's own way to the data of its exception failed.
            e.addSuppressed(thrown);
            failure = Failure.internal(e, target.name());
        }
        fail(failure);
    }

    private void fail(Failure failure) {
        if (notification) {
            LOG.log(Level.DEBUG, () -> "notification " + target.name() + " failed: " + failure.asText());
            end(null, 0);
            return;
        }
        Failure shorter;
        try (MessageWriter writer = writer()) {
            ResponseWriter.error(writer.begin(), dialect, id(), failure);
            if (answered(writer.end(), failure.code())) {
                return;
            }
            shorter = oversizedBatch();
        } catch (OversizedException e) {
            shorter = oversized();
        } catch (Throwable e) {
            shorter = Failure.internal(e, target.name());
        }
        failShortly(shorter);
    }

    /** Answers with an error of ours, which has no data of the service's in it and comes on top of any limit. */
    private void failShortly(Failure failure) {
        if (notification) {
            end(null, 0);
        } else if (!answered) {
            receiver.send((answer, errorCode, isBatch) -> end(answer, errorCode), dialect, id(), failure);
        }
    }

    private boolean answered(Frame answer, int errorCode) {
        if (batch != null && !batch.accepts(answer.length())) {
            return false;
        }
        end(answer, errorCode);
        return true;
    }

    private Failure oversized() {
        return Failure.of(
                ErrorCode.OVERSIZED_RESPONSE,
                "Response too large",
                "an answer is limited to " + receiver.dispatcher().limits().responseBytes() + " bytes");
    }

    private Failure oversizedBatch() {
        return Failure.of(
                ErrorCode.OVERSIZED_BATCH_RESPONSE,
                "Batch response too large",
                "the answers to this batch are limited to "
                        + receiver.dispatcher().limits().batchResponseBytes() + " bytes together");
    }

    private RequestId id() {
        return new RequestId(frame, idFrom, idTo);
    }

    private MessageWriter writer() {
        return receiver.dispatcher()
                .serializer()
                .write(receiver.dispatcher().limits().responseBytes(), receiver.references());
    }

    private void end(@Nullable Frame answer, int errorCode) {
        if (answered) {
            return;
        }
        answered = true;
        try {
            reply.send(answer, errorCode, false);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the answer to " + target.name() + " could not be sent", e);
        } finally {
            Runnable action = markEnded();
            if (action != null) {
                action.run();
            }
        }
    }

    /** Nobody can ask for the end in between if it comes on the thread that runs the call: that needs no fence. */
    private @Nullable Runnable markEnded() {
        if (!endsHere) {
            return WHEN_ENDED.getAndSet(this, ENDED);
        }
        Runnable action = whenEnded;
        WHEN_ENDED.lazySet(this, ENDED);
        return action;
    }

    /** Tells a wrong argument from a {@link ValueException} that a handler threw. */
    private static final class InvalidArguments extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidArguments(String message) {
            super(message, null, false, false);
        }
    }
}
