// Written by Parley from String; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/** Reads and writes {@link String}. */
final class StringCodec implements Codec<String> {
    static final StringCodec INSTANCE = new StringCodec();

    private static final Members MEMBERS = Members.of("x");

    private StringCodec() {}

    @java.lang.Override
    public String read(ValueReader in) {
        boolean hasX = false;
        int x = 0;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    x = in.readInt();
                    hasX = true;
                }
                default -> in.skip();
            }
        }
        if (!hasX) {
            throw in.missing(MEMBERS, 0);
        }
        return new String(x);
    }

    @java.lang.Override
    public void write(ValueWriter out, String value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.x());
        out.endObject();
    }
}
