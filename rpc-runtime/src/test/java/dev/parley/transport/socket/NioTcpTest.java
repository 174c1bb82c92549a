package dev.parley.transport.socket;

import dev.parley.transport.Transport;
import dev.parley.transport.netty.EventLoops;
import dev.parley.transport.netty.NioKind;

/** TCP where epoll is not there. */
class NioTcpTest extends TcpTest {
    private static final EventLoops LOOPS = new EventLoops(new NioKind());

    @Override
    protected Transport newTransport() {
        return new SocketTransport(LOOPS);
    }
}
