package dev.parley.transport.netty;

import dev.parley.frame.Frame;
import dev.parley.framing.FramingSession;
import dev.parley.transport.life.Unsent;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the frames that one connection sends. Those of other threads wait in a queue without locks until the event
 * loop comes by; there, small frames are laid one behind the other into one buffer, so that many cost one system call.
 * All but {@link #offer} is for the event loop's thread alone.
 */
final class FrameWriter {
    private static final int CHUNK = 1 << 16;
    private static final int LEAST_BUFFER = 256;

    /**
     * How much is sent before all frames of a read are answered. The peer works on these answers while the rest is made:
     * with 64 calls in flight that gave 1.8 times the rate. With much less, system calls take over.
     */
    private static final int EARLY = 2048;

    private final FramingSession framing;
    private final Queue<Frame> queue = new ConcurrentLinkedQueue<>();
    private final Unsent unsent;
    private @Nullable ByteBuf gathered;

    /** The same buffer behind what was gathered; to put a few bytes there costs less than by way of Netty's. */
    private @Nullable ByteBuffer room;

    /** Where the buffer starts in there. */
    private int start;

    /**
     * How much the last flushes held, to choose the next buffer's size: one of 64 KiB for each small answer would hold
     * much more memory than the water marks see when the peer reads slowly.
     */
    private int usual = LEAST_BUFFER;

    FrameWriter(FramingSession framing, Unsent unsent) {
        this.unsent = unsent;
        this.framing = framing;
    }

    /** Takes a kept frame of any thread. */
    void offer(Frame frame) {
        unsent.offer(frame.length());
        queue.add(frame);
    }

    /** Gathers what other threads sent. */
    void gatherOffered(ChannelHandlerContext ctx) {
        for (Frame frame = queue.poll(); frame != null; frame = queue.poll()) {
            gather(ctx, frame);
            unsent.taken(frame.length());
        }
    }

    /** Gathers a frame behind all before it; its bytes are copied. */
    void gather(ChannelHandlerContext ctx, Frame frame) {
        byte[] before = framing.before(frame.length());
        byte[] after = framing.after();
        int length = before.length + frame.length() + after.length;
        if (gathered != null && gatheredBytes() + length > CHUNK) {
            write(ctx);
        }
        ByteBuffer to = roomFor(ctx, length);
        to.put(before);
        to.put(frame.bytes(), frame.from(), frame.length());
        to.put(after);
    }

    private ByteBuffer roomFor(ChannelHandlerContext ctx, int length) {
        ByteBuf buffer = gathered;
        ByteBuffer present = room;
        if (buffer == null || present == null) {
            buffer = ctx.alloc().ioBuffer(Math.max(usual, length));
            gathered = buffer;
        } else if (present.remaining() >= length) {
            return present;
        } else {
            buffer.writerIndex(gatheredBytes());
            buffer.ensureWritable(length);
        }
        int written = buffer.writerIndex();
        ByteBuffer larger = buffer.internalNioBuffer(written, buffer.capacity() - written);
        start = larger.position() - written;
        room = larger;
        return larger;
    }

    private int gatheredBytes() {
        return room == null ? 0 : room.position() - start;
    }

    /** Hands what was gathered to the channel, which sends it with its next flush. */
    void write(ChannelHandlerContext ctx) {
        ByteBuf buffer = gathered;
        if (buffer == null) {
            return;
        }
        int bytes = gatheredBytes();
        buffer.writerIndex(bytes);
        gathered = null;
        room = null;
        int length = Math.min(CHUNK, bytes);
        usual = Math.max(LEAST_BUFFER, length > usual ? length : usual - (usual - length >> 3));
        ctx.write(buffer, ctx.voidPromise());
        count(ctx);
    }

    /** Sends what was gathered, and counts what was not sent. */
    void flush(ChannelHandlerContext ctx) {
        if (gathered != null) {
            write(ctx);
            ctx.flush();
        }
        count(ctx);
    }

    private void count(ChannelHandlerContext ctx) {
        ChannelOutboundBuffer waiting = ctx.channel().unsafe().outboundBuffer();
        unsent.gathered(waiting == null ? 0 : waiting.totalPendingWriteBytes());
    }

    /** Whether there is something to send, and the channel has sent all that it was asked to. */
    boolean startsToSend(ChannelHandlerContext ctx) {
        ChannelOutboundBuffer waiting = ctx.channel().unsafe().outboundBuffer();
        return waiting != null && waiting.size() == 0 && (gathered != null || waiting.totalPendingWriteBytes() > 0);
    }

    /** Sends what was gathered if it is worth a system call by now. */
    void flushEarly(ChannelHandlerContext ctx) {
        if (gathered != null && gatheredBytes() >= EARLY) {
            flush(ctx);
        }
    }

    /** Gives up what was not sent. */
    void release() {
        queue.clear();
        if (gathered != null) {
            gathered.release();
            gathered = null;
            room = null;
        }
    }
}
