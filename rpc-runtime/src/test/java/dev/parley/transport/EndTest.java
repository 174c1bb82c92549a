package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EndTest {
    private static final CloseReason FAILED = new CloseReason(CloseReason.Kind.FAILED, "exit code 3");

    @Test
    void anEndSaysHowItCame() {
        IOException fault = new IOException("reset");
        assertThat(End.CLOSED_HERE.text()).isEqualTo("closed");
        assertThat(End.CLOSED_BY_PEER.text()).isEqualTo("closed by the peer");
        assertThat(new End.ClosedHere(FAILED).text()).isEqualTo("closed: exit code 3");
        assertThat(new End.ClosedByPeer(FAILED).text()).isEqualTo("closed by the peer: exit code 3");
        assertThat(new End.Lost(fault).text()).isEqualTo("lost: reset");
        assertThat(new End.Lost(fault).cause()).isSameAs(fault);
        assertThat(End.CLOSED_HERE.cause()).isNull();
        assertThat(new End.ClosedByPeer(FAILED).cause()).isNull();
    }

    /** JLS 12.4.1: a class waits for the constants of a superinterface that has default methods. These are of such classes. */
    @Test
    void twoThreadsThatUseItFirstDoNotWaitForEachOther() {
        assertThat(Arrays.stream(End.class.getMethods()).filter(Method::isDefault))
                .isEmpty();
    }
}
