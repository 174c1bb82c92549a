// Written by Parley from Map; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Directory.Map}. */
final class DirectoryMapCodec implements Codec<Directory.Map> {
    static final DirectoryMapCodec INSTANCE = new DirectoryMapCodec();

    private static final Members MEMBERS = Members.of("entry");
    private static final Codec<Directory.@Nullable Entry> ENTRY = Codecs.nullable(DirectoryEntryCodec.INSTANCE);

    private DirectoryMapCodec() {}

    @java.lang.Override
    public Directory.Map read(ValueReader in) {
        Directory.Entry entry = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> entry = ENTRY.read(in);
                default -> in.skip();
            }
        }
        return new Directory.Map(entry);
    }

    @java.lang.Override
    public void write(ValueWriter out, Directory.Map value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        ENTRY.write(out, value.entry());
        out.endObject();
    }
}
