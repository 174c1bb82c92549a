package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.frame.Frame;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that ends closes its output first, and its exit code comes after that. */
@Timeout(60)
class ReasonsTest {
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");
    private static final End EXITED = new End.ClosedByPeer(new CloseReason(CloseReason.Kind.FAILED, "exit code 3"));

    /** A connection of which the test says how it ends. */
    private record Controlled() implements DuplexConnection {
        @Override
        public ConnectionInfo info() {
            return new ConnectionInfo("pipe", "here", "there");
        }

        @Override
        public void send(Frame frame) {}

        @Override
        public long unsentBytes() {
            return 0;
        }

        @Override
        public void close(CloseReason reason) {}

        @Override
        public void setReading(boolean reading) {}
    }

    private final Peer peer = Peer.accepted(Peer.builder().setup(), new Controlled());

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(End.CLOSED_BY_PEER, EXITED, "closed by the peer: exit code 3"),
                Arguments.of(EXITED, End.CLOSED_HERE, "closed by the peer: exit code 3"),
                Arguments.of(End.CLOSED_BY_PEER, End.CLOSED_HERE, "closed by the peer"),
                Arguments.of(End.CLOSED_BY_PEER, new End.Lost(new IOException("reset")), "lost: reset"),
                Arguments.of(EXITED, new End.Lost(new IOException("reset")), "closed by the peer: exit code 3"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void theEndThatKnowsMostIsKept(End ofInput, End ofAll, String text) {
        peer.handler().inputEnded(ofInput);
        peer.handler().ended(ofAll);
        assertThatThrownBy(() -> peer.call(WAIT, JsonValue.array()))
                .isInstanceOf(RpcConnectionException.class)
                .hasMessage("the connection to pipe there was " + text);
    }

    @Test
    void callsThatWaitLearnTheReasonOfTheirEnd() {
        CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
        peer.handler().inputEnded(EXITED);
        assertThatThrownBy(call::join)
                .cause()
                .isInstanceOf(RpcConnectionException.class)
                .hasMessage("the connection to pipe there was closed by the peer: exit code 3");
    }
}
