package dev.parley.benchmark.jmh;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.frame.Frame;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding the members of a small request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnvelopeBenchmark {
    private Frame request;
    private Serializer serializer;

    /** Takes the serializer over. */
    @Setup
    public void prepare(SerializerState state) {
        serializer = state.serializer();
        JsonValue content = Json.parse(SerializerState.request().toByteArray());
        request = state.message(out -> Codecs.JSON_VALUE.write(out, content));
    }

    /** Reads the envelope and no value. */
    @Benchmark
    public long read() {
        try (MessageReader reader = serializer.read(request, ReadLimits.DEFAULT, References.NONE)) {
            return reader.next().idNumber();
        }
    }
}
