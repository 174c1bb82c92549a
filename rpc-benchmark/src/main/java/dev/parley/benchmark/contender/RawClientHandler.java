package dev.parley.benchmark.contender;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Sends prepared requests, those of one read in one write; the answers come in the same order. For the event loop. */
final class RawClientHandler extends ChannelInboundHandlerAdapter {
    private record Waiting(Client.Outcome outcome, int replyLength) {}

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable ByteBuf out;
    private boolean reading;
    private int length;

    void send(ChannelHandlerContext context, byte[] request, int replyLength, Client.Outcome outcome) {
        waiting.add(new Waiting(outcome, replyLength));
        ByteBuf buffer = out;
        if (buffer == null) {
            buffer = context.alloc().ioBuffer(request.length);
            out = buffer;
        }
        buffer.writeBytes(request);
        if (!reading) {
            flush(context);
        }
    }

    private void flush(ChannelHandlerContext context) {
        ByteBuf buffer = out;
        if (buffer != null) {
            out = null;
            context.writeAndFlush(buffer, context.voidPromise());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        reading = true;
        try {
            int from = in.readerIndex();
            int end = in.writerIndex();
            for (int feed = in.indexOf(from, end, (byte) '\n'); feed >= 0; feed = in.indexOf(from, end, (byte) '\n')) {
                length += feed + 1 - from;
                from = feed + 1;
                answered();
            }
            length += end - from;
        } finally {
            in.release();
        }
    }

    private void answered() {
        Waiting call = waiting.remove();
        boolean right = length == call.replyLength();
        length = 0;
        call.outcome().ended(right);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        flush(context);
    }
}
