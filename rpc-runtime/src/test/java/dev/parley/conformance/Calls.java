package dev.parley.conformance;

import dev.parley.codec.JsonValue;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What tests of calls need again and again. */
public final class Calls {
    private Calls() {}

    /** A handler that says that it began, and ends when it may. */
    public static JsonValue wait(CountDownLatch inside, CountDownLatch release) throws InterruptedException {
        inside.countDown();
        if (!release.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never released");
        }
        return JsonValue.of("waited");
    }

    /** The one peer of a server that somebody connects to just now. */
    public static Peer onlyPeer(RpcServer server) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<Peer> peers = server.peers();
        while (peers.size() != 1 && System.nanoTime() < end) {
            Thread.onSpinWait();
            peers = server.peers();
        }
        return peers.get(0);
    }

    /** How exceptions name a peer's connection. */
    public static String name(Peer peer) {
        return peer.context().transport() + " " + peer.context().remote();
    }
}
