package dev.parley.benchmark.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** One hostile peer: sends as fast as it can, and reads nothing. */
final class Attacker implements Runnable {
    private static final int BLOCK = 1 << 16;
    private static final long RESET_NANOS = 1_000_000_000L;

    private final Attack attack;
    private final int port;
    private final long until;
    private final AtomicLong sent;

    Attacker(Attack attack, int port, long until, AtomicLong sent) {
        this.attack = attack;
        this.port = port;
        this.until = until;
        this.sent = sent;
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() < until) {
                attackOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attackOnce() throws InterruptedException {
        long end = attack.resets() ? Math.min(until, System.nanoTime() + RESET_NANOS) : until;
        try (SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            channel.configureBlocking(false);
            send(channel, end);
            while (System.nanoTime() < end) {
                Thread.sleep(5);
            }
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            Thread.sleep(100); // it was thrown out, and comes back
        }
    }

    private void send(SocketChannel channel, long end) throws IOException, InterruptedException {
        byte[] message = attack.message();
        int each = Math.max(1, Math.min(attack.times(), BLOCK / message.length));
        ByteBuffer block = ByteBuffer.allocateDirect(each * message.length);
        for (int i = 0; i < each; i++) {
            block.put(message);
        }
        for (long left = attack.times(); left > 0 && System.nanoTime() < end; left -= each) {
            block.rewind().limit((int) Math.min(left, each) * message.length);
            while (block.hasRemaining() && System.nanoTime() < end) {
                int written = channel.write(block);
                sent.addAndGet(written);
                if (written == 0) {
                    Thread.sleep(1);
                }
            }
        }
    }
}
