package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.ExchangeHandler.IncomingExchange;
import dev.parley.transport.ExchangeHandler.Outcome;
import dev.parley.transport.ExchangeHandler.ReplyPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every exchange transport keeps to. */
@Timeout(60)
public abstract class ExchangeContract {
    private final List<AutoCloseable> closeables = new ArrayList<>();

    /** The transport. */
    protected Transport transport;

    /** Makes the transport. */
    protected abstract Transport newTransport();

    /** A place where nobody listens. */
    protected abstract Address freePlace() throws IOException;

    /** The usual limits. */
    protected TransportOptions options() {
        return options(4 << 20);
    }

    private static TransportOptions options(int maxFrame) {
        return TransportOptions.DEFAULT.change().maxFrame(maxFrame).build();
    }

    @BeforeEach
    void makeTransport() {
        transport = newTransport();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
    }

    /** Listens, until the test is over. */
    protected Listener listen(TransportOptions options, Acceptor acceptor) throws IOException {
        Listener listener = transport.listen(freePlace(), options, acceptor);
        closeables.add(listener);
        return listener;
    }

    /** Connects, until the test is over. */
    protected ExchangeConnection connect(Listener listener, TransportOptions options) throws IOException {
        ExchangeConnection connection =
                (ExchangeConnection) transport.connect(listener.address(), options, Exchanges.echo());
        closeables.add(connection::close);
        return connection;
    }

    private Listener listen(BiConsumer<IncomingExchange, ReplyPath> onRequest) throws IOException {
        return listen(options(), Exchanges.answering(onRequest));
    }

    private static Answer exchange(ExchangeConnection connection, String text) {
        Answer answer = new Answer();
        answer.pending = connection.exchange(Frame.utf8(text), Headers.NONE, true, answer);
        return answer;
    }

    @Test
    void eachRequestGetsItsOwnAnswer() throws Exception {
        ExchangeConnection connection = connect(listen(options(), Exchanges.echo()), options());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(exchange(connection, "request " + i));
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(answers.get(i).text()).isEqualTo("request " + i);
        }
        for (Answer answer : answers) {
            answer.assertSettledOnce();
        }
    }

    @Test
    void anAnswerMayBeNothing() throws Exception {
        Listener listener = listen((request, reply) -> reply.reply(null, Outcome.NOTHING));
        assertThat(exchange(connect(listener, options()), "x").text()).isNull();
    }

    @Test
    void answersMayComeLaterAndInAnyOrderFromAnyThread() throws Exception {
        BlockingQueue<Consumer<Outcome>> waiting = new LinkedBlockingQueue<>();
        Listener listener = listen((request, reply) -> {
            String text = request.frame().toText();
            waiting.add(outcome -> reply.reply(Frame.utf8("re: " + text), outcome));
        });
        ExchangeConnection connection = connect(listener, options());
        Answer first = exchange(connection, "1");
        Consumer<Outcome> toFirst = waiting.poll(20, TimeUnit.SECONDS);
        Answer second = exchange(connection, "2");
        waiting.poll(20, TimeUnit.SECONDS).accept(Outcome.RESULT);
        assertThat(second.text()).isEqualTo("re: 2");
        assertThat(first.isSettled()).isFalse();
        toFirst.accept(Outcome.RESULT);
        assertThat(first.text()).isEqualTo("re: 1");
    }

    @Test
    void bytesAreCopiedBothWays() throws Exception {
        Listener listener = listen((request, reply) -> {
            byte[] bytes = request.frame().toByteArray();
            reply.reply(Frame.onLoan(bytes, 0, bytes.length), Outcome.RESULT);
            Arrays.fill(bytes, (byte) '?');
        });
        ExchangeConnection connection = connect(listener, options());
        byte[] bytes = "abc".getBytes();
        Answer answer = new Answer();
        connection.exchange(Frame.onLoan(bytes, 0, 3), Headers.NONE, true, answer);
        Arrays.fill(bytes, (byte) '!');
        assertThat(answer.text()).isEqualTo("abc");
    }

    @Test
    void aReplyPathIsUsedOnce() throws Exception {
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        Listener listener = listen((request, reply) -> {
            reply.reply(request.frame(), Outcome.RESULT);
            try {
                reply.reply(request.frame(), Outcome.RESULT);
            } catch (IllegalStateException e) {
                second.complete(e);
            }
        });
        Answer answer = exchange(connect(listener, options()), "x");
        assertThat(answer.text()).isEqualTo("x");
        assertThat(second.get(20, TimeUnit.SECONDS)).hasMessage("this request has been answered before");
        answer.assertSettledOnce();
    }

    @Test
    void closingFailsWhatIsPendingAndWhatComesLater() throws Exception {
        BlockingQueue<ReplyPath> waiting = new LinkedBlockingQueue<>();
        Listener listener = listen((request, reply) -> waiting.add(reply));
        ExchangeConnection connection = connect(listener, options());
        Answer pending = exchange(connection, "x");
        ReplyPath late = waiting.poll(20, TimeUnit.SECONDS);
        connection.close();
        connection.close();
        String text = "the connection to " + listener.address() + " was closed";
        assertThat(pending.failure()).hasMessage(text);
        assertThat(exchange(connection, "y").failure()).hasMessage(text);
        late.reply(null, Outcome.NOTHING);
        pending.assertSettledOnce();
    }

    @Test
    void aHandlerThatThrowsFailsItsExchangeOnly() throws Exception {
        Listener listener = listen((request, reply) -> {
            if (request.frame().toText().equals("throw")) {
                throw new IllegalStateException("thrown by the test");
            }
            reply.reply(request.frame(), Outcome.RESULT);
        });
        ExchangeConnection connection = connect(listener, options());
        assertThat(exchange(connection, "throw").failure())
                .hasMessage(listener.address() + " gave no answer: its handler failed")
                .hasNoCause();
        assertThat(exchange(connection, "x").text()).isEqualTo("x");
    }

    @Test
    void frameLimitsHoldBothWays() throws Exception {
        Listener listener = listen(options(10), Exchanges.echo());
        assertThat(exchange(connect(listener, options()), "12345678901").text())
                .isEqualTo("SIZE 0: the message is larger than the limit of 10 bytes");
        assertThat(exchange(connect(listener, options(9)), "1234567890").failure())
                .hasMessage(listener.address() + ": the answer of 10 bytes is larger than the limit of 9");
        assertThat(exchange(connect(listener, options(10)), "1234567890").text())
                .isEqualTo("1234567890");
    }

    @Test
    void aListenerThatIsGoneFailsExchangesUntilAnotherComes() throws Exception {
        Listener listener = listen(options(), Exchanges.echo());
        ExchangeConnection connection = connect(listener, options());
        listener.close();
        assertThat(exchange(connection, "x").failure())
                .hasMessageStartingWith(listener.address() + " can't be reached: ");
        assertThatThrownBy(() -> transport.connect(listener.address(), options(), Exchanges.echo()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(listener.address() + " can't be reached: ");
        closeables.add(transport.listen(listener.address(), options(), Exchanges.echo()));
        assertThat(exchange(connection, "x").text()).isEqualTo("x");
    }

    @Test
    void headersGoAlong() throws Exception {
        Listener listener = listen((request, reply) -> reply.reply(
                Frame.utf8(request.header("TraceParent") + ", " + request.header("accept") + ", "
                        + request.header("none")),
                Outcome.RESULT));
        Headers headers =
                Headers.NONE.with("traceparent", "00-1").with("Accept", "a").with("ACCEPT", "b");
        Answer answer = new Answer();
        connect(listener, options()).exchange(Frame.utf8("x"), headers, true, answer);
        assertThat(answer.text()).isEqualTo("00-1, b, null");
    }

    @Test
    void whatNeedsNoAnswerEndsAtOnceAndItsReplyIsDropped() throws Exception {
        CompletableFuture<ReplyPath> path = new CompletableFuture<>();
        Listener listener = listen((request, reply) -> {
            assertThat(request.answerExpected()).isFalse();
            path.complete(reply);
        });
        Answer answer = new Answer();
        connect(listener, options()).exchange(Frame.utf8("x"), Headers.NONE, false, answer);
        assertThat(answer.text()).isNull();
        path.get(20, TimeUnit.SECONDS).reply(Frame.utf8("dropped"), Outcome.RESULT);
        answer.assertSettledOnce();
    }

    @Test
    void anAnswerMayHaveSeveralParts() throws Exception {
        Listener listener = listen((request, reply) -> {
            byte[] bytes = {'1'};
            reply.part(Frame.onLoan(bytes, 0, 1));
            bytes[0] = '2';
            reply.part(Frame.onLoan(bytes, 0, 1));
            reply.reply(Frame.utf8("end"), Outcome.RESULT);
            try {
                reply.part(Frame.utf8("late"));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("this request has been answered before");
            }
        });
        Answer answer = exchange(connect(listener, options()), "x");
        assertThat(answer.text()).isEqualTo("end");
        assertThat(answer.parts).containsExactly("1", "2");
        answer.assertSettledOnce();
    }

    /** Takes requests and never answers; says when one came, and when it was abandoned. */
    private static final class Unanswered implements ExchangeHandler {
        private final BlockingQueue<ReplyPath> came = new LinkedBlockingQueue<>();
        private final BlockingQueue<Optional<IOException>> abandoned = new LinkedBlockingQueue<>();
        private final CompletableFuture<End> ended = new CompletableFuture<>();

        @Override
        public Handling request(IncomingExchange request, ReplyPath reply) {
            came.add(reply);
            return why -> abandoned.add(Optional.ofNullable(why));
        }

        @Override
        public void unreadable(UnreadableException why, IncomingExchange head, ReplyPath reply) {
            throw new UnsupportedOperationException("readable only");
        }

        @Override
        public void ended(End why) {
            ended.complete(why);
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void anAbortEndsTheExchangeForBothSides() throws Exception {
        Unanswered handler = new Unanswered();
        Listener listener = listen(options(), accepting(handler));
        ExchangeConnection connection = connect(listener, options());
        Answer aborted = exchange(connection, "x");
        ReplyPath late = next(handler.came);
        Answer goesOn = exchange(connection, "y");
        ReplyPath other = next(handler.came);
        aborted.pending.abort();
        aborted.pending.abort();
        assertThat(aborted.failure()).hasMessage("the request to " + listener.address() + " was aborted");
        assertThat(next(handler.abandoned)).isEmpty();
        late.part(Frame.utf8("dropped"));
        late.reply(null, Outcome.NOTHING);
        other.reply(Frame.utf8("answer"), Outcome.RESULT);
        assertThat(goesOn.text()).isEqualTo("answer");
        goesOn.pending.abort();
        assertThat(handler.abandoned).isEmpty();
        aborted.assertSettledOnce();
        goesOn.assertSettledOnce();
    }

    @Test
    void aConnectionThatEndsAbandonsItsRequestsAndEndsItsHandler() throws Exception {
        Unanswered handler = new Unanswered();
        Listener listener = listen(options(), accepting(handler));
        ExchangeConnection connection = connect(listener, options());
        Answer answer = exchange(connection, "x");
        next(handler.came);
        connection.close();
        String text = "the connection to " + listener.address() + " was closed";
        assertThat(answer.failure()).hasMessage(text);
        assertThat(next(handler.abandoned))
                .get()
                .satisfies(why -> assertThat(why).hasMessage(text));
        assertThat(handler.ended.get(20, TimeUnit.SECONDS)).isEqualTo(End.CLOSED_BY_PEER);
    }

    @Test
    void aListenerThatClosesEndsItsHandlersOnceTheirRequestsAreAnswered() throws Exception {
        Unanswered handler = new Unanswered();
        Listener listener = listen(options(), accepting(handler));
        Answer answer = exchange(connect(listener, options()), "x");
        ReplyPath reply = next(handler.came);
        listener.close();
        assertThat(handler.ended).isNotDone();
        reply.reply(Frame.utf8("last"), Outcome.RESULT);
        assertThat(answer.text()).isEqualTo("last");
        assertThat(handler.ended.get(20, TimeUnit.SECONDS)).isEqualTo(new End.ClosedHere(CloseReason.GOING_AWAY));
    }

    @Test
    void eachConnectionIsAskedForOnceAndCountsAgainstTheLimit() throws Exception {
        List<Exchanges> asked = new CopyOnWriteArrayList<>();
        Listener listener = listen(options().change().maxConnections(2).build(), new Acceptor() {
            @Override
            public FrameHandler connected(DuplexConnection connection) {
                throw new UnsupportedOperationException("exchanges only");
            }

            @Override
            public ExchangeHandler exchanges(ConnectionInfo from) {
                Exchanges handler = Exchanges.echo();
                asked.add(handler);
                return handler;
            }
        });
        ExchangeConnection first = connect(listener, options());
        assertThat(exchange(first, "1").text()).isEqualTo("1");
        assertThat(exchange(first, "2").text()).isEqualTo("2");
        assertThat(asked).hasSize(1);
        assertThat(exchange(connect(listener, options()), "3").text()).isEqualTo("3");
        assertThat(exchange(connect(listener, options()), "4").failure())
                .hasMessage(listener.address() + " can't be reached: it has 2 connections, as many as it allows");
        first.close();
        asked.get(0).awaitEnded();
        assertThat(exchange(connect(listener, options()), "5").text()).isEqualTo("5");
        assertThat(asked).hasSize(3);
    }

    private static Acceptor accepting(ExchangeHandler handler) {
        return new Acceptor() {
            @Override
            public FrameHandler connected(DuplexConnection connection) {
                throw new UnsupportedOperationException("exchanges only");
            }

            @Override
            public ExchangeHandler exchanges(ConnectionInfo from) {
                return handler;
            }
        };
    }

    /** What became of one exchange. */
    private static final class Answer implements ExchangeConnection.AnswerHandler {
        private final CompletableFuture<@Nullable String> settled = new CompletableFuture<>();
        private final List<String> parts = new CopyOnWriteArrayList<>();
        private volatile boolean settledTwice;

        /** Set by the thread that asks. */
        private ExchangeConnection.@Nullable Pending pending;

        @Override
        public void part(Frame part) {
            settledTwice |= settled.isDone();
            parts.add(part.toText());
        }

        @Override
        public void answered(@Nullable Frame answer) {
            settledTwice |= !settled.complete(answer == null ? null : answer.toText());
        }

        @Override
        public void failed(IOException why) {
            settledTwice |= !settled.completeExceptionally(why);
        }

        @Nullable
        String text() throws Exception {
            return settled.get(20, TimeUnit.SECONDS);
        }

        Throwable failure() throws Exception {
            return settled.<Throwable>handle((text, failure) -> failure).get(20, TimeUnit.SECONDS);
        }

        boolean isSettled() {
            return settled.isDone();
        }

        void assertSettledOnce() {
            assertThat(settledTwice).isFalse();
        }
    }
}
