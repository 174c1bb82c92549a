package dev.parley.transport.socket;

import dev.parley.transport.netty.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file of a listening Unix socket. It is bound in a directory beside its place that only its owner may enter, is
 * given to its owner alone, and is then linked into its place: a link, unlike a rename, never replaces what is there.
 * Needs a file system with POSIX permissions and links.
 */
final class UnixSocketFile {
    /** Binds a listener to a path. */
    interface Binder {
        void bind(Path path) throws IOException;
    }

    private static final int FILE_TYPE = 0170000;
    private static final int SOCKET = 0140000;

    private final Place.Unix place;
    private final Path directory;
    private @Nullable Object key;

    private UnixSocketFile(Place.Unix place, Path directory) {
        this.place = place;
        this.directory = directory;
    }

    /** Makes the file, listening already. */
    static UnixSocketFile make(Place.Unix place, Binder binder) throws IOException {
        Path parent = Objects.requireNonNull(place.path().toAbsolutePath().getParent());
        if (!Files.isDirectory(parent)) {
            throw refused(place, "there is no directory " + parent);
        }
        String tooLong = Place.Unix.tooLong(place.path());
        if (tooLong != null) {
            throw refused(place, tooLong);
        }
        UnixSocketFile file = new UnixSocketFile(place, privateDirectory(place, parent));
        try {
            file.makeWayFor();
            file.bindAndLink(binder);
            return file;
        } finally {
            Files.deleteIfExists(file.directory);
        }
    }

    private static Path privateDirectory(Place.Unix place, Path parent) throws IOException {
        try {
            return Files.createTempDirectory(
                    parent, ".", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw refused(place, "no file can be made in " + parent);
        }
    }

    private void makeWayFor() throws IOException {
        BasicFileAttributes there;
        try {
            there = attributes(place.path());
        } catch (NoSuchFileException e) {
            return;
        }
        if (!isSocket(place.path())) {
            throw refused(place, "what is there is no socket");
        }
        if (somebodyListens()) {
            throw taken();
        }
        removeDead(there.fileKey());
    }

    /** Moves the dead socket out of the way first: between our look and now another process may have put its own there. */
    private void removeDead(Object expectedKey) throws IOException {
        Path aside = directory.resolve("d");
        Files.move(place.path(), aside);
        boolean same = expectedKey.equals(attributes(aside).fileKey());
        if (!same) {
            Files.createLink(place.path(), aside);
        }
        Files.delete(aside);
        if (!same) {
            throw taken();
        }
    }

    private boolean somebodyListens() throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(place.path()))) {
            return channel.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            if (Reason.of(e).equals("Connection refused")) {
                return false;
            }
            throw refused(place, "whether somebody listens there can't be found out: " + Reason.of(e));
        }
    }

    private void bindAndLink(Binder binder) throws IOException {
        Path bound = directory.resolve("s");
        try {
            binder.bind(bound);
            Files.setPosixFilePermissions(bound, PosixFilePermissions.fromString("rw-------"));
            Files.createLink(place.path(), bound);
            key = attributes(place.path()).fileKey();
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } finally {
            Files.deleteIfExists(bound);
        }
    }

    /** Removes the file, if it is still ours. */
    void remove() {
        try {
            if (key != null && key.equals(attributes(place.path()).fileKey())) {
                Files.delete(place.path());
            }
            key = null;
        } catch (IOException e) {
            key = null; // somebody else removed it
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSocket(Path path) throws IOException {
        int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return (mode & FILE_TYPE) == SOCKET;
    }

    private IOException taken() {
        return new IOException(place.address()
                + " is taken: somebody listens there already. Close that listener, or choose another path.");
    }

    private static IOException refused(Place.Unix place, String why) {
        return new IOException("Nobody can listen at " + place.address() + ": " + why);
    }
}
