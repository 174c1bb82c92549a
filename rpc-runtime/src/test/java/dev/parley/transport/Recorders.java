package dev.parley.transport;

import dev.parley.frame.Frame;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** An acceptor whose handlers are recorders. */
public class Recorders implements Acceptor {
    private final BiConsumer<Recorder, Frame> onFrame;
    private final boolean closeAtInputEnd;
    private volatile BiConsumer<Recorder, Recorder.Problem> onProblem = (recorder, problem) -> {
        if (!problem.goesOn()) {
            recorder.close();
        }
    };
    private final BlockingQueue<Recorder> unseen = new LinkedBlockingQueue<>();
    private final Queue<Recorder> all = new ConcurrentLinkedQueue<>();

    /** Records only, and closes when the input ends. */
    public Recorders() {
        this((recorder, frame) -> {}, true);
    }

    /** Does something with each frame besides. */
    public Recorders(BiConsumer<Recorder, Frame> onFrame) {
        this(onFrame, true);
    }

    /** Closes when the input ends only if told so. */
    public Recorders(BiConsumer<Recorder, Frame> onFrame, boolean closeAtInputEnd) {
        this.onFrame = onFrame;
        this.closeAtInputEnd = closeAtInputEnd;
    }

    /** Sends back what it receives. */
    public static Recorders echo() {
        return new Recorders((recorder, frame) -> recorder.connection.send(frame));
    }

    /** What to do with unreadable input. */
    public void onProblem(BiConsumer<Recorder, Recorder.Problem> onProblem) {
        this.onProblem = onProblem;
    }

    @Override
    public FrameHandler connected(DuplexConnection connection) {
        Recorder recorder = new Recorder(connection, onFrame, onProblem, closeAtInputEnd);
        all.add(recorder);
        unseen.add(recorder);
        return recorder;
    }

    @Override
    public ExchangeHandler exchanges(ConnectionInfo from) {
        throw new UnsupportedOperationException("duplex only");
    }

    /** The next connection that began. */
    public Recorder next() throws InterruptedException {
        Recorder recorder = unseen.poll(20, TimeUnit.SECONDS);
        if (recorder == null) {
            throw new AssertionError("no connection in time");
        }
        return recorder;
    }

    int count() {
        return all.size();
    }

    void assertNoViolations() {
        all.forEach(Recorder::assertNoViolations);
    }
}
