package dev.parley.link;

import dev.parley.call.IncomingCall;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * What belongs to a call beside its arguments, as the message's member {@code context}:
 * {@code {"timeout": 1500, "metadata": {"tenant": "blue"}, "progress": true}}, each of them optional.
 *
 * @param timeoutMillis how long the caller waits, in milliseconds; 0 for no limit
 * @param metadata by name, compared without regard to case
 * @param progress whether the caller hears of progress
 */
record CallContextMember(long timeoutMillis, Map<String, String> metadata, boolean progress) {
    /** The member's name. Its first letter is none of those by which readers tell the members of a message. */
    static final String NAME = "context";

    private static final int MOST_ENTRIES = 64;
    private static final Members MEMBERS = Members.of("timeout", "metadata", "progress");

    /** Reads the member; what it holds besides is passed over, so that it may grow. */
    static CallContextMember read(ValueReader in) {
        long timeout = 0;
        boolean progress = false;
        Map<String, String> metadata = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        in.beginObject();
        for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
            if (member == 0 && in.peek() == ValueKind.NUMBER) {
                timeout = Math.max(0, in.readLong());
            } else if (member == 1 && in.peek() == ValueKind.OBJECT) {
                readMetadata(in, metadata);
            } else if (member == 2 && in.peek() == ValueKind.BOOLEAN) {
                progress = in.readBoolean();
            } else {
                in.skip();
            }
        }
        return new CallContextMember(timeout, metadata, progress);
    }

    private static void readMetadata(ValueReader in, Map<String, String> metadata) {
        in.beginObject();
        for (String name; (name = in.nextMember()) != null; ) {
            if (in.peek() == ValueKind.STRING && metadata.size() < MOST_ENTRIES) {
                metadata.put(name, in.readString());
            } else {
                in.skip();
            }
        }
    }

    void write(ValueWriter out) {
        out.beginObject();
        if (timeoutMillis > 0) {
            out.member(MEMBERS, 0);
            out.writeLong(timeoutMillis);
        }
        if (!metadata.isEmpty()) {
            out.member(MEMBERS, 1);
            out.beginObject();
            metadata.forEach((name, value) -> {
                out.member(name);
                out.writeString(value);
            });
            out.endObject();
        }
        if (progress) {
            out.member(MEMBERS, 2);
            out.writeBoolean(true);
        }
        out.endObject();
    }

    void applyTo(IncomingCall call) {
        if (timeoutMillis > 0) {
            call.timeLimit(timeoutMillis);
        }
        if (!metadata.isEmpty()) {
            call.metadata(metadata::get);
        }
    }
}
