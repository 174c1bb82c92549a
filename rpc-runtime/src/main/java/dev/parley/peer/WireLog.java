package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.link.Wire;
import dev.parley.log.LimitedLog;
import dev.parley.transport.ConnectionInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A log of every message as it goes over the wire, in the format of Koebler's {@code jsonrpc.py}: {@code listen}, and
 * for each connection, behind the peer's address, {@code connected}, {@code -->} (towards the server), {@code <--}
 * (towards the client) and {@code close}.
 *
 * <p>What {@code @RpcSecret} marks is shown as {@code "***"}, and so is what may quote it: the data of errors. A message is
 * cut after 8,192 characters. Lines never break: control characters are escaped. Bytes that are not a message are
 * counted, and shown up to 80 characters where nothing is secret. Binary messages are shown as the JSON that says the
 * same, and other bytes in hexadecimal digits.
 */
public final class WireLog {
    /** No log. */
    public static final WireLog OFF = new WireLog(null, false);

    private static final LimitedLog LOG = new LimitedLog("dev.parley.peer");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final @Nullable Consumer<String> lines;
    private final boolean timestamps;

    private WireLog(@Nullable Consumer<String> lines, boolean timestamps) {
        this.lines = lines;
        this.timestamps = timestamps;
    }

    /** A log whose lines go to a consumer, which many threads call. */
    public static WireLog to(Consumer<String> lines) {
        return new WireLog(lines, false);
    }

    /** A log on a stream, such as {@code System.out}. */
    public static WireLog to(PrintStream stream) {
        return to((Consumer<String>) stream::println);
    }

    /**
     * A log at the end of a file, which is made if it is not there and is never closed.
     *
     * @throws IOException when the file can't be written
     */
    public static WireLog to(Path file) throws IOException {
        Writer writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return to(line -> {
            synchronized (writer) {
                try {
                    writer.write(line + "\n");
                    writer.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** The same with date and time before each line. */
    public WireLog withTimestamps() {
        return new WireLog(lines, true);
    }

    /** @param objects the method of an object known by reference that a name means */
    Wire of(
            ConnectionInfo info,
            boolean accepted,
            PeerSetup setup,
            Function<String, @Nullable MethodDescriptor<?>> objects) {
        return lines == null
                ? Wire.SILENT
                : new LoggedWire(this, info.remote(), accepted, new Redaction(setup, objects));
    }

    void line(String text) {
        if (lines == null) {
            return;
        }
        try {
            lines.accept(timestamps ? LocalDateTime.now().format(TIME) + " " + text : text);
        } catch (RuntimeException e) {
            // A full disk must not end calls.
            LOG.log(System.Logger.Level.WARNING, "lost", () -> "a line of the wire log was lost", e);
        }
    }
}
