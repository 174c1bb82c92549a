package dev.parley.benchmark.contender;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.CompletableFuture;

/** Sends the same bytes for every call of one kind, whatever the text. */
final class RawClient implements Client {
    private static final String TEXT = "hello, world";

    private final Channel channel;
    private final RawClientHandler handler;
    private final ChannelHandlerContext context;
    private final byte[] echo = RawMessages.echoRequest(TEXT);
    private final int echoReply = RawMessages.echoReply(TEXT).length;
    private Search search = new Search(0);

    /** The bytes of the search that is made just now. */
    private record Search(int persons, byte[] request, int reply) {
        Search(int persons) {
            this(persons, RawMessages.searchRequest(persons), RawMessages.searchReply(persons).length);
        }
    }

    RawClient(Channel channel, RawClientHandler handler) {
        this.channel = channel;
        this.handler = handler;
        this.context = channel.pipeline().context(handler);
    }

    @Override
    public boolean echo(String text) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        echo(text, answer::complete);
        return answer.join();
    }

    @Override
    public boolean search(int persons) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        search(persons, answer::complete);
        return answer.join();
    }

    @Override
    public void echo(String text, Outcome outcome) {
        send(echo, echoReply, outcome);
    }

    @Override
    public void search(int persons, Outcome outcome) {
        Search prepared = search;
        if (prepared.persons != persons) {
            prepared = new Search(persons);
            search = prepared;
        }
        send(prepared.request, prepared.reply, outcome);
    }

    private void send(byte[] request, int reply, Outcome outcome) {
        if (channel.eventLoop().inEventLoop()) {
            handler.send(context, request, reply, outcome);
        } else {
            channel.eventLoop().execute(() -> handler.send(context, request, reply, outcome));
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
