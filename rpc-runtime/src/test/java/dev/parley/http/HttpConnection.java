package dev.parley.http;

import dev.parley.framing.UnreadableException;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.ExchangeHandler.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection that is kept alive: its requests are answered in order. */
final class HttpConnection extends SimpleChannelInboundHandler<HttpObject> {
    /** How many requests may wait for their answers. */
    static final int MAX_WAITING = 100;

    /** How long a client may take to read the last answer before the connection is reset. */
    private static final int LINGER_MILLIS = 1000;

    private final SocketChannel channel;
    private final HttpListener listener;
    private final HeadGuard guard;
    private final Deque<HttpExchange> waiting = new ArrayDeque<>();
    private ConnectionInfo info = new ConnectionInfo("testhttp", "", "");
    private String type = "application/json";
    private @Nullable ExchangeHandler handler;
    private @Nullable HttpExchange incoming;
    private @Nullable Future<?> deadline;

    /** Set once no further requests are accepted. */
    private boolean deaf;

    private boolean finishing;
    private End end = End.CLOSED_BY_PEER;

    HttpConnection(SocketChannel channel, HttpListener listener) {
        this.channel = channel;
        this.listener = listener;
        this.guard = new HeadGuard(listener.path(), listener.settings());
    }

    ConnectionInfo info() {
        return info;
    }

    /** The media type of the connection's messages. */
    String type() {
        return type;
    }

    HttpResponseStatus status(Outcome outcome) {
        return listener.settings().statuses().apply(outcome);
    }

    void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    // What comes in.

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (!deaf && message.decoderResult().isFailure()) {
            malformed(message);
        } else if (!deaf && message instanceof HttpRequest head) {
            begin(head);
        }
        if (!deaf && message instanceof HttpContent content) {
            add(content);
        }
    }

    private void malformed(HttpObject message) {
        Throwable why = message.decoderResult().cause();
        HttpResponseStatus status = why instanceof TooLongHttpLineException
                ? HttpResponseStatus.REQUEST_URI_TOO_LONG
                : why instanceof TooLongHttpHeaderException
                        ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                        : HttpResponseStatus.BAD_REQUEST;
        if (incoming != null) {
            stopHearing(CloseReason.Kind.PROTOCOL).refuse(status);
        } else if (message instanceof HttpRequest head) {
            refuse(head, status);
        }
    }

    private void begin(HttpRequest head) {
        HttpResponseStatus refusal = guard.refusal(head);
        if (refusal == null && waiting.size() == MAX_WAITING) {
            refusal = HttpResponseStatus.SERVICE_UNAVAILABLE;
        }
        if (refusal == null && !isOfThisType(head)) {
            refusal = HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        if (refusal != null) {
            refuse(head, refusal);
            return;
        }
        incoming = new HttpExchange(this, head);
        waiting.add(incoming);
        if (HttpUtil.getContentLength(head, 0L) > listener.options().maxFrame()) {
            tooLarge();
            return;
        }
        if (HttpUtil.is100ContinueExpected(head) && waiting.size() == 1) {
            channel.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
        long limit = listener.options().partialFrameTimeout().toMillis();
        if (limit > 0) {
            deadline = channel.eventLoop().schedule(this::tooLate, limit, TimeUnit.MILLISECONDS);
        }
    }

    /** The first request decides how the connection speaks. */
    private boolean isOfThisType(HttpRequest head) {
        String said = HeadGuard.type(head.headers());
        if (handler == null) {
            type = said == null ? type : said;
            info = new ConnectionInfo(
                    "testhttp",
                    text(channel.localAddress()),
                    text(channel.remoteAddress()),
                    Map.of("content-type", type));
            handler = listener.acceptor().exchanges(info);
            return true;
        }
        return said == null || said.equals(type);
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private void add(HttpContent content) {
        HttpExchange exchange = incoming;
        if (exchange == null || handler == null) {
            return;
        }
        if (!exchange.add(content.content(), listener.options().maxFrame())) {
            tooLarge();
        } else if (content instanceof LastHttpContent) {
            incoming = null;
            cancelDeadline();
            if (!exchange.keepsAlive()) {
                deaf = true;
                end = End.CLOSED_HERE;
            }
            exchange.start(handler);
        }
    }

    private void refuse(HttpRequest head, HttpResponseStatus status) {
        incoming = new HttpExchange(this, head);
        waiting.add(incoming);
        stopHearing(CloseReason.Kind.PROTOCOL).refuse(status);
    }

    private void tooLarge() {
        int limit = listener.options().maxFrame();
        unreadable(
                UnreadableException.Rule.SIZE,
                "the message is larger than the limit of " + limit + " bytes",
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    }

    private void tooLate() {
        unreadable(
                UnreadableException.Rule.TIME,
                "the message was not complete in time",
                HttpResponseStatus.REQUEST_TIMEOUT);
    }

    private void unreadable(UnreadableException.Rule rule, String text, HttpResponseStatus status) {
        HttpExchange exchange = stopHearing(CloseReason.Kind.TOO_LARGE);
        if (handler != null) {
            exchange.unreadable(handler, new UnreadableException(rule, text), status);
        }
    }

    /** Nothing that comes later can be told from the body that was refused. */
    private HttpExchange stopHearing(CloseReason.Kind why) {
        HttpExchange last = incoming == null ? waiting.getLast() : incoming;
        incoming = null;
        deaf = true;
        cancelDeadline();
        end = new End.ClosedHere(new CloseReason(why, ""));
        return last;
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    // What goes out.

    /** Writes the answers whose turn it is. */
    void sendInOrder() {
        while (!waiting.isEmpty() && waiting.getFirst().sendTo(channel)) {
            HttpExchange answered = waiting.removeFirst();
            if (!answered.keepsAlive()) {
                deaf = true;
            }
        }
        channel.flush();
        finishIfDone();
    }

    /** The listener closes: what has come as a whole is answered. */
    void goAway() {
        if (!deaf) {
            deaf = true;
            end = new End.ClosedHere(CloseReason.GOING_AWAY);
            if (incoming != null) {
                waiting.remove(incoming);
                incoming = null;
                cancelDeadline();
            }
        }
        finishIfDone();
    }

    /** Ends the output first: a close with unread input would take the last answer away from the client. */
    private void finishIfDone() {
        if (deaf && waiting.isEmpty() && !finishing && channel.isActive()) {
            finishing = true;
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> channel.shutdownOutput());
            channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    // The end.

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        IOException why = new IOException("the client hung up");
        waiting.forEach(exchange -> exchange.abandon(why));
        waiting.clear();
        if (handler != null) {
            handler.ended(end);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        end = new End.Lost(thrown instanceof IOException broken ? broken : new IOException(thrown));
        context.close();
    }
}
