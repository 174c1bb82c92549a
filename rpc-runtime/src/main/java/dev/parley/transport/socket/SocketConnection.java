package dev.parley.transport.socket;

import dev.parley.frame.Frame;
import dev.parley.framing.FrameReader;
import dev.parley.framing.FramingSession;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.TransportOptions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One socket. All of its state but the volatile fields belongs to its event loop's thread; whatever other threads ask
 * for becomes a task there. The handler is called from read events and tasks only, never from within a call that it, or
 * another connection's handler, made to us.
 */
final class SocketConnection extends ChannelInboundHandlerAdapter implements DuplexConnection, FrameReader.Sink {
    /** How long closing waits for a peer that does not take what was sent before. */
    private static final long FLUSH_SECONDS = 30;

    /** How long a socket that we closed still discards input: closing over unread bytes would reset it, and lose our last. */
    private static final long LINGER_MILLIS = 1000;

    private static final System.Logger LOG = System.getLogger("dev.parley.transport.socket");

    private final Acceptor acceptor;
    private final Beginning beginning;
    private final FramingSession framing;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final long partialFrameNanos;
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    private final Runnable drain = this::drain;

    private @Nullable ChannelHandlerContext context;
    private @Nullable ConnectionInfo info;
    private @Nullable FrameHandler handler;
    private @Nullable PartialFrameTimer partialFrameTimer;
    private @Nullable ScheduledFuture<?> lastTimer;
    private @Nullable IOException why;
    private boolean inRead;

    /** Not on the one channel that drops what it has not sent when its input ends: it would fill up sooner. */
    private boolean sendsEarly;

    private boolean inputOver;
    private boolean inputEndTold;
    private boolean toldWritable = true;
    private boolean over;
    private volatile boolean reading = true;
    private volatile boolean closing;

    /** Why this end closes; written before {@link #closing}. */
    private CloseReason closeReason = CloseReason.NORMAL;

    /** What happens before a connection is handed to anybody. */
    interface Beginning {
        /** The channel is connected: what is known of it? */
        ConnectionInfo describe(Channel channel);

        /** The acceptor took the connection over. */
        void succeeded(SocketConnection connection);

        /** The acceptor threw. */
        void failed(Throwable cause);
    }

    SocketConnection(TransportOptions options, Acceptor acceptor, Beginning beginning) {
        this.acceptor = acceptor;
        this.beginning = beginning;
        this.framing = options.framing().session(options.maxFrame(), options.maxDepth());
        this.reader = new FrameReader(framing.splitter(), options.maxFrame(), SpareArrays.OF_THREAD);
        this.writer = new FrameWriter(framing);
        this.partialFrameNanos = options.partialFrameTimeout().toNanos();
    }

    // ---- for any thread

    @Override
    public ConnectionInfo info() {
        return begun(info);
    }

    @Override
    public void send(Frame frame) {
        if (closing) {
            return;
        }
        if (!loop().inEventLoop()) {
            writer.offer(frame.keep());
            scheduleDrain();
        } else if (!over) {
            writer.gatherOffered(context());
            writer.gather(context(), frame);
            if (!inRead) {
                scheduleDrain();
            } else if (sendsEarly) {
                writer.flushEarly(context());
            }
        }
    }

    @Override
    public boolean survivesGarbage() {
        return framing.survivesGarbage();
    }

    @Override
    public void setReading(boolean reading) {
        this.reading = reading;
        loop().execute(this::applyReading);
    }

    @Override
    public long unsentBytes() {
        ChannelOutboundBuffer waiting = context().channel().unsafe().outboundBuffer();
        return writer.unsent() + (waiting == null ? 0 : waiting.totalPendingWriteBytes());
    }

    @Override
    public void close(CloseReason reason) {
        if (!closing) {
            closeReason = reason;
            closing = true;
            loop().execute(this::beginClose);
        }
    }

    private void scheduleDrain() {
        if (!drainScheduled.getAndSet(true)) {
            loop().execute(drain);
        }
    }

    private ChannelHandlerContext context() {
        return begun(context);
    }

    private EventLoop loop() {
        return context().channel().eventLoop();
    }

    private static <T> T begun(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the connection has not begun");
        }
        return value;
    }

    // ---- events of the channel

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        sendsEarly = !(ctx.channel() instanceof NioDomainSocketChannel);
        partialFrameTimer =
                new PartialFrameTimer(ctx.executor(), partialFrameNanos, () -> call(this::partialFrameTimedOut));
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        try {
            info = beginning.describe(ctx.channel());
            handler = acceptor.connected(this);
        } catch (Throwable e) { // an acceptor's fault must not take the event loop with it
            over = true;
            closing = true;
            writer.release();
            beginning.failed(e);
            ctx.close();
            return;
        }
        beginning.succeeded(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        inRead = true;
        try {
            if (!closing) {
                call(() -> read(in));
            }
        } finally {
            in.release();
        }
    }

    private void read(ByteBuf in) {
        while (in.isReadable()) {
            int length = Math.min(in.readableBytes(), FrameReader.MOST_AT_ONCE);
            in.readBytes(reader.room(length), reader.roomFrom(), length);
            reader.received(length, this);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        inRead = false;
        if (!over) {
            writer.flush(ctx);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        scheduleDrain(); // this may be within a handler's call to send()
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            inputOver();
            if (over) {
                ctx.close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (over || cause instanceof ClosedChannelException) {
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "The connection to " + peerName() + " failed", cause);
        }
        if (why == null) {
            why = new IOException("the connection to " + peerName() + " broke: " + Reason.of(cause), cause);
        }
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (why == null && !closing) {
            inputOver();
        }
        finish();
        if (lastTimer != null) {
            lastTimer.cancel(false);
        }
    }

    // ---- what the handler is told

    /** Runs what may call the handler, and then tells what has to be told besides. */
    private void call(Runnable act) {
        try {
            act.run();
            if (closing || over) {
                return;
            }
            begun(partialFrameTimer).update(reader.isPartial(), reader.movedOn());
            if (inputOver && reader.isDone() && !inputEndTold) {
                inputEndTold = true;
                begun(handler).inputEnded(End.CLOSED_BY_PEER);
            }
        } catch (Throwable e) { // whatever a handler throws must not take the event loop with it
            handlerFailed(e);
        }
    }

    @Override
    public boolean wantsMore() {
        return reading && !closing;
    }

    @Override
    public void found(Frame frame) {
        begun(handler).frame(frame);
    }

    @Override
    public void foundUnreadable(UnreadableException problem, boolean goesOn) {
        begun(handler).unreadable(problem, goesOn);
    }

    private void partialFrameTimedOut() {
        if (!closing && !over) {
            reader.stop();
            begun(handler)
                    .unreadable(
                            new UnreadableException(
                                    UnreadableException.Rule.TIME,
                                    "the message was not complete within "
                                            + TimeUnit.NANOSECONDS.toMillis(partialFrameNanos) + " ms"),
                            false);
        }
    }

    private void tellWritable() {
        boolean writable = context().channel().isWritable();
        if (writable != toldWritable && !closing && !over) {
            toldWritable = writable;
            call(() -> begun(handler).writable(writable));
        }
    }

    private void handlerFailed(Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "The handler of the connection to " + peerName() + " failed", e);
        if (why == null) {
            why = new IOException("the connection was closed because its handler failed", e);
        }
        close();
    }

    private String peerName() {
        return info == null ? "a peer" : info.remote();
    }

    // ---- tasks

    private void drain() {
        drainScheduled.set(false);
        if (over) {
            writer.release();
            return;
        }
        writer.gatherOffered(context());
        writer.flush(context());
        tellWritable();
    }

    private void applyReading() {
        if (closing || over) {
            return;
        }
        if (!inputOver) { // there is nothing more to read then, and Netty's epoll fails when asked to
            context().channel().config().setAutoRead(reading);
        }
        if (reading) {
            call(() -> reader.resume(this));
            writer.flush(context());
        }
    }

    private void inputOver() {
        if (!inputOver) {
            inputOver = true;
            if (!closing && !over) {
                call(() -> reader.endInput(this));
                writer.flush(context());
            }
        }
    }

    private void beginClose() {
        reader.stop();
        cancelFrameTimers();
        if (over) {
            return;
        }
        ChannelHandlerContext ctx = context();
        writer.gatherOffered(ctx);
        writer.write(ctx);
        lastTimer = loop().schedule(() -> ctx.close(), FLUSH_SECONDS, TimeUnit.SECONDS);
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(this::flushed);
    }

    /** All was sent: says so to the peer, and waits a little for its end. */
    private void flushed(Future<?> flush) {
        Channel channel = context().channel();
        if (over) {
            return;
        }
        begun(lastTimer).cancel(false);
        if (!flush.isSuccess() || inputOver || !(channel instanceof DuplexChannel duplex)) {
            channel.close();
            return;
        }
        duplex.shutdownOutput();
        lastTimer = loop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        channel.config().setAutoRead(true);
        finish();
    }

    private void cancelFrameTimers() {
        begun(partialFrameTimer).cancel();
    }

    private End end() {
        if (why != null) {
            return new End.Lost(why);
        }
        return inputOver ? End.CLOSED_BY_PEER : new End.ClosedHere(closeReason);
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        closing = true;
        reader.stop();
        writer.release();
        cancelFrameTimers();
        try {
            begun(handler).ended(end());
        } catch (Throwable e) { // see call()
            LOG.log(System.Logger.Level.ERROR, "The handler of the connection to " + peerName() + " failed", e);
        }
    }
}
