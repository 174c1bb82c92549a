package dev.parley.call;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.ConnectionContext;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.ValueException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to its method and back. Whoever gets one either runs it within the call that handed it out, or
 * {@linkplain #keep keeps} it and runs it later, or refuses it; each exactly once.
 */
public final class IncomingCall extends IncomingContext implements Runnable {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");
    private static final AtomicReferenceFieldUpdater<IncomingCall, Runnable> WHEN_ENDED =
            AtomicReferenceFieldUpdater.newUpdater(IncomingCall.class, Runnable.class, "whenEnded");
    private static final AtomicIntegerFieldUpdater<IncomingCall> ANSWERED =
            AtomicIntegerFieldUpdater.newUpdater(IncomingCall.class, "answered");
    private static final Runnable ENDED = () -> {};

    private final Serving serving;
    private final Target target;
    private final Dialect dialect;
    private final Reply reply;
    private final boolean notification;

    /** Whether nobody but the thread that runs it can end it. */
    private boolean endsHere;

    private final ValueKind paramsKind;
    private Frame frame;
    private int idFrom;
    private int idTo;
    private int paramsFrom;
    private int paramsTo;
    private @Nullable MessageReader reader;
    private volatile int answered;

    /** What to do at the end, or {@link #ENDED}. */
    private volatile @Nullable Runnable whenEnded;

    IncomingCall(
            Serving serving,
            Target target,
            Dialect dialect,
            boolean notification,
            Frame frame,
            Envelope message,
            Reply reply) {
        this.serving = serving;
        this.target = target;
        this.dialect = dialect;
        this.reply = reply;
        this.notification = notification;
        this.frame = frame;
        this.idFrom = message.id().from();
        this.idTo = message.id().to();
        this.paramsKind = message.params().kind();
        this.paramsFrom = message.params().from();
        this.paramsTo = message.params().to();
        if (message.keywords().isPresent()) {
            state().keywords(message.keywords().from(), message.keywords().to());
        }
    }

    /** A message that is answered with an error and calls nothing, but keeps its place among the calls. */
    static IncomingCall refusal(Serving serving, Dialect dialect, RequestId id, Reply reply, Failure failure) {
        IncomingCall call = new IncomingCall(
                serving, Target.unknown(""), dialect, false, id.frame(), new Envelope.Recorder(), reply);
        call.idFrom = id.from();
        call.idTo = id.to();
        call.refuseWith(failure);
        return call;
    }

    /** Says that it calls nothing, and is answered with an error when its turn comes. */
    void refuseWith(Failure failure) {
        state().refuse(failure);
    }

    Target target() {
        return target;
    }

    Serving serving() {
        return serving;
    }

    Reply reply() {
        return reply;
    }

    /** Whether it calls a method, and does not only say what is wrong with its message. */
    public boolean isKnown() {
        return target.isKnown();
    }

    /** Whether no answer is wanted. */
    public boolean isNotification() {
        return notification;
    }

    /** Whether it may run on the thread that reads. */
    public boolean isNonBlocking() {
        if (target.isKnown()) {
            return target.method().isNonBlocking();
        }
        return serving.interceptors().isEmpty() || isRefusal();
    }

    private boolean isRefusal() {
        CallState present = presentState();
        return present != null && present.refusal() != null;
    }

    /** Whether nothing that came later may start before it has ended. */
    public boolean isInOrder() {
        return notification || target.strictOrder() || dialect.strictOrder();
    }

    /** Whether the handler's thread is interrupted when the call is cancelled. */
    boolean isInterruptible() {
        return target.method().isInterruptible();
    }

    /** How many bytes it holds while it waits. */
    public int size() {
        return paramsTo - paramsFrom;
    }

    /** How many bytes its answer is expected to have, at most. */
    int expectedAnswer() {
        return notification ? 0 : target.answerSize().expected();
    }

    /** Makes it independent of the frame that it came in. */
    public void keep() {
        reader = null;
        if (!frame.isKept()) {
            moveTo(reply.keep(frame));
        }
    }

    private void moveTo(Frame kept) {
        int shift = kept.from() - frame.from();
        idFrom += shift;
        idTo += shift;
        paramsFrom += shift;
        paramsTo += shift;
        if (presentState() != null) {
            state().shift(shift);
        }
        frame = kept;
    }

    /** While the frame is open, its reader saves opening it again. */
    void readBy(MessageReader open) {
        reader = open;
    }

    /** Reads the arguments and calls the method. Throws nothing. */
    @Override
    public void run() {
        endsHere = reader != null;
        try {
            CallState present = presentState();
            if (present != null && present.refusal() != null) {
                failShortly(present.refusal());
                return;
            }
            if (!target.isKnown() && serving.interceptors().isEmpty()) {
                failShortly(Failure.methodNotFound());
                return;
            }
            Object result =
                    serving.interceptors().isEmpty() || target.control() ? invoke(readArguments()) : intercepted();
            if (result instanceof CompletionStage<?> stage) {
                endsHere = false;
                keepId();
                onCancel(() -> CallState.cancel(stage));
                stage.whenComplete(this::completed);
            } else {
                succeed(result);
            }
        } catch (Throwable thrown) {
            // A handler may throw anything, and the peer must not wait for ever because of it.
            fail(thrown);
        }
    }

    private @Nullable Object intercepted() throws Exception {
        if (reader != null) {
            // An interceptor may go on after the frame is gone.
            keep();
            endsHere = false;
        }
        IncomingInvocation invocation = new IncomingInvocation(this);
        return InterceptorChain.proceed(serving.interceptors(), invocation, invocation);
    }

    /** Calls the method, which has to be a known one. */
    @Nullable
    Object invoke(Arguments arguments) throws Throwable {
        return Objects.requireNonNull(target.service()).call(target.index(), arguments);
    }

    Arguments readArguments() throws RequestException {
        try {
            if (presentState() != null && state().hasKeywords()) {
                return readWithKeywords();
            }
            if (paramsKind == ValueKind.ABSENT || passesOverItsArgument()) {
                return ArgumentReader.absent(target.method());
            }
            if (reader != null) {
                return ArgumentReader.read(target.method(), paramsKind, reader.value(paramsFrom, paramsTo));
            }
            try (MessageReader again = serving.encoding().readChecked(frame)) {
                return ArgumentReader.read(target.method(), paramsKind, again.value(paramsFrom, paramsTo));
            }
        } catch (ValueException e) {
            throw new RequestException(Failure.invalidParams(e.getMessage()));
        }
    }

    /** Where each call has exactly one argument, one of a method without parameters says nothing. */
    private boolean passesOverItsArgument() {
        return dialect.paramsShape() == Dialect.ParamsShape.SINGLE
                && target.method().parameters().isEmpty();
    }

    private Arguments readWithKeywords() {
        try (MessageReader again = serving.encoding().readChecked(frame)) {
            CallState present = state();
            return ArgumentReader.readBoth(
                    target.method(),
                    paramsKind == ValueKind.ABSENT ? null : again.value(paramsFrom, paramsTo),
                    () -> again.value(present.keywordsFrom(), present.keywordsTo()));
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

    // The answer.

    /** Answers with an error and never runs. */
    public void refuse(int code, String message, String detail) {
        failShortly(Failure.of(code, message, detail));
    }

    private void succeed(@Nullable Object result) {
        if (notification) {
            end(null, Reply.Kind.NOTHING, 0);
            return;
        }
        if (answered != 0) {
            return;
        }
        if (!dialect.nullResults() && !target.method().isVoid() && isNull(result)) {
            fail(Failure.of(
                    ErrorCode.INTERNAL_ERROR,
                    "the result is null, which the dialect " + dialect.name() + " can't say"));
            return;
        }
        Failure failure;
        try (MessageWriter writer = serving.encoding().write()) {
            ResponseWriter.result(writer.begin(), dialect, frame, idFrom, idTo, target.method(), result);
            Frame written = writer.end();
            target.answerSize().saw(written.length());
            if (answer(written, Reply.Kind.RESULT, 0)) {
                return;
            }
            failure = serving.limits().oversizedBatchResponse();
        } catch (OversizedException e) {
            failure = serving.limits().oversizedResponse();
        } catch (Throwable e) {
            // A codec of the user's, a null where the type has none, a value that contains itself: the call has to end
            // all the same.
            failure = Failure.internal(e, this);
        }
        failShortly(failure);
    }

    private static boolean isNull(@Nullable Object result) {
        return result == null
                || result == JsonValue.nothing()
                || result instanceof Optional<?> optional && optional.isEmpty();
    }

    private void fail(Throwable thrown) {
        if (answered != 0) {
            // What a cancelled handler throws was asked for.
            return;
        }
        if (thrown instanceof RequestException refused) {
            failShortly(refused.failure());
            return;
        }
        Failure failure;
        try {
            failure = Failure.of(thrown, this, target.method());
        } catch (Throwable e) {
            // The service's own way to the data of its exception failed.
            e.addSuppressed(thrown);
            failure = Failure.internal(e, this);
        }
        fail(failure);
    }

    private void fail(Failure failure) {
        if (notification) {
            LOG.log(Level.DEBUG, () -> "notification " + target.name() + " failed: " + failure.asText());
            end(null, Reply.Kind.NOTHING, 0);
            return;
        }
        Failure shorter;
        try (MessageWriter writer = serving.encoding().write()) {
            ResponseWriter.error(writer.begin(), dialect, id(), failure);
            if (answer(writer.end(), Reply.Kind.ERROR, failure.code())) {
                return;
            }
            shorter = serving.limits().oversizedBatchResponse();
        } catch (OversizedException e) {
            shorter = serving.limits().oversizedResponse();
        } catch (Throwable e) {
            shorter = Failure.internal(e, this);
        }
        failShortly(shorter);
    }

    /** Answers with an error of the runtime's own, which has no data of the service's in it and comes on top of any limit. */
    private void failShortly(Failure failure) {
        if (notification) {
            end(null, Reply.Kind.NOTHING, 0);
            return;
        }
        if (answered != 0) {
            return;
        }
        try (MessageWriter writer = serving.encoding().writeAny()) {
            ResponseWriter.error(writer.begin(), dialect, id(), failure);
            end(writer.end(), Reply.Kind.ERROR, failure.code());
        }
    }

    private boolean answer(Frame answer, Reply.Kind kind, int code) {
        if (!reply.accepts(answer.length())) {
            return false;
        }
        end(answer, kind, code);
        return true;
    }

    RequestId id() {
        return new RequestId(frame, idFrom, idTo);
    }

    /** The id as a value, for messages that name the call. */
    public JsonValue idValue() {
        if (idFrom == idTo) {
            return JsonValue.nothing();
        }
        try (MessageReader again = serving.encoding().readChecked(frame)) {
            return Codecs.JSON_VALUE.read(again.value(idFrom, idTo));
        }
    }

    boolean hasId(JsonValue id) {
        return idValue().equals(id);
    }

    private void end(@Nullable Frame answer, Reply.Kind kind, int code) {
        if (claim()) {
            finish(answer, kind, code);
        }
    }

    private void finish(@Nullable Frame answer, Reply.Kind kind, int code) {
        try {
            reply.send(answer, kind, code);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the answer to " + target.name() + " could not be sent", e);
        } finally {
            Runnable action = markEnded();
            if (action != null) {
                action.run();
            }
        }
    }

    /** Only one may answer: the handler, or the one who cancels it. */
    private boolean claim() {
        if (!endsHere) {
            return ANSWERED.compareAndSet(this, 0, 1);
        }
        if (answered != 0) {
            return false;
        }
        ANSWERED.lazySet(this, 1);
        return true;
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

    /**
     * Sets what to do when it has ended: the answer is sent by then.
     *
     * @return false when it has ended already; then nothing is done
     */
    boolean whenEnded(Runnable action) {
        return WHEN_ENDED.compareAndSet(this, null, action);
    }

    /** Whether it has ended. */
    boolean hasEnded() {
        return whenEnded == ENDED;
    }

    /**
     * Ends it with an error for its caller; its handler is told to stop.
     *
     * @return false when it has ended already; then nothing is done
     */
    boolean cancel(Failure why) {
        if (!claim()) {
            return false;
        }
        state().cancel();
        if (notification) {
            finish(null, Reply.Kind.NOTHING, 0);
            return true;
        }
        try (MessageWriter writer = serving.encoding().writeAny()) {
            ResponseWriter.error(writer.begin(), dialect, id(), why);
            finish(writer.end(), Reply.Kind.ERROR, why.code());
        }
        return true;
    }

    @Override
    public ConnectionContext connection() {
        return serving.connection();
    }

    @Override
    public String method() {
        return target.name();
    }

    @Override
    long handlerMillis() {
        return serving.limits().handlerTimeout().toMillis();
    }

    @Override
    public void progress(JsonValue value) {
        CallState present = presentState();
        if (present != null && answered == 0) {
            present.progress(value);
        }
    }
}
