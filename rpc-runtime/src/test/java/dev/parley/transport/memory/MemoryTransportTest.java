package dev.parley.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.transport.Address;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.Listener;
import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportContract;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryTransportTest extends TransportContract {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Override
    protected Transport newTransport() {
        return new MemoryTransport();
    }

    @Override
    protected Address freePlace() {
        return Address.parse("memory:contract" + NAMES.incrementAndGet());
    }

    @Override
    protected String placeWord() {
        return "name";
    }

    @Override
    protected CloseReason toldToPeer(CloseReason reason) {
        return reason;
    }

    @Test
    void itIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Transport.class)).hasAtLeastOneElementOfType(MemoryTransport.class);
    }

    @Test
    void bothEndsKnowEachOther() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        ConnectionInfo client = connect(listener).info();
        ConnectionInfo server = servers.next().info();
        assertThat(client.remote()).isEqualTo(listener.address().location());
        assertThat(server).isEqualTo(new ConnectionInfo("memory", client.remote(), client.local()));
        assertThat(client.local()).matches("contract\\d+#\\d+");
    }

    @Test
    void aNameWhereNobodyListensIsSaidSo() {
        assertThatThrownBy(() -> transport.connect(Address.parse("memory:nobody"), options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage("memory:nobody can't be reached: nobody listens there");
    }

    @Test
    void addressesThatMakeNoSenseAreSaidSo() {
        assertThatThrownBy(() -> transport.listen(Address.parse("memory:"), options(), new Recorders()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory: has no name: it has to be memory:NAME");
        assertThatThrownBy(() -> transport.connect(Address.parse("memory:a?mode=both"), options(), new Recorders()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory:a: the option mode is \"both\", but has to be duplex or exchange");
    }

    @Test
    void theModesOfBothEndsHaveToBeTheSame() throws Exception {
        Listener listener = listen(options(), new Recorders());
        Address other = Address.parse(listener.address() + "?mode=exchange");
        assertThatThrownBy(() -> transport.connect(other, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(other + " can't be reached in exchange mode: its listener is in duplex mode");
    }

    @Test
    void anAcceptorThatThrowsIsToldToItsCaller() throws Exception {
        Listener listener = listen(options(), new Recorders());
        Recorders fine = new Recorders();
        assertThatThrownBy(() -> transport.connect(listener.address(), options(), new ThrowingAcceptor()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no handler today");
        Recorder next = connect(listener, options(), fine);
        assertThat(next.hasEnded()).isFalse();
    }

    @Test
    void aListenersAcceptorThatThrowsEndsTheConnection() throws Exception {
        Address address = freePlace();
        try (Listener listener = transport.listen(address, options(), new ThrowingAcceptor())) {
            assertThat(connect(listener).awaitEnded()).isEmpty();
        }
    }
}
