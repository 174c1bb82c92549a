package dev.parley.benchmark.jmh;

import dev.parley.frame.Frame;
import dev.parley.framing.Framing;
import dev.parley.framing.FramingSession;
import dev.parley.framing.Framings;
import dev.parley.framing.Splitter;
import dev.parley.framing.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding the frames in what one read brought: 500 small requests. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FramingBenchmark {
    private static final int FRAMES = 500;
    private static final int MAX_FRAME = 4 << 20;
    private static final int MAX_DEPTH = 128;

    /** The framing. */
    @Param({"line", "json"})
    public String framing;

    private Splitter splitter;
    private byte[] bytes;

    /** Writes the requests one behind the other. */
    @Setup
    public void prepare() {
        Framing chosen = Framings.named(framing);
        FramingSession session = chosen.session(MAX_FRAME, MAX_DEPTH);
        splitter = session.splitter();
        Frame request = SerializerState.request();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            read.writeBytes(session.before(request.length()));
            read.writeBytes(request.toByteArray());
            read.writeBytes(session.after());
        }
        bytes = read.toByteArray();
    }

    /** The time for one frame. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int split() throws UnreadableException {
        int frames = 0;
        int at = 0;
        while (splitter.find(bytes, at, bytes.length, false)) {
            at = splitter.next();
            frames++;
        }
        return frames;
    }
}
