// Written by Parley from Person; changes are lost at the next build.
package phone;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Person}. */
final class PersonCodec implements Codec<Person> {
    static final PersonCodec INSTANCE = new PersonCodec();

    private static final Members MEMBERS = Members.of("id", "firstName", "lastName", "friends", "kind");
    private static final Codec<@Nullable String> LAST_NAME = Codecs.nullable(Codecs.STRING);
    private static final Codec<List<Person>> FRIENDS = Codecs.list(PersonCodec.INSTANCE);

    private PersonCodec() {}

    @Override
    public Person read(ValueReader in) {
        boolean hasId = false;
        int id = 0;
        String firstName = null;
        String lastName = null;
        boolean hasFriends = false;
        List<Person> friends = null;
        boolean hasKind = false;
        Person.Kind kind = null;
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            switch (member) {
                case 0 -> {
                    id = in.readInt();
                    hasId = true;
                }
                case 1 -> firstName = in.readString();
                case 2 -> lastName = LAST_NAME.read(in);
                case 3 -> {
                    friends = FRIENDS.read(in);
                    hasFriends = true;
                }
                case 4 -> {
                    kind = PersonKindCodec.INSTANCE.read(in);
                    hasKind = true;
                }
                default -> in.skip();
            }
        }
        if (!hasId) {
            throw in.missing(MEMBERS, 0);
        }
        if (firstName == null) {
            throw in.missing(MEMBERS, 1);
        }
        if (!hasFriends) {
            throw in.missing(MEMBERS, 3);
        }
        if (!hasKind) {
            throw in.missing(MEMBERS, 4);
        }
        return new Person(id, firstName, lastName, friends, kind);
    }

    @Override
    public void write(ValueWriter out, Person value) {
        out.beginObject();
        out.member(MEMBERS, 0);
        out.writeInt(value.id());
        out.member(MEMBERS, 1);
        out.writeString(value.firstName());
        out.member(MEMBERS, 2);
        LAST_NAME.write(out, value.lastName());
        out.member(MEMBERS, 3);
        FRIENDS.write(out, value.friends());
        out.member(MEMBERS, 4);
        PersonKindCodec.INSTANCE.write(out, value.kind());
        out.endObject();
    }
}
