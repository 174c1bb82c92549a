package dev.parley.transport.netty;

import dev.parley.frame.Frame;
import dev.parley.framing.FrameReader;
import dev.parley.framing.FramingSession;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.ConnectionLife;
import dev.parley.transport.life.FrameInput;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Frames over a channel of bytes. All of its state but the life's belongs to its event loop's thread; whatever other threads ask
 * for becomes a task there. The handler is called from read events and tasks only, never from within a call that it, or
 * another connection's handler, made to us.
 */
public final class NettyConnection extends ChannelInboundHandlerAdapter implements DuplexConnection {
    /** How often a handler that was told to wait is looked at again, in case other connections freed memory. */
    private static final long PRESSED_MILLIS = 50;

    private static final System.Logger LOG = System.getLogger("dev.parley.transport.netty");

    private final Acceptor acceptor;
    private final Beginning beginning;
    private final FramingSession framing;
    private final FrameWriter writer;
    private final TransportOptions options;
    private final ConnectionLife life;
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    private final Runnable drain = this::drain;

    private @Nullable ChannelHandlerContext context;
    private @Nullable FrameInput input;
    private @Nullable ScheduledFuture<?> lastTimer;
    private boolean inRead;

    /**
     * Whether the channel forgets that it is registered when its input ends, as Netty's epoll does (4.2.18): to wait for room to
     * write fails from then on, and the rest of an answer is lost. It has to be registered again before it is written to.
     */
    private boolean losesRegistration;

    private boolean registering;
    private boolean autoRead = true;
    private boolean pressed;

    /** What happens before a connection is handed to anybody. */
    public interface Beginning {
        /** The channel is connected: what is known of it? */
        ConnectionInfo describe(Channel channel);

        /** The acceptor took the connection over. */
        void succeeded(NettyConnection connection);

        /** The acceptor threw. */
        void failed(Throwable cause);
    }

    /** A connection that begins when its channel is active. */
    public NettyConnection(TransportOptions options, Acceptor acceptor, Beginning beginning) {
        this.acceptor = acceptor;
        this.beginning = beginning;
        this.options = options;
        this.framing = options.framing().session(options.maxFrame(), options.maxDepth());
        this.life = new ConnectionLife(LOG, options.maxUnsent(), () -> loop().execute(this::beginClose));
        this.writer = new FrameWriter(framing, life.unsent());
    }

    // ---- for any thread

    @Override
    public ConnectionInfo info() {
        return life.info();
    }

    @Override
    public void send(Frame frame) {
        if (life.isClosing()) {
            return;
        }
        if (!loop().inEventLoop()) {
            writer.offer(frame.keep());
            scheduleDrain();
        } else if (!life.isOver()) {
            gather(frame);
        }
    }

    private void gather(Frame frame) {
        try {
            writer.gatherOffered(context());
            writer.gather(context(), frame);
            if (!inRead) {
                scheduleDrain();
            } else {
                writer.flushEarly(context());
            }
        } catch (OutOfMemoryError e) {
            life.outOfMemory(e);
        }
    }

    @Override
    public boolean survivesGarbage() {
        return framing.survivesGarbage();
    }

    @Override
    public long unsentBytes() {
        return life.unsent().bytes();
    }

    @Override
    public void setReading(boolean reading) {
        life.setReading(reading);
        loop().execute(this::updateReading);
    }

    @Override
    public void close(CloseReason reason) {
        life.close(reason);
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

    private FrameInput input() {
        return begun(input);
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
        losesRegistration = !(ctx.channel() instanceof AbstractNioChannel);
        ctx.channel().config().setWriteBufferWaterMark(new WriteBufferWaterMark(life.lowWater(), life.highWater()));
        long limit = options.partialFrameTimeout().toNanos();
        PartialFrameTimer timer = new PartialFrameTimer(ctx.executor(), limit, () -> input().timedOut(limit));
        input = new FrameInput(life, framing.splitter(), options.maxFrame(), SpareArrays.OF_THREAD, timer);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        try {
            life.begin(beginning.describe(ctx.channel()));
            life.handler(acceptor.connected(this));
        } catch (Throwable e) { // an acceptor's fault must not take the event loop with it
            life.end();
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
            while (in.isReadable() && !life.isClosing()) {
                int length = Math.min(in.readableBytes(), FrameReader.MOST_AT_ONCE);
                in.readBytes(input().room(length), input().roomFrom(), length);
                input().received(length);
            }
        } catch (OutOfMemoryError e) {
            life.outOfMemory(e);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        inRead = false;
        if (!life.isOver()) {
            flush();
            updateReading();
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
            if (life.isOver()) {
                ctx.close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (life.isOver() || cause instanceof ClosedChannelException) {
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "The connection to " + life.peerName() + " failed", cause);
        }
        life.lost(new IOException("the connection to " + life.peerName() + " broke: " + Reason.of(cause), cause));
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!life.isLost() && !life.isClosing()) {
            inputOver();
        }
        finish();
        if (lastTimer != null) {
            lastTimer.cancel(false);
        }
    }

    // ---- tasks

    private void drain() {
        drainScheduled.set(false);
        if (life.isOver()) {
            writer.release();
            return;
        }
        try {
            writer.gatherOffered(context());
        } catch (OutOfMemoryError e) {
            life.outOfMemory(e);
        }
        flush();
        updateReading();
    }

    private void flush() {
        send();
        life.updateWritable();
        if (!pressed && life.unsent().isPressed()) {
            pressed = true;
            loop().schedule(this::lookAgain, PRESSED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends what was gathered, once the channel can be told when it may send the rest. */
    private void send() {
        if (registering) {
            return; // and sends then
        }
        Channel channel = context().channel();
        if (input().hasEnded() && losesRegistration && writer.startsToSend(context())) {
            registering = true;
            channel.deregister().addListener(gone -> loop().register(channel).addListener(this::registered));
        } else {
            writer.flush(context());
        }
    }

    private void registered(Future<?> registration) {
        registering = false;
        if (registration.isSuccess()) {
            writer.flush(context());
            context().flush();
            life.updateWritable();
        } else {
            context().close();
        }
    }

    private void lookAgain() {
        pressed = false;
        if (!life.isOver()) {
            flush();
            updateReading();
        }
    }

    /**
     * Reads as long as the handler wants frames, and a little further where the channel would not notice otherwise that its peer has
     * gone.
     */
    private void updateReading() {
        if (life.isClosing() || life.isOver()) {
            return;
        }
        boolean wanted = life.wantsFrames();
        boolean reads = wanted || input().hasRoom();
        if (reads != autoRead
                && !input().hasEnded()) { // at the end of the input Netty's epoll fails when asked to read
            autoRead = reads;
            context().channel().config().setAutoRead(reads);
        }
        if (wanted && input().isHoldingBack()) {
            input().resume();
            send();
        }
    }

    private void inputOver() {
        if (losesRegistration) {
            // After some writes it would stop waiting for room, to let others have a turn, and forget its registration
            // again.
            context().channel().config().setWriteSpinCount(Integer.MAX_VALUE);
        }
        input().ended(End.CLOSED_BY_PEER);
        if (!life.isClosing() && !life.isOver()) {
            flush();
        }
    }

    private void beginClose() {
        input().stop();
        if (life.isOver()) {
            return;
        }
        ChannelHandlerContext ctx = context();
        try {
            writer.gatherOffered(ctx);
        } catch (OutOfMemoryError e) {
            life.outOfMemory(e);
        }
        lastTimer = loop().schedule(() -> ctx.close(), ConnectionLife.FLUSH_SECONDS, TimeUnit.SECONDS);
        send();
        if (registering) {
            writer.write(ctx);
        }
        ctx.write(Unpooled.EMPTY_BUFFER).addListener(this::flushed);
        if (!registering) {
            ctx.flush();
        }
    }

    /** All was sent: says so to the peer, and waits a little for its end. */
    private void flushed(Future<?> flush) {
        Channel channel = context().channel();
        if (life.isOver()) {
            return;
        }
        begun(lastTimer).cancel(false);
        if (!flush.isSuccess() || input().hasEnded() || !(channel instanceof DuplexChannel duplex)) {
            channel.close();
            return;
        }
        duplex.shutdownOutput();
        lastTimer = loop().schedule(() -> channel.close(), ConnectionLife.LINGER_MILLIS, TimeUnit.MILLISECONDS);
        channel.config().setAutoRead(true);
        finish();
    }

    private void finish() {
        input().stop();
        writer.release();
        life.end();
    }
}
