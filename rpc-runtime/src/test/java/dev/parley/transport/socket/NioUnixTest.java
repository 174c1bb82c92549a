package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.Transport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unix sockets where epoll is not there. */
class NioUnixTest extends UnixTest {
    private static final EventLoops LOOPS = new EventLoops(new NioKind());

    @Override
    protected Transport newTransport() {
        return new SocketTransport(LOOPS);
    }

    /** The one thing that Netty's NIO channel for Unix sockets can't: it closes altogether when its input ends. */
    @Override
    @Test
    void aHalfClosedPeerGetsItsAnswers() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> {}, false);
        try (RawPeer raw = RawPeer.connect(listen(options(), servers).address())) {
            raw.send("one\ntwo").endOutput();
            Recorder server = servers.next();
            assertThat(server.nextText()).isEqualTo("one");
            assertThat(server.nextText()).isEqualTo("two");
            server.awaitInputEnded();
            assertThat(server.awaitEnded()).isEmpty();
        }
    }

    @Override
    Map<String, String> expectedPeer() {
        return Map.of();
    }
}
