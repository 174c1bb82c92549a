package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.serializer.binary.BinarySerializer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @Test
    void aBinarySerializerTakesNoFramingForText() {
        for (String framing : List.of("line", "json")) {
            assertThatThrownBy(() -> Peer.builder()
                            .serializer(BinarySerializer.cbor())
                            .connect("tcp://127.0.0.1:1?framing=" + framing))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"tcp://127.0.0.1:1\" has the framing \"" + framing
                            + "\", which is for text, but the messages of the serializer \"cbor\" are binary; leave it"
                            + " out, or name the framing \"length\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere | "nowhere" is no address: it has to start with a scheme, as in tcp://127.0.0.1:4000
            pigeon://roof | there is no transport for "pigeon://roof": "pigeon" is none of memory, tcp, testhttp, unix
            tcp://127.0.0.1:1?dialect=3.0 | there is no dialect "3.0"; there are 2.0, 1.0, go
            tcp://127.0.0.1:1?framing=smoke | there is no framing "smoke"; there are line, json, length
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
