package dev.parley.transport.socket;

import dev.parley.transport.Transport;

/** TCP where epoll is not there. */
class NioTcpTest extends TcpTest {
    private static final EventLoops LOOPS = new EventLoops(new NioKind());

    @Override
    protected Transport newTransport() {
        return new SocketTransport(LOOPS);
    }
}
