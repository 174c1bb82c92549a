// Written by Parley from Integer; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/** Reads and writes {@link Integer}. */
final class IntegerCodec implements Codec<Integer> {
    static final IntegerCodec INSTANCE = new IntegerCodec();

    private static final Members MEMBERS = Members.of("caller");

    private IntegerCodec() {}

    @java.lang.Override
    public Integer read(ValueReader in) {
        boolean hasCaller = false;
        int caller = 0;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    caller = in.readInt();
                    hasCaller = true;
                }
                default -> in.skip();
            }
        }
        if (!hasCaller) {
            throw in.missing(MEMBERS, 0);
        }
        return new Integer(caller);
    }

    @java.lang.Override
    public void write(ValueWriter out, Integer value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.caller());
        out.endObject();
    }
}
