package dev.parley.conformance;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.memory.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One end of a memory connection without a peer on it: a test sends and sees bare frames. */
public final class RawConnection implements FrameHandler, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final TransportOptions OPTIONS = TransportOptions.DEFAULT
            .change()
            .maxFrame(64 * 1024 * 1024)
            .maxDepth(1000)
            .partialFrameTimeout(Duration.ZERO)
            .build();

    private final DuplexConnection connection;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();

    private RawConnection(DuplexConnection connection) {
        this.connection = connection;
    }

    /** Connects to somebody who listens in memory. */
    public static RawConnection connect(String uri) throws IOException {
        Raws raws = new Raws();
        new MemoryTransport().connect(Address.parse(uri), OPTIONS, raws);
        return raws.accepted.remove();
    }

    /** Listens in memory for a peer to connect. */
    public static Place listen(String uri) throws IOException {
        Raws raws = new Raws();
        return new Place(new MemoryTransport().listen(Address.parse(uri), OPTIONS, raws), raws);
    }

    /** A place where peers connect to bare frames. */
    public record Place(Listener listener, Raws raws) implements AutoCloseable {
        /** The next that connected. */
        public RawConnection accept() throws InterruptedException {
            return taken(raws.accepted, "connection");
        }

        @Override
        public void close() {
            listener.close();
        }
    }

    /** Makes a raw connection of each. */
    public static final class Raws implements Acceptor {
        private final BlockingQueue<RawConnection> accepted = new LinkedBlockingQueue<>();

        @Override
        public FrameHandler connected(DuplexConnection connection) {
            RawConnection raw = new RawConnection(connection);
            accepted.add(raw);
            return raw;
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            throw new UnsupportedOperationException("duplex only");
        }
    }

    /** Sends a frame. */
    public RawConnection send(String text) {
        connection.send(Frame.utf8(text));
        return this;
    }

    /** The next frame that came. */
    public String next() throws InterruptedException {
        return taken(frames, "frame");
    }

    /** Sends a frame and waits for one. */
    public String ask(String text) throws InterruptedException {
        return send(text).next();
    }

    /** Stops and starts taking frames. */
    public void setReading(boolean reading) {
        connection.setReading(reading);
    }

    /** Waits for the end; every frame that came before and was not asked for is what this returns. */
    public String awaitEnd() throws Exception {
        ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return String.join("", frames);
    }

    /** Whether frames came that were not asked for. */
    public boolean isQuiet() {
        return frames.isEmpty();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Closes and says why. */
    public void close(CloseReason reason) {
        connection.close(reason);
    }

    private static <T> T taken(BlockingQueue<T> queue, String what) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no " + what + " in time");
        }
        return next;
    }

    @Override
    public void frame(Frame frame) {
        frames.add(frame.toText());
    }

    @Override
    public void unreadable(UnreadableException problem, boolean goesOn) {
        frames.add("unreadable: " + problem.getMessage());
    }

    @Override
    public void inputEnded(End why) {
        connection.close();
    }

    @Override
    public void ended(End why) {
        ended.complete(Optional.ofNullable(why.cause()));
    }
}
