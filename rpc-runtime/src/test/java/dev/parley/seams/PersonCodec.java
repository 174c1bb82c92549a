package dev.parley.seams;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/** Reads and writes {@link Person}. */
final class PersonCodec implements Codec<Person> {
    static final PersonCodec INSTANCE = new PersonCodec();

    private static final Members MEMBERS = Members.of("id", "firstName", "lastName");

    private PersonCodec() {}

    @Override
    public Person read(ValueReader in) {
        boolean hasId = false;
        int id = 0;
        String firstName = null;
        String lastName = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    id = in.readInt();
                    hasId = true;
                }
                case 1 -> firstName = in.readString();
                case 2 -> lastName = Codecs.nullable(Codecs.STRING).read(in);
                default -> in.skip();
            }
        }
        if (!hasId) {
            throw in.missing(MEMBERS, 0);
        }
        if (firstName == null) {
            throw in.missing(MEMBERS, 1);
        }
        return new Person(id, firstName, lastName);
    }

    @Override
    public void write(ValueWriter out, Person value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.id());
        out.member(MEMBERS, 1);
        out.writeString(value.firstName());
        out.member(MEMBERS, 2);
        Codecs.nullable(Codecs.STRING).write(out, value.lastName());
        out.endObject();
    }
}
