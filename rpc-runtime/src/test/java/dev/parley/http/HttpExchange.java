package dev.parley.http;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.ExchangeHandler.Handling;
import dev.parley.transport.ExchangeHandler.IncomingExchange;
import dev.parley.transport.ExchangeHandler.Outcome;
import dev.parley.transport.ExchangeHandler.ReplyPath;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request and its answer. What it has to send waits here until the requests before it are answered. */
final class HttpExchange implements IncomingExchange, ReplyPath {
    private enum State {
        OPEN,
        ANSWERED,
        ABANDONED
    }

    private final HttpConnection connection;
    private final HttpRequest head;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Handling handling = Handling.NONE;

    // Of the event loop.

    private final Queue<HttpObject> outgoing = new ArrayDeque<>();
    private boolean inParts;
    private boolean keepAlive;
    private boolean complete;
    private @Nullable HttpResponseStatus status;

    HttpExchange(HttpConnection connection, HttpRequest head) {
        this.connection = connection;
        this.head = head;
        this.keepAlive = HttpUtil.isKeepAlive(head);
    }

    // The request.

    /** Adds to the body; false when it is too large by now. */
    boolean add(ByteBuf bytes, int limit) {
        if (body.size() + bytes.readableBytes() > limit) {
            return false;
        }
        bytes.forEachByte(b -> {
            body.write(b);
            return true;
        });
        return true;
    }

    void start(ExchangeHandler handler) {
        try {
            handling = handler.request(this, this);
        } catch (RuntimeException e) {
            refuse(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        }
    }

    /** Lets the handler say what is wrong, under a status of HTTP's own, and ends the connection. */
    void unreadable(ExchangeHandler handler, UnreadableException why, HttpResponseStatus fixed) {
        status = fixed;
        keepAlive = false;
        body.reset();
        handler.unreadable(why, this, this);
    }

    @Override
    public Frame frame() {
        return Frame.kept(body.toByteArray());
    }

    @Override
    public ConnectionInfo connection() {
        return connection.info();
    }

    @Override
    public @Nullable String header(String name) {
        return head.headers().get(name);
    }

    @Override
    public boolean answerExpected() {
        return true;
    }

    // The answer.

    @Override
    public void part(Frame part) {
        if (state.get() == State.ANSWERED) {
            throw new IllegalStateException("this request has been answered before");
        }
        byte[] bytes = part.toByteArray();
        connection.execute(() -> sendPart(bytes));
    }

    @Override
    public void reply(@Nullable Frame last, Outcome outcome) {
        if (!state.compareAndSet(State.OPEN, State.ANSWERED) && state.get() == State.ANSWERED) {
            throw new IllegalStateException("this request has been answered before");
        }
        byte[] bytes = last == null ? null : last.toByteArray();
        connection.execute(() -> sendLast(bytes, outcome));
    }

    /** Answers without the handler, and ends the connection. */
    void refuse(HttpResponseStatus with) {
        state.set(State.ANSWERED);
        keepAlive = false;
        FullHttpResponse response = full(with, new byte[0]);
        if (with.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, "POST");
        }
        complete(response);
    }

    /** The parts of an answer are lines. */
    private void sendPart(byte[] bytes) {
        if (!inParts) {
            inParts = true;
            boolean chunked = head.protocolVersion().isKeepAliveDefault();
            keepAlive &= chunked;
            HttpResponse start = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            HttpUtil.setTransferEncodingChunked(start, chunked);
            outgoing.add(withHeaders(start, "application/jsonl"));
        }
        outgoing.add(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes, new byte[] {'\n'})));
        connection.sendInOrder();
    }

    private void sendLast(byte @Nullable [] bytes, Outcome outcome) {
        if (inParts) {
            if (bytes != null) {
                sendPart(bytes);
            }
            complete(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        HttpResponseStatus with = status == null ? connection.status(outcome) : status;
        complete(full(with, bytes == null ? new byte[0] : bytes));
    }

    private void complete(HttpObject last) {
        outgoing.add(last);
        complete = true;
        connection.sendInOrder();
    }

    private FullHttpResponse full(HttpResponseStatus with, byte[] bytes) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, with, Unpooled.wrappedBuffer(bytes));
        if (!with.equals(HttpResponseStatus.NO_CONTENT)) {
            HttpUtil.setContentLength(response, bytes.length);
        }
        return withHeaders(response, bytes.length == 0 ? null : connection.type());
    }

    private <R extends HttpResponse> R withHeaders(R response, @Nullable String type) {
        if (type != null) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        }
        HttpUtil.setKeepAlive(response.headers(), head.protocolVersion(), keepAlive);
        return response;
    }

    /** Writes what there is; true when nothing more comes. */
    boolean sendTo(Channel channel) {
        for (HttpObject next = outgoing.poll(); next != null; next = outgoing.poll()) {
            channel.write(next);
        }
        return complete;
    }

    boolean keepsAlive() {
        return keepAlive;
    }

    /** The client has gone. */
    void abandon(@Nullable IOException why) {
        if (state.compareAndSet(State.OPEN, State.ABANDONED)) {
            handling.abandoned(why);
        }
    }
}
