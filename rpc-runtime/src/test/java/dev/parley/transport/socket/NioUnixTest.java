package dev.parley.transport.socket;

import dev.parley.transport.Transport;
import dev.parley.transport.netty.EventLoops;
import dev.parley.transport.netty.NioKind;
import java.util.Map;

/** Unix sockets where epoll is not there. */
class NioUnixTest extends UnixTest {
    private static final EventLoops LOOPS = new EventLoops(new NioKind());

    @Override
    protected Transport newTransport() {
        return new SocketTransport(LOOPS);
    }

    @Override
    Map<String, String> expectedPeer() {
        return Map.of();
    }
}
