// Written by Parley from List; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link List}. */
final class ListCodec implements Codec<List> {
    static final ListCodec INSTANCE = new ListCodec();

    private static final Members MEMBERS = Members.of("String");
    private static final Codec<@Nullable String> STRING = Codecs.nullable(StringCodec.INSTANCE);

    private ListCodec() {}

    @java.lang.Override
    public List read(ValueReader in) {
        String String_ = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> String_ = STRING.read(in);
                default -> in.skip();
            }
        }
        return new List(String_);
    }

    @java.lang.Override
    public void write(ValueWriter out, List value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        STRING.write(out, value.String());
        out.endObject();
    }
}
