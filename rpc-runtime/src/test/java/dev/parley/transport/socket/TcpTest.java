package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.transport.Address;
import dev.parley.transport.Listener;
import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TcpTest extends SocketContract {
    @Override
    protected Transport newTransport() {
        return new SocketTransport();
    }

    @Override
    protected Address freePlace() {
        return Address.parse("tcp://127.0.0.1:0");
    }

    @Override
    protected String placeWord() {
        return "port";
    }

    @Test
    void itIsFoundByTheServiceLoader() {
        assertThat(StreamSupport.stream(ServiceLoader.load(Transport.class).spliterator(), false)
                        .flatMap(transport -> transport.schemes().stream()))
                .contains("tcp", "unix");
    }

    @Test
    void bothEndsKnowEachOther() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        Recorder client = connect(listener);
        Recorder server = servers.next();
        assertThat("//" + client.info().remote()).isEqualTo(listener.address().location());
        assertThat(server.info().local()).isEqualTo(client.info().remote());
        assertThat(server.info().remote()).isEqualTo(client.info().local()).matches("127\\.0\\.0\\.1:\\d+");
        assertThat(server.info().transport()).isEqualTo("tcp");
        assertThat(server.info().attributes()).isEmpty();
    }

    @Test
    void hostsMayBeLeftOutNamedOrInBrackets() throws Exception {
        for (String host : new String[] {"", "localhost", "127.0.0.1", "[::1]"}) {
            try (Listener listener =
                    transport.listen(Address.parse("tcp://" + host + ":0"), options(), Recorders.echo())) {
                assertThat(listener.address().location()).matches("//\\Q" + host + "\\E:[1-9]\\d*");
                Recorder client = connect(listener);
                client.send("hello");
                assertThat(client.nextText()).isEqualTo("hello");
                client.close();
                client.awaitEnded();
            }
        }
    }

    @Test
    void addressesThatMakeNoSenseAreSaidSo() {
        for (String uri :
                new String[] {"tcp:", "tcp://", "tcp://host", "tcp://host:70000", "tcp://::1:80", "tcp://h:1/x"}) {
            assertThatThrownBy(() -> transport.connect(Address.parse(uri), options(), new Recorders()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(uri + " has to be tcp://HOST:PORT, as in tcp://127.0.0.1:4000");
        }
    }

    @Test
    void aPortWhereNobodyListensIsSaidSo() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Address address = Address.parse("tcp://127.0.0.1:" + port);
        assertThatThrownBy(() -> transport.connect(address, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(address + " can't be reached: Connection refused");
    }

    @Test
    void anUnknownHostIsSaidSo() {
        assertThatThrownBy(
                        () -> transport.connect(Address.parse("tcp://no.such.invalid:1"), options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage("tcp://no.such.invalid:1 can't be reached: the host no.such.invalid is not known");
    }

    @Test
    void anAddressOfAnotherMachineCanNotBeListenedAt() {
        Address address = Address.parse("tcp://192.0.2.1:0");
        assertThatThrownBy(() -> transport.listen(address, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage("Nobody can listen at tcp://192.0.2.1:0: Cannot assign requested address");
    }

    @Test
    void aResetConnectionEndsWithItsCause() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        try (RawPeer raw = RawPeer.connect(listener.address())) {
            Recorder server = servers.next();
            raw.reset();
            Optional<IOException> why = server.awaitEnded();
            assertThat(why)
                    .get()
                    .satisfies(e -> assertThat(e)
                            .hasMessageMatching(
                                    "the connection to 127\\.0\\.0\\.1:\\d+ broke: Connection reset(?: by peer)?"));
        }
    }

    @Test
    void anAcceptorThatThrowsIsToldToItsCaller() throws Exception {
        Listener listener = listen(options(), new Recorders());
        Recorders throwing = new Recorders() {
            @Override
            public dev.parley.transport.FrameHandler connected(dev.parley.transport.DuplexConnection connection) {
                throw new IllegalStateException("no handler today");
            }
        };
        assertThatThrownBy(() -> transport.connect(listener.address(), options(), throwing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no handler today");
    }

    @Test
    void connectingOnAReadingThreadIsRefused() throws Exception {
        Listener[] listener = new Listener[1];
        Recorders servers = new Recorders((recorder, frame) -> {
            try {
                transport.connect(listener[0].address(), options(), new Recorders());
            } catch (IllegalStateException | IOException e) {
                recorder.send(e.getMessage());
            }
        });
        listener[0] = listen(options(), servers);
        Recorder client = connect(listener[0]);
        client.send("x");
        assertThat(client.nextText())
                .isEqualTo("Connecting to " + listener[0].address()
                        + " would block a thread that reads for other connections. Connect on another thread.");
    }

    @Test
    void aPausedConnectionNoticesThatItsPeerHasGone() throws Exception {
        Recorders servers = new Recorders((recorder, frame) -> recorder.setReading(false), false);
        Listener listener = listen(options(), servers);
        RawPeer raw = RawPeer.connect(listener.address());
        raw.send("1\n2\n3\n");
        Recorder server = servers.next();
        assertThat(server.nextText()).isEqualTo("1");
        raw.reset();
        server.end();
    }
}
