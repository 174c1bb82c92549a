package dev.parley.benchmark.attack;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.peer.Peer;
import java.io.IOException;
import java.util.Arrays;

/** A client that calls two hundred times a second, one call after the other, and notes how long each took. */
final class GoodClient implements Runnable {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.untyped("echo");
    private static final JsonValue HELLO = JsonValue.array(JsonValue.of("hello"));
    private static final long PAUSE_MILLIS = 5;

    private final int port;
    private final long until;
    private long[] nanos = new long[1024];
    private int calls;
    private int lost;

    GoodClient(int port, long until) {
        this.port = port;
        this.until = until;
    }

    @Override
    public void run() {
        try (Peer peer = Peer.connect("tcp://127.0.0.1:" + port)) {
            while (System.nanoTime() < until) {
                call(peer);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            lost++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(Peer peer) {
        long start = System.nanoTime();
        try {
            if (!peer.call(ECHO, HELLO).equals(HELLO)) {
                lost++;
            }
        } catch (RuntimeException e) {
            lost++;
        }
        if (calls == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * calls);
        }
        nanos[calls++] = System.nanoTime() - start;
    }

    int calls() {
        return calls;
    }

    /** Calls that failed, or had a wrong answer. */
    int lost() {
        return lost;
    }

    /** How long all but a part of the calls took at most, in milliseconds. */
    double millis(double part) {
        if (calls == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, calls);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(calls - 1, calls * part)] / 1e6;
    }
}
