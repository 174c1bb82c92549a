// Written by Parley from Object; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Object}. */
final class ObjectCodec implements Codec<Object> {
    static final ObjectCodec INSTANCE = new ObjectCodec();

    private static final Members MEMBERS = Members.of("x");
    private static final Codec<@Nullable Integer> X = Codecs.nullable(IntegerCodec.INSTANCE);

    private ObjectCodec() {}

    @java.lang.Override
    public Object read(ValueReader in) {
        Integer x = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> x = X.read(in);
                default -> in.skip();
            }
        }
        return new Object(x);
    }

    @java.lang.Override
    public void write(ValueWriter out, Object value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        X.write(out, value.x());
        out.endObject();
    }
}
