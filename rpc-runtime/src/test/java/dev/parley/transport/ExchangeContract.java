package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.frame.Frame;
import dev.parley.framing.Framings;
import dev.parley.transport.ExchangeHandler.Outcome;
import dev.parley.transport.ExchangeHandler.ReplyPath;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        return new TransportOptions(maxFrame, 128, 100, Duration.ofSeconds(10), Duration.ZERO, Framings.LINE);
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
    protected Listener listen(TransportOptions options, ExchangeHandler handler) throws IOException {
        Listener listener = transport.listen(freePlace(), options, new ExchangesOnly(handler));
        closeables.add(listener);
        return listener;
    }

    /** Connects, until the test is over. */
    protected ExchangeConnection connect(Listener listener, TransportOptions options) throws IOException {
        ExchangeHandler none = (frame, from, reply) -> {};
        ExchangeConnection connection =
                (ExchangeConnection) transport.connect(listener.address(), options, new ExchangesOnly(none));
        closeables.add(connection::close);
        return connection;
    }

    private static void echo(Frame frame, ConnectionInfo from, ReplyPath reply) {
        reply.reply(frame, Outcome.RESULT);
    }

    private static Answer exchange(ExchangeConnection connection, String text) {
        Answer answer = new Answer();
        connection.exchange(Frame.utf8(text), answer);
        return answer;
    }

    @Test
    void eachRequestGetsItsOwnAnswer() throws Exception {
        ExchangeConnection connection = connect(listen(options(), ExchangeContract::echo), options());
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
        Listener listener = listen(options(), (frame, from, reply) -> reply.reply(null, Outcome.NOTHING));
        assertThat(exchange(connect(listener, options()), "x").text()).isNull();
    }

    @Test
    void answersMayComeLaterAndInAnyOrderFromAnyThread() throws Exception {
        BlockingQueue<ReplyPath> waiting = new LinkedBlockingQueue<>();
        Listener listener = listen(options(), (frame, from, reply) -> {
            String text = frame.toText();
            waiting.add((answer, outcome) -> reply.reply(Frame.utf8("re: " + text), outcome));
        });
        ExchangeConnection connection = connect(listener, options());
        Answer first = exchange(connection, "1");
        ReplyPath toFirst = waiting.poll(20, TimeUnit.SECONDS);
        Answer second = exchange(connection, "2");
        waiting.poll(20, TimeUnit.SECONDS).reply(null, Outcome.RESULT);
        assertThat(second.text()).isEqualTo("re: 2");
        assertThat(first.isSettled()).isFalse();
        toFirst.reply(null, Outcome.RESULT);
        assertThat(first.text()).isEqualTo("re: 1");
    }

    @Test
    void bytesAreCopiedBothWays() throws Exception {
        Listener listener = listen(options(), (frame, from, reply) -> {
            byte[] bytes = frame.toByteArray();
            reply.reply(Frame.onLoan(bytes, 0, bytes.length), Outcome.RESULT);
            Arrays.fill(bytes, (byte) '?');
        });
        ExchangeConnection connection = connect(listener, options());
        byte[] bytes = "abc".getBytes();
        Answer answer = new Answer();
        connection.exchange(Frame.onLoan(bytes, 0, 3), answer);
        Arrays.fill(bytes, (byte) '!');
        assertThat(answer.text()).isEqualTo("abc");
    }

    @Test
    void aReplyPathIsUsedOnce() throws Exception {
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        Listener listener = listen(options(), (frame, from, reply) -> {
            reply.reply(frame, Outcome.RESULT);
            try {
                reply.reply(frame, Outcome.RESULT);
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
        Listener listener = listen(options(), (frame, from, reply) -> waiting.add(reply));
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
        Listener listener = listen(options(), (frame, from, reply) -> {
            if (frame.toText().equals("throw")) {
                throw new IllegalStateException("thrown by the test");
            }
            reply.reply(frame, Outcome.RESULT);
        });
        ExchangeConnection connection = connect(listener, options());
        assertThat(exchange(connection, "throw").failure())
                .hasMessage(listener.address() + " gave no answer: its handler failed")
                .hasNoCause();
        assertThat(exchange(connection, "x").text()).isEqualTo("x");
    }

    @Test
    void frameLimitsHoldBothWays() throws Exception {
        Listener listener = listen(options(10), ExchangeContract::echo);
        assertThat(exchange(connect(listener, options()), "12345678901").failure())
                .hasMessage(listener.address() + ": the request of 11 bytes is larger than the limit of 10");
        assertThat(exchange(connect(listener, options(9)), "1234567890").failure())
                .hasMessage(listener.address() + ": the answer of 10 bytes is larger than the limit of 9");
        assertThat(exchange(connect(listener, options(10)), "1234567890").text())
                .isEqualTo("1234567890");
    }

    @Test
    void aListenerThatIsGoneFailsExchangesUntilAnotherComes() throws Exception {
        Listener listener = listen(options(), ExchangeContract::echo);
        ExchangeConnection connection = connect(listener, options());
        listener.close();
        assertThat(exchange(connection, "x").failure())
                .hasMessageStartingWith(listener.address() + " can't be reached: ");
        assertThatThrownBy(() -> transport.connect(listener.address(), options(), new ExchangesOnly((f, i, r) -> {})))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(listener.address() + " can't be reached: ");
        closeables.add(transport.listen(listener.address(), options(), new ExchangesOnly(ExchangeContract::echo)));
        assertThat(exchange(connection, "x").text()).isEqualTo("x");
    }

    /** What became of one exchange. */
    private static final class Answer implements ExchangeConnection.AnswerHandler {
        private final CompletableFuture<@Nullable String> settled = new CompletableFuture<>();
        private volatile boolean settledTwice;

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

    private record ExchangesOnly(ExchangeHandler exchanges) implements Acceptor {
        @Override
        public FrameHandler connected(DuplexConnection connection) {
            throw new UnsupportedOperationException("exchanges only");
        }
    }
}
