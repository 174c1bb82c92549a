package dev.parley.benchmark.jmh;

import dev.parley.benchmark.api.PeopleCodec;
import dev.parley.benchmark.api.Person;
import dev.parley.benchmark.contender.People;
import dev.parley.codec.Codec;
import dev.parley.frame.Frame;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lists of persons through their generated codec. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PersonsBenchmark {
    /** How long the list is. */
    @Param({"2", "1000"})
    public int persons;

    private final Codec<List<Person>> codec = PeopleCodec.instance();
    private Serializer serializer;
    private List<Person> people;
    private Frame list;

    /** Makes the list, and its bytes. */
    @Setup
    public void prepare(SerializerState state) {
        serializer = state.serializer();
        people = People.list(persons);
        list = state.message(out -> codec.write(out, people));
    }

    /** Writes the list. */
    @Benchmark
    public int write() {
        try (MessageWriter writer = serializer.write(Integer.MAX_VALUE, References.NONE)) {
            codec.write(writer.begin(), people);
            return writer.end().length();
        }
    }

    /** Reads the list, which was not checked before, as a client does with a result. */
    @Benchmark
    public List<Person> read() {
        try (MessageReader reader = serializer.readChecked(list, ReadLimits.DEFAULT, References.NONE)) {
            return codec.read(reader.value(list.from(), list.to()));
        }
    }
}
