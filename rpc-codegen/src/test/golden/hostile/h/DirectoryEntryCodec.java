// Written by Parley from Entry; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/** Reads and writes {@link Directory.Entry}. */
final class DirectoryEntryCodec implements Codec<Directory.Entry> {
    static final DirectoryEntryCodec INSTANCE = new DirectoryEntryCodec();

    private static final Members MEMBERS = Members.of("a");

    private DirectoryEntryCodec() {}

    @java.lang.Override
    public Directory.Entry read(ValueReader in) {
        boolean hasA = false;
        int a = 0;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    a = in.readInt();
                    hasA = true;
                }
                default -> in.skip();
            }
        }
        if (!hasA) {
            throw in.missing(MEMBERS, 0);
        }
        return new Directory.Entry(a);
    }

    @java.lang.Override
    public void write(ValueWriter out, Directory.Entry value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.a());
        out.endObject();
    }
}
