// Written by Parley from Batch; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Batch}. */
final class BatchCodec<String> implements Codec<Batch<String>> {
    private static final Members MEMBERS = Members.of("a", "b");
    private final Codec<String> codecOfString;
    private final Codec<@Nullable String> aCodec;
    private final Codec<@Nullable List<String>> bCodec;

    BatchCodec(Codec<String> codecOfString) {
        this.codecOfString = codecOfString;
        aCodec = Codecs.nullable(codecOfString);
        bCodec = Codecs.nullable(Codecs.list(codecOfString));
    }

    @java.lang.Override
    public Batch<String> read(ValueReader in) {
        String a = Codecs.absent(codecOfString);
        List<String> b = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> a = aCodec.read(in);
                case 1 -> b = bCodec.read(in);
                default -> in.skip();
            }
        }
        return new Batch<>(a, b);
    }

    @java.lang.Override
    public void write(ValueWriter out, Batch<String> value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        aCodec.write(out, value.a());
        out.member(MEMBERS, 1);
        bCodec.write(out, value.b());
        out.endObject();
    }
}
