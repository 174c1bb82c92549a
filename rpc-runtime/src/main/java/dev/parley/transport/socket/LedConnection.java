package dev.parley.transport.socket;

import dev.parley.frame.Frame;
import dev.parley.framing.FramingSession;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.ConnectionLife;
import dev.parley.transport.life.FrameInput;
import dev.parley.transport.netty.Reason;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One socket that a caller works for while it waits for its answer. All of its state but the life's belongs to the thread that
 * leads; whatever others ask for waits until {@link #catchUp}. The handler is never called from within a call that it made to
 * us.
 */
final class LedConnection implements DuplexConnection, Lead.Work {
    /** How often a handler that was told to wait is looked at again, in case other connections freed memory. */
    private static final long PRESSED_MILLIS = 50;

    private static final System.Logger LOG = System.getLogger("dev.parley.transport.socket");

    private final SocketChannel channel;
    private final ConnectionLife life;
    private final Lead lead;
    private final FramingSession framing;
    private final LedInput bytes = new LedInput();
    private final LedWriter writer;
    private final LedTimes times;
    private final FrameInput input;
    private final long partialFrameNanos;
    private final boolean callersMayRead;
    private final Runnable onEnd;
    private boolean handingOver;
    private boolean closeBegun;
    private boolean channelClosed;

    LedConnection(
            SocketChannel channel, ConnectionInfo info, TransportOptions options, Watcher watcher, Runnable onEnd) {
        this.channel = channel;
        this.onEnd = onEnd;
        this.callersMayRead = options.callersMayRead();
        this.lead = new Lead(channel, this, watcher);
        this.life = new ConnectionLife(LOG, options.maxUnsent(), lead::ask);
        this.framing = options.framing().session(options.maxFrame(), options.maxDepth());
        this.writer = new LedWriter(framing, life.unsent());
        this.partialFrameNanos = options.partialFrameTimeout().toNanos();
        this.times = new LedTimes(partialFrameNanos);
        this.input = new FrameInput(life, framing.splitter(), options.maxFrame(), bytes, times);
        life.begin(info);
    }

    /** Hands the connection to an acceptor; from then on it is watched. */
    void begin(Acceptor acceptor) throws IOException {
        lead.begin(() -> life.handler(acceptor.connected(this)));
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
        if (lead.isLeader()) {
            writer.gatherOffered();
            writer.gather(frame);
            life.unsent().gathered(writer.unsent());
        } else {
            writer.offer(frame.keep());
            lead.ask();
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
        lead.ask();
    }

    @Override
    public void close(CloseReason reason) {
        life.close(reason);
    }

    @Override
    public <F extends Future<?>> F lead(Supplier<F> call) {
        return callersMayRead ? lead.lead(call) : call.get();
    }

    @Override
    public boolean isWanted() {
        return life.isClosing() || life.isWaiting();
    }

    // ---- for the thread that leads

    @Override
    public boolean isHandingOver() {
        return handingOver;
    }

    @Override
    public boolean hasUnsent() {
        return writer.unsent() > 0;
    }

    @Override
    public long millisToNext(long most) {
        return times.millisToNext(life.unsent().isPressed() ? Math.min(PRESSED_MILLIS, most) : most);
    }

    @Override
    public void catchUp() {
        if (life.isOver()) {
            writer.release();
            return;
        }
        writer.gatherOffered();
        if (life.isClosing()) {
            beginClose();
        }
    }

    @Override
    public int prepare() {
        if (channelClosed) {
            return 0;
        }
        if (hasUnsent()) {
            flush();
        }
        life.unsent().gathered(writer.unsent());
        if (closeBegun && !life.isOver() && !hasUnsent()) {
            flushed();
        }
        tell(life::updateWritable);
        if (life.wantsFrames() && input.isHoldingBack()) {
            tell(input::resume);
        }
        boolean reads = (life.wantsFrames() || life.isOver() || input.hasRoom()) && !input.hasEnded();
        return (reads ? SelectionKey.OP_READ : 0) | (hasUnsent() ? SelectionKey.OP_WRITE : 0);
    }

    private void flush() {
        try {
            writer.flush(channel);
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public boolean read() {
        if (channelClosed) {
            return false;
        }
        int length;
        try {
            length = bytes.read(channel);
        } catch (IOException e) {
            failed(e);
            return true;
        }
        if (length < 0) {
            tell(() -> input.ended(End.CLOSED_BY_PEER));
            if (life.isOver()) {
                closeChannel();
            }
        } else if (length > 0 && !life.isClosing()) {
            bytes.copyTo(input.room(length), input.roomFrom(), length);
            tell(() -> input.received(length));
        }
        return length != 0;
    }

    @Override
    public void tick() {
        if (times.isEndOver()) {
            closeChannel();
        }
        if (times.takePartialOver()) {
            tell(() -> input.timedOut(partialFrameNanos));
        }
    }

    /** Marks what may call the handler: what it calls in turn must not wait for this thread to read. */
    private void tell(Runnable act) {
        boolean outer = handingOver;
        handingOver = true;
        try {
            act.run();
        } finally {
            handingOver = outer;
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (cause instanceof VirtualMachineError) {
            life.outOfMemory(cause);
        } else if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "The connection to " + life.peerName() + " failed", cause);
        }
        life.lost(new IOException("the connection to " + life.peerName() + " broke: " + Reason.of(cause), cause));
        closeChannel();
    }

    // ---- the end

    private void beginClose() {
        if (!closeBegun) {
            closeBegun = true;
            input.stop();
            times.endIn(ConnectionLife.FLUSH_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** All was sent: says so to the peer, and waits a little for its end. */
    private void flushed() {
        if (input.hasEnded()) {
            closeChannel();
            return;
        }
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            closeChannel(); // the peer is gone already
            return;
        }
        times.endIn(ConnectionLife.LINGER_MILLIS, TimeUnit.MILLISECONDS);
        finish();
    }

    private void closeChannel() {
        if (channelClosed) {
            return;
        }
        channelClosed = true;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection to " + life.peerName() + " could not be closed", e);
        }
        finish();
        lead.close();
        onEnd.run();
    }

    private void finish() {
        input.stop();
        writer.release();
        bytes.release();
        tell(life::end);
    }
}
