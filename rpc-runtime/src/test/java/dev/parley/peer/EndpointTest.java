package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere | "nowhere" is no address: it has to start with a scheme, as in tcp://127.0.0.1:4000
            pigeon://roof | there is no transport for "pigeon://roof": "pigeon" is none of memory, tcp, unix
            tcp://127.0.0.1:1?dialect=3.0 | there is no dialect "3.0"; there are 2.0, 1.0, go
            tcp://127.0.0.1:1?framing=smoke | there is no framing "smoke"; there are line, json
            tcp://127.0.0.1:1?dialekt=go | "tcp://127.0.0.1:1" has the option "dialekt", which is none of dialect, framing
            memory:x?color=red | "memory:x" has the option "color", which is none of dialect, framing, mode
            tcp://127.0.0.1:1?dialect | "tcp://127.0.0.1:1?dialect": the option "dialect" has to be name=value
            """)
    void anAddressThatMakesNoSenseIsRefusedWithWhatWouldBeRight(String uri, String message) {
        assertThatThrownBy(() -> Peer.connect(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> RpcServer.builder().listen(uri).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
