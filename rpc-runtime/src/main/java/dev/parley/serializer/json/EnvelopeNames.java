package dev.parley.serializer.json;

import dev.parley.message.Dialect;
import dev.parley.serializer.Members;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The member names of a dialect's messages, prepared for finding each by its first letter. Immutable. */
final class EnvelopeNames {
    static final EnvelopeNames USUAL = new EnvelopeNames(Members.of(Dialect.V2_0));

    private final Members members;
    private final PreparedNames names;
    /** For each ASCII letter, the index of the first member whose name starts with it, or -1. */
    private final byte[] likely = new byte[128];

    private EnvelopeNames(Members members) {
        this.members = members;
        this.names = PreparedNames.of(members);
        Arrays.fill(likely, (byte) -1);
        for (int i = members.size() - 1; i >= 0; i--) {
            byte[] name = members.utf8(i);
            if (name.length > 0 && name[0] >= 0) {
                likely[name[0]] = (byte) i;
            }
        }
    }

    static EnvelopeNames of(Dialect dialect) {
        return dialect.hasUsualMembers() ? USUAL : new EnvelopeNames(Members.of(dialect));
    }

    /** The one member whose name is likely to start with a byte, or -1. */
    int likely(byte first) {
        return first < 0 ? -1 : likely[first];
    }

    /** The member's name in quotes, and its colon. */
    @Nullable
    Literal literal(int member) {
        return names.first(member);
    }

    /** The index of a name without escapes, or a negative number. */
    int find(byte[] bytes, int from, int to) {
        return names.find(bytes, from, to);
    }

    /** The index of a name, or a negative number. */
    int find(String name) {
        return members.indexOf(name);
    }
}
