package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.transport.Address;
import dev.parley.transport.Listener;
import dev.parley.transport.Recorder;
import dev.parley.transport.Recorders;
import dev.parley.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixTest extends SocketContract {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    Path directory;

    @Override
    protected Transport newTransport() {
        return new SocketTransport();
    }

    @Override
    protected Address freePlace() {
        return Address.parse("unix:" + directory.resolve("s" + NAMES.incrementAndGet()));
    }

    @Override
    protected String placeWord() {
        return "path";
    }

    private static Path path(Listener listener) {
        return Path.of(listener.address().location());
    }

    @Test
    void theSocketIsItsOwnersAloneAndGoesWithTheListener() throws Exception {
        Listener listener = listen(options(), new Recorders());
        Path path = path(listener);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryContaining(path::equals);
        assertThat(directory.toFile().list()).hasSize(1);
        listener.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aListenersPeerIsKnownByItsUser() throws Exception {
        Recorders servers = new Recorders();
        Listener listener = listen(options(), servers);
        Recorder client = connect(listener);
        String path = listener.address().location();
        assertThat(client.info().remote()).isEqualTo(path);
        assertThat(servers.next().info()).satisfies(info -> {
            assertThat(info.transport()).isEqualTo("unix");
            assertThat(info.local()).isEqualTo(path);
            assertThat(info.remote()).isEqualTo("a client of " + path);
            assertThat(info.attributes()).isEqualTo(expectedPeer());
        });
    }

    /** What is known of ourselves. */
    Map<String, String> expectedPeer() throws IOException {
        return Map.of(
                "peer.uid", Files.getAttribute(directory, "unix:uid").toString(),
                "peer.pid", Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void whatIsNoSocketIsLeftAlone() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Path folder = Files.createDirectory(directory.resolve("folder"));
        for (Path path : new Path[] {file, link, folder}) {
            assertThatThrownBy(() -> transport.listen(Address.parse("unix:" + path), options(), new Recorders()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Nobody can listen at unix:" + path + ": what is there is no socket");
        }
        assertThat(file).hasContent("precious");
        assertThat(link).isSymbolicLink();
        assertThat(folder).isEmptyDirectory();
        assertThat(directory.toFile().list()).hasSize(3);
    }

    @Test
    void aDeadSocketIsReplaced() throws Exception {
        Address address = freePlace();
        RawPeer.listen(address).close();
        assertThat(Path.of(address.location())).exists();
        try (Listener listener = transport.listen(address, options(), Recorders.echo())) {
            Recorder client = connect(listener);
            client.send("hello");
            assertThat(client.nextText()).isEqualTo("hello");
            client.close();
            client.awaitEnded();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aSocketThatSomebodyElsePutThereIsNotRemovedAtClose() throws Exception {
        Listener listener = listen(options(), new Recorders());
        Files.delete(path(listener));
        RawPeer.listen(listener.address()).close();
        listener.close();
        assertThat(path(listener)).exists();
    }

    @Test
    void aMissingDirectoryIsSaidSo() {
        Address address = Address.parse("unix:" + directory.resolve("missing/socket"));
        assertThatThrownBy(() -> transport.listen(address, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Nobody can listen at " + address + ": there is no directory " + directory.resolve("missing"));
    }

    @Test
    void aPathThatIsTooLongIsSaidSo() {
        Address address = Address.parse("unix:" + directory.resolve("x".repeat(100)));
        assertThatThrownBy(() -> transport.listen(address, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage("Nobody can listen at " + address + ": the path has "
                        + (address.location().length()) + " bytes, and a socket's may have 107");
        assertThatThrownBy(() -> transport.connect(address, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(address + " can't be reached: the path has "
                        + (address.location().length()) + " bytes, and a socket's may have 107");
    }

    @Test
    void aPathWhereNobodyListensIsSaidSo() throws Exception {
        Address missing = freePlace();
        assertThatThrownBy(() -> transport.connect(missing, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(missing + " can't be reached: No such file or directory");
        Address dead = freePlace();
        RawPeer.listen(dead).close();
        assertThatThrownBy(() -> transport.connect(dead, options(), new Recorders()))
                .isInstanceOf(IOException.class)
                .hasMessage(dead + " can't be reached: Connection refused");
    }

    @Test
    void anEmptyPathIsSaidSo() {
        assertThatThrownBy(() -> transport.listen(Address.parse("unix:"), options(), new Recorders()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unix: has to be unix:PATH, as in unix:/run/app.sock");
    }
}
