package dev.parley.serializer.json;

import dev.parley.message.Dialect;
import dev.parley.serializer.Members;
import org.jspecify.annotations.Nullable;

/** The member names of a dialect's messages, prepared for finding each by its first letter. Immutable. */
final class EnvelopeNames {
    static final EnvelopeNames USUAL = new EnvelopeNames(Members.of(Dialect.V2_0));

    private final Members members;
    private final PreparedNames names;
    /** For each ASCII letter, the first member whose name starts with it: its index, and its name with quotes and colon. */
    private final byte[] indexes = new byte[128];

    private final @Nullable Literal[] literals = new Literal[128];

    private EnvelopeNames(Members members) {
        this.members = members;
        this.names = PreparedNames.of(members);
        for (int i = members.size() - 1; i >= 0; i--) {
            byte[] name = members.utf8(i);
            if (name.length > 0 && name[0] >= 0) {
                indexes[name[0]] = (byte) i;
                literals[name[0]] = names.first(i);
            }
        }
    }

    static EnvelopeNames of(Dialect dialect) {
        return dialect.hasUsualMembers() ? USUAL : new EnvelopeNames(Members.of(dialect));
    }

    /** The one name that is likely to start with a byte, with its quotes and colon; null when none does. */
    @Nullable
    Literal likely(byte first) {
        return first < 0 ? null : literals[first];
    }

    /** The index of the member that {@link #likely} names. */
    int likelyIndex(byte first) {
        return indexes[first];
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
