package dev.parley.transport.socket;

import dev.parley.transport.Transport;

/** Unix sockets, where each connection that is made has a loop of its own. */
class OwnLoopUnixTest extends UnixTest {
    @Override
    protected Transport newTransport() {
        return new OwnLoops();
    }
}
