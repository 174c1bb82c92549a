package dev.parley.transport.life;

import dev.parley.frame.Frame;
import dev.parley.framing.FrameReader;
import dev.parley.framing.Splitter;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.End;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The input of a connection that carries bare bytes: finds the frames in there, holds them back while the handler wants none,
 * and sees that a frame does not stay half received. For the connection's reading thread alone.
 */
public final class FrameInput implements FrameReader.Sink {
    /** Watches that a frame does not stay half received. */
    public interface Watch {
        /** Tells whether a part of a frame is held, and whether it is another than the last time. */
        void update(boolean partial, boolean another);
    }

    /**
     * How much is read ahead while the handler wants nothing: a transport that stops reading may not notice that its peer has gone.
     */
    public static final int READ_AHEAD = 1 << 16;

    private final ConnectionLife life;
    private final FrameReader reader;
    private final Watch watch;
    private @Nullable End end;

    /** An input from its first byte on. */
    public FrameInput(ConnectionLife life, Splitter splitter, int maxFrame, FrameReader.Spares spares, Watch watch) {
        this.life = life;
        this.reader = new FrameReader(splitter, maxFrame, spares);
        this.watch = watch;
    }

    /** The array into which so many bytes may be put from {@link #roomFrom()} on; see {@link FrameReader#room}. */
    public byte[] room(int length) {
        return reader.room(length);
    }

    /** Where in that array the bytes go. */
    public int roomFrom() {
        return reader.roomFrom();
    }

    /** So many bytes were put into the room. */
    public void received(int length) {
        act(() -> reader.received(length, this));
    }

    /** Hands over what was held back, as far as it is wanted. */
    public void resume() {
        act(() -> reader.resume(this));
    }

    /** The peer sends nothing more. */
    public void ended(End how) {
        if (end == null) {
            end = how;
            act(() -> reader.endInput(this));
        }
    }

    /** Whether the peer sends nothing more. */
    public boolean hasEnded() {
        return end != null;
    }

    /** Whether there is room to read ahead. */
    public boolean hasRoom() {
        return reader.held() < READ_AHEAD;
    }

    /** Whether bytes are held that the handler did not want. */
    public boolean isHoldingBack() {
        return reader.isHoldingBack();
    }

    private void act(Runnable hand) {
        if (life.isClosing() || life.isOver()) {
            return;
        }
        life.run(() -> {
            hand.run();
            if (life.isClosing() || life.isOver()) {
                return;
            }
            watch.update(reader.isPartial(), reader.movedOn());
            if (end != null && reader.isDone()) {
                life.inputEnded(end);
            }
        });
    }

    /** A part of a frame has been held for too long. */
    public void timedOut(long limitNanos) {
        if (!life.isClosing() && !life.isOver()) {
            reader.stop();
            life.run(() -> life.unreadable(
                    new UnreadableException(
                            UnreadableException.Rule.TIME,
                            "the message was not complete within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms"),
                    false));
        }
    }

    /** Drops what is held; nothing more is handed over. */
    public void stop() {
        reader.stop();
        watch.update(false, false);
    }

    @Override
    public boolean wantsMore() {
        return life.wantsFrames();
    }

    @Override
    public void found(Frame frame) {
        life.frame(frame);
    }

    @Override
    public void foundUnreadable(UnreadableException problem, boolean goesOn) {
        life.unreadable(problem, goesOn);
    }
}
