package dev.parley.benchmark.jmh;

import dev.parley.benchmark.contender.People;
import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The serializer of a benchmark, by name. */
@State(Scope.Benchmark)
public class SerializerState {
    /** JSON by our own reader and writer of bytes, or by Jackson; and the binary formats. */
    @Param({"bytes", "jackson", "cbor", "smile"})
    public String by = "bytes";

    Serializer serializer() {
        return switch (by) {
            case "bytes" -> JsonSerializer.INSTANCE;
            case "jackson" -> JacksonSerializer.INSTANCE;
            case "cbor" -> BinarySerializer.cbor();
            case "smile" -> BinarySerializer.smile();
            default -> throw new IllegalArgumentException("no serializer is called " + by);
        };
    }

    /** A kept message. */
    Frame message(Consumer<ValueWriter> content) {
        try (MessageWriter writer = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            content.accept(writer.begin());
            return writer.end().keep();
        }
    }

    /** A request for an echo, as the generated client writes it. */
    static Frame request() {
        return Frame.utf8("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"hello, " + People.FAMILY
                + "\"],\"id\":1234567}");
    }
}
