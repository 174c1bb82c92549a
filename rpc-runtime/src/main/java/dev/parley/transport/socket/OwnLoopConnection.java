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
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One socket with a loop of its own. All of its state but the volatile fields belongs to the thread that leads; whatever
 * others ask for waits until {@link #catchUp}. The handler is never called from within a call that it made to us.
 */
final class OwnLoopConnection implements DuplexConnection, FrameReader.Sink, OwnLoop.Work {
    /** How long closing waits for a peer that does not take what was sent before. */
    private static final long FLUSH_SECONDS = 30;

    /** How long a socket that we closed still discards input: closing over unread bytes would reset it, and lose our last. */
    private static final long LINGER_MILLIS = 1000;

    private static final System.Logger LOG = System.getLogger("dev.parley.transport.socket");

    private final SocketChannel channel;
    private final ConnectionInfo info;
    private final OwnLoop loop;
    private final OwnInput input = new OwnInput();
    private final FrameReader reader;
    private final OwnWriter writer;
    private final OwnTimes times;
    private final long partialFrameMillis;
    private final FramingSession framing;

    private @Nullable FrameHandler handler;
    private @Nullable IOException why;

    private boolean handingOver;
    private boolean inputOver;
    private boolean inputEndTold;
    private boolean toldWritable = true;
    private boolean closeBegun;
    private boolean channelClosed;
    private volatile boolean over;
    private volatile boolean reading = true;
    private volatile boolean readingAsked;
    private volatile boolean closing;

    /** Why this end closes; written before {@link #closing}. */
    private CloseReason closeReason = CloseReason.NORMAL;

    OwnLoopConnection(SocketChannel channel, Selector selector, ConnectionInfo info, TransportOptions options) {
        this.channel = channel;
        this.info = info;
        this.loop = new OwnLoop(selector, channel.keyFor(selector), this, "parley-own-loop");
        this.framing = options.framing().session(options.maxFrame(), options.maxDepth());
        this.reader = new FrameReader(framing.splitter(), options.maxFrame(), input);
        this.writer = new OwnWriter(framing);
        this.times = new OwnTimes(options.partialFrameTimeout().toNanos());
        this.partialFrameMillis = options.partialFrameTimeout().toMillis();
    }

    /** Hands the connection to an acceptor; from then on the loop runs. */
    void begin(Acceptor acceptor) {
        loop.begin(() -> handler = acceptor.connected(this));
    }

    private FrameHandler handler() {
        FrameHandler present = handler;
        if (present == null) {
            throw new IllegalStateException("the connection has not begun");
        }
        return present;
    }

    // ---- for any thread

    @Override
    public ConnectionInfo info() {
        return info;
    }

    @Override
    public void send(Frame frame) {
        if (closing) {
            return;
        }
        if (loop.isLeader()) {
            writer.gatherOffered();
            writer.gather(frame);
        } else {
            writer.offer(frame.keep());
            loop.ask();
        }
    }

    @Override
    public boolean survivesGarbage() {
        return framing.survivesGarbage();
    }

    @Override
    public void setReading(boolean reading) {
        this.reading = reading;
        readingAsked = true;
        loop.ask();
    }

    @Override
    public long unsentBytes() {
        return writer.allUnsent();
    }

    @Override
    public void close(CloseReason reason) {
        if (!closing) {
            closeReason = reason;
            closing = true;
            loop.ask();
        }
    }

    @Override
    public <F extends Future<?>> F lead(Supplier<F> call) {
        return loop.lead(call);
    }

    @Override
    public boolean isWanted() {
        return closing || handler().isWaiting();
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
        return times.millisToNext(most);
    }

    @Override
    public void catchUp() {
        if (over) {
            writer.release();
            return;
        }
        writer.gatherOffered();
        if (closing) {
            beginClose();
        } else if (readingAsked) {
            readingAsked = false;
            if (reading) {
                call(() -> reader.resume(this));
            }
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
        if (closeBegun && !over && !hasUnsent()) {
            flushed();
        }
        tellWritable();
        boolean reads = (reading || over) && !inputOver;
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
    public void ready(int operations) {
        if ((operations & SelectionKey.OP_READ) != 0) {
            read();
        }
        if (times.isEndOver()) {
            closeChannel();
        }
        if (times.takePartialOver()) {
            call(this::partialFrameTimedOut);
        }
    }

    private void read() {
        int length;
        try {
            length = input.read(channel);
        } catch (IOException e) {
            failed(e);
            return;
        }
        if (length < 0) {
            inputOver();
        } else if (!closing) {
            call(() -> takeRead(length));
        }
    }

    private void takeRead(int length) {
        input.copyTo(reader.room(length), reader.roomFrom(), length);
        reader.received(length, this);
    }

    private void inputOver() {
        inputOver = true;
        if (over) {
            closeChannel();
        } else if (!closing) {
            call(() -> reader.endInput(this));
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.log(System.Logger.Level.ERROR, "The connection to " + info.remote() + " failed", cause);
        }
        if (!over && why == null) {
            why = new IOException("the connection to " + info.remote() + " broke: " + Reason.of(cause), cause);
        }
        closeChannel();
    }

    // ---- what the handler is told

    /** Runs what may call the handler, and then tells what has to be told besides. */
    private void call(Runnable act) {
        handingOver = true;
        try {
            act.run();
            if (closing || over) {
                return;
            }
            times.partial(reader.isPartial(), reader.movedOn());
            if (inputOver && reader.isDone() && !inputEndTold) {
                inputEndTold = true;
                handler().inputEnded(End.CLOSED_BY_PEER);
            }
        } catch (Throwable e) { // whatever a handler throws must not take the thread with it, which may be a caller's
            handlerFailed(e);
        } finally {
            handingOver = false;
        }
    }

    @Override
    public boolean wantsMore() {
        return reading && !closing;
    }

    @Override
    public void found(Frame frame) {
        handler().frame(frame);
    }

    @Override
    public void foundUnreadable(UnreadableException problem, boolean goesOn) {
        handler().unreadable(problem, goesOn);
    }

    private void partialFrameTimedOut() {
        if (!closing && !over) {
            reader.stop();
            handler()
                    .unreadable(
                            new UnreadableException(
                                    UnreadableException.Rule.TIME,
                                    "the message was not complete within " + partialFrameMillis + " ms"),
                            false);
        }
    }

    private void tellWritable() {
        long unsent = writer.unsent();
        boolean writable = unsent <= (toldWritable ? SocketSetup.WATER_MARKS.high() : SocketSetup.WATER_MARKS.low());
        if (writable != toldWritable && !closing && !over) {
            toldWritable = writable;
            call(() -> handler().writable(writable));
        }
    }

    private void handlerFailed(Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "The handler of the connection to " + info.remote() + " failed", e);
        if (why == null) {
            why = new IOException("the connection was closed because its handler failed", e);
        }
        close();
    }

    // ---- the end

    private void beginClose() {
        if (!closeBegun) {
            closeBegun = true;
            reader.stop();
            times.stopWatching();
            times.endIn(FLUSH_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** All was sent: says so to the peer, and waits a little for its end. */
    private void flushed() {
        if (inputOver) {
            closeChannel();
            return;
        }
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            closeChannel(); // the peer is gone already
            return;
        }
        times.endIn(LINGER_MILLIS, TimeUnit.MILLISECONDS);
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
            LOG.log(System.Logger.Level.DEBUG, "The connection to " + info.remote() + " could not be closed", e);
        }
        finish();
        loop.close();
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
        times.stopWatching();
        writer.release();
        input.release();
        handingOver = true;
        try {
            handler().ended(end());
        } catch (Throwable e) { // see call()
            LOG.log(System.Logger.Level.ERROR, "The handler of the connection to " + info.remote() + " failed", e);
        } finally {
            handingOver = false;
        }
    }
}
