// Written by Parley from Codec; changes are lost at the next build.
package h;

import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Codec}. */
final class CodecCodec2 implements dev.parley.codec.Codec<Codec> {
    static final CodecCodec2 INSTANCE = new CodecCodec2();

    private static final Members MEMBERS =
            Members.of("MEMBERS", "in", "INSTANCE", "out", "value", "member", "hasIn", "hasHasIn", "list", "VALUE");
    private static final dev.parley.codec.Codec<@Nullable String> HAS_HAS_IN = Codecs.nullable(StringCodec.INSTANCE);
    private static final dev.parley.codec.Codec<@Nullable List> LIST = Codecs.nullable(ListCodec.INSTANCE);
    private static final dev.parley.codec.Codec<java.util.@Nullable List<Integer>> VALUE =
            Codecs.nullable(Codecs.list(IntegerCodec.INSTANCE));

    private CodecCodec2() {}

    @java.lang.Override
    public Codec read(ValueReader in_) {
        boolean hasMEMBERS = false;
        int MEMBERS_ = 0;
        boolean hasIn_ = false;
        int in = 0;
        boolean hasINSTANCE = false;
        int INSTANCE_ = 0;
        boolean hasOut = false;
        int out = 0;
        boolean hasValue = false;
        int value = 0;
        boolean hasMember = false;
        int member = 0;
        boolean hasHasIn_ = false;
        int hasIn = 0;
        String hasHasIn = null;
        List list = null;
        java.util.List<Integer> VALUE_ = null;
        in_.beginObject();
        for (int member_; (member_ = in_.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member_) {
                case 0 -> {
                    MEMBERS_ = in_.readInt();
                    hasMEMBERS = true;
                }
                case 1 -> {
                    in = in_.readInt();
                    hasIn_ = true;
                }
                case 2 -> {
                    INSTANCE_ = in_.readInt();
                    hasINSTANCE = true;
                }
                case 3 -> {
                    out = in_.readInt();
                    hasOut = true;
                }
                case 4 -> {
                    value = in_.readInt();
                    hasValue = true;
                }
                case 5 -> {
                    member = in_.readInt();
                    hasMember = true;
                }
                case 6 -> {
                    hasIn = in_.readInt();
                    hasHasIn_ = true;
                }
                case 7 -> hasHasIn = HAS_HAS_IN.read(in_);
                case 8 -> list = LIST.read(in_);
                case 9 -> VALUE_ = VALUE.read(in_);
                default -> in_.skip();
            }
        }
        if (!hasMEMBERS) {
            throw in_.missing(MEMBERS, 0);
        }
        if (!hasIn_) {
            throw in_.missing(MEMBERS, 1);
        }
        if (!hasINSTANCE) {
            throw in_.missing(MEMBERS, 2);
        }
        if (!hasOut) {
            throw in_.missing(MEMBERS, 3);
        }
        if (!hasValue) {
            throw in_.missing(MEMBERS, 4);
        }
        if (!hasMember) {
            throw in_.missing(MEMBERS, 5);
        }
        if (!hasHasIn_) {
            throw in_.missing(MEMBERS, 6);
        }
        return new Codec(MEMBERS_, in, INSTANCE_, out, value, member, hasIn, hasHasIn, list, VALUE_);
    }

    @java.lang.Override
    public void write(ValueWriter out, Codec value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.MEMBERS());
        out.member(MEMBERS, 1);
        out.writeInt(value.in());
        out.member(MEMBERS, 2);
        out.writeInt(value.INSTANCE());
        out.member(MEMBERS, 3);
        out.writeInt(value.out());
        out.member(MEMBERS, 4);
        out.writeInt(value.value());
        out.member(MEMBERS, 5);
        out.writeInt(value.member());
        out.member(MEMBERS, 6);
        out.writeInt(value.hasIn());
        out.member(MEMBERS, 7);
        HAS_HAS_IN.write(out, value.hasHasIn());
        out.member(MEMBERS, 8);
        LIST.write(out, value.list());
        out.member(MEMBERS, 9);
        VALUE.write(out, value.VALUE());
        out.endObject();
    }
}
