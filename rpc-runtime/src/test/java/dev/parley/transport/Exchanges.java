package dev.parley.transport;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Exchange handlers for tests. */
public class Exchanges implements ExchangeHandler, Acceptor {
    private final BiConsumer<IncomingExchange, ReplyPath> onRequest;
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    private Exchanges(BiConsumer<IncomingExchange, ReplyPath> onRequest) {
        this.onRequest = onRequest;
    }

    /** Does this with each request, and answers an unreadable one with what is wrong. */
    public static Exchanges answering(BiConsumer<IncomingExchange, ReplyPath> onRequest) {
        return new Exchanges(onRequest);
    }

    /** Sends back what it receives. */
    public static Exchanges echo() {
        return answering((request, reply) -> reply.reply(request.frame(), Outcome.RESULT));
    }

    @Override
    public Handling request(IncomingExchange request, ReplyPath reply) {
        onRequest.accept(request, reply);
        return Handling.NONE;
    }

    @Override
    public void unreadable(UnreadableException why, IncomingExchange head, ReplyPath reply) {
        reply.reply(
                Frame.utf8(why.rule() + " " + head.frame().length() + ": " + why.getMessage()), Outcome.error(-32600));
    }

    @Override
    public void ended(End why) {
        ended.complete(why);
    }

    /** Waits for the end. */
    public End awaitEnded() throws Exception {
        return ended.get(20, TimeUnit.SECONDS);
    }

    /** Sees whether it has ended, without waiting. */
    public boolean hasEnded() {
        return ended.isDone();
    }

    @Override
    public FrameHandler connected(DuplexConnection connection) {
        throw new UnsupportedOperationException("exchanges only");
    }

    @Override
    public ExchangeHandler exchanges(ConnectionInfo from) {
        return this;
    }
}
