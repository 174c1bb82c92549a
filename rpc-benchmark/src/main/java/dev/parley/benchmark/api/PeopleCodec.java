package dev.parley.benchmark.api;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import java.util.List;

/** The generated codec, which is hidden, for benchmarks of serializers alone. */
public final class PeopleCodec {
    private PeopleCodec() {}

    /** Of a list of persons. */
    public static Codec<List<Person>> instance() {
        return Codecs.list(PersonCodec.INSTANCE);
    }
}
