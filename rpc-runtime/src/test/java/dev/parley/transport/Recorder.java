package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Keeps all that one end of a connection was told, and notes what breaks the handler's contract. */
public final class Recorder implements FrameHandler {
    /** What was told by {@link FrameHandler#unreadable}. */
    public record Problem(UnreadableException.Rule rule, String message, boolean goesOn) {}

    private static final long PATIENCE_SECONDS = 20;

    final DuplexConnection connection;
    private final BiConsumer<Recorder, Frame> onFrame;
    private final BiConsumer<Recorder, Problem> onProblem;
    private final boolean closeAtInputEnd;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> writable = new LinkedBlockingQueue<>();
    private final CompletableFuture<End> inputEnded = new CompletableFuture<>();
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean inside = new AtomicBoolean();

    Recorder(
            DuplexConnection connection,
            BiConsumer<Recorder, Frame> onFrame,
            BiConsumer<Recorder, Problem> onProblem,
            boolean closeAtInputEnd) {
        this.connection = connection;
        this.onFrame = onFrame;
        this.onProblem = onProblem;
        this.closeAtInputEnd = closeAtInputEnd;
    }

    @Override
    public void frame(Frame frame) {
        told("frame", () -> {
            Frame kept = frame.keep();
            onFrame.accept(this, frame);
            frames.add(kept);
        });
    }

    @Override
    public void unreadable(UnreadableException problem, boolean goesOn) {
        told("unreadable", () -> {
            Problem noted = new Problem(problem.rule(), problem.getMessage(), goesOn);
            onProblem.accept(this, noted);
            problems.add(noted);
        });
    }

    @Override
    public void inputEnded(End why) {
        told("inputEnded", () -> {
            if (!inputEnded.complete(why)) {
                violations.add("inputEnded twice");
            }
            if (closeAtInputEnd) {
                connection.close();
            }
        });
    }

    @Override
    public void ended(End why) {
        told("ended", () -> ended.complete(why));
    }

    @Override
    public void writable(boolean now) {
        told("writable", () -> writable.add(now));
    }

    private void told(String what, Runnable act) {
        if (ended.isDone()) {
            violations.add(what + " after ended");
        }
        if (inside.getAndSet(true)) {
            violations.add(what + " while another call was under way");
        }
        try {
            act.run();
        } finally {
            inside.set(false);
        }
    }

    /** The connection. */
    public DuplexConnection connection() {
        return connection;
    }

    /** Sends a text. */
    public void send(String text) {
        connection.send(Frame.utf8(text));
    }

    /** Closes the connection. */
    public void close() {
        connection.close();
    }

    /** Pauses and resumes. */
    public void setReading(boolean reading) {
        connection.setReading(reading);
    }

    /** Sees whether there was unreadable input, without waiting. */
    public boolean hasProblem() {
        return !problems.isEmpty();
    }

    /** What is known of the connection. */
    public ConnectionInfo info() {
        return connection.info();
    }

    /** The next frame, as text. */
    public String nextText() throws InterruptedException {
        return nextFrame().toText();
    }

    /** The next frame. */
    public Frame nextFrame() throws InterruptedException {
        return next(frames, "frame");
    }

    /** Sees whether a frame has come, without waiting. */
    public boolean hasFrame() {
        return !frames.isEmpty();
    }

    /** The next unreadable input. */
    public Problem nextProblem() throws InterruptedException {
        return next(problems, "problem");
    }

    /** The next change of writability. */
    public boolean nextWritable() throws InterruptedException {
        return next(writable, "change of writability");
    }

    /** Waits for the end of the input, and says how it came. */
    public End awaitInputEnded() throws Exception {
        return inputEnded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for the end, and gives its cause. */
    public Optional<IOException> awaitEnded() throws Exception {
        return Optional.ofNullable(end().cause());
    }

    /** Waits for the end, and says how it came. */
    public End end() throws Exception {
        return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sees whether it has ended, without waiting. */
    public boolean hasEnded() {
        return ended.isDone();
    }

    /** Fails if the contract of the handler was broken so far. */
    void assertNoViolations() {
        assertThat(violations).isEmpty();
    }

    private <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(
                    "no " + what + " in time", ended.isDone() ? new TimeoutException("ended: " + ended.join()) : null);
        }
        return next;
    }
}
