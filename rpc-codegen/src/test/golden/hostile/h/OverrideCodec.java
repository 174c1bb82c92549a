// Written by Parley from Override; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/** Reads and writes {@link Override}. */
final class OverrideCodec implements Codec<Override> {
    static final OverrideCodec INSTANCE = new OverrideCodec();

    private static final Members MEMBERS = Members.of("length");

    private OverrideCodec() {}

    @java.lang.Override
    public Override read(ValueReader in) {
        boolean hasLength = false;
        int length = 0;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    length = in.readInt();
                    hasLength = true;
                }
                default -> in.skip();
            }
        }
        if (!hasLength) {
            throw in.missing(MEMBERS, 0);
        }
        return new Override(length);
    }

    @java.lang.Override
    public void write(ValueWriter out, Override value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.length());
        out.endObject();
    }
}
