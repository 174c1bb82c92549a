// Written by Parley from Arguments; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Arguments}. */
final class ArgumentsCodec implements Codec<Arguments> {
    static final ArgumentsCodec INSTANCE = new ArgumentsCodec();

    private static final Members MEMBERS = Members.of("async");
    private static final Codec<@Nullable Async> ASYNC = Codecs.nullable(AsyncCodec.INSTANCE);

    private ArgumentsCodec() {}

    @java.lang.Override
    public Arguments read(ValueReader in) {
        Async async = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> async = ASYNC.read(in);
                default -> in.skip();
            }
        }
        return new Arguments(async);
    }

    @java.lang.Override
    public void write(ValueWriter out, Arguments value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        ASYNC.write(out, value.async());
        out.endObject();
    }
}
