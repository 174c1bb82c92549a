package dev.parley.transport.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops a listener from accepting while it holds as many connections as it may, those that it is refusing included. Further peers
 * wait where the system keeps them.
 */
final class AcceptLimit extends ChannelInboundHandlerAdapter {
    private final int most;
    private final AtomicInteger accepted = new AtomicInteger();

    AcceptLimit(int most) {
        this.most = most;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel listener = ctx.channel();
        if (accepted.incrementAndGet() >= most) {
            listener.config().setAutoRead(false);
            if (accepted.get() < most) { // one of them closed meanwhile, and did not see that we stopped
                listener.config().setAutoRead(true);
            }
        }
        ((Channel) message).closeFuture().addListener(closed -> {
            if (accepted.decrementAndGet() < most && !listener.config().isAutoRead()) {
                listener.eventLoop().execute(() -> listener.config().setAutoRead(true));
            }
        });
        ctx.fireChannelRead(message);
    }
}
