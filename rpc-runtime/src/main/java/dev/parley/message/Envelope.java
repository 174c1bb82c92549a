package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as a serializer found it: which member lies where. It does not say whether the message is valid; a
 * {@link Dialect} does. It belongs to the reader that filled it, and is valid until that reader moves on or is closed.
 *
 * <p>Member names are compared exactly: JSON-RPC 2.0, section 2, makes them case-sensitive.
 */
public abstract sealed class Envelope permits Envelope.Recorder {
    /** Further members are remembered up to this number, and passed over beyond it. */
    public static final int MAX_EXTRAS = 16;

    private static final Version[] VERSIONS = Version.values();

    private boolean object;
    /** The version's ordinal; see {@link Part}. */
    private int version = Version.ABSENT.ordinal();

    private final Part id = new Part();
    private final Part method = new Part();
    private final Part params = new Part();
    private final Part keywords = new Part();
    private final Part result = new Part();
    private final Part error = new Part();
    private boolean idIsLong;
    private long idNumber;
    private @Nullable String methodText;
    private boolean duplicate;
    private final List<Extra> extras = new ArrayList<>(0);

    private Envelope() {}

    /** The members that messages of the family have; a {@link Dialect} says what each is called. */
    public enum Member {
        /** The version of JSON-RPC 2.0: {@code jsonrpc}. */
        VERSION,
        /** What joins a request and its answer: {@code id}. */
        ID,
        /** The name of the called method: {@code method}. */
        METHOD,
        /** The arguments: {@code params}. */
        PARAMS,
        /** What a successful call gave: {@code result}. */
        RESULT,
        /** Why a call failed: {@code error}. */
        ERROR,
        /** The version of JSON-RPC 1.1, which no dialect here speaks: {@code version}. */
        OTHER_VERSION,
        /** Arguments by name beside those by position; absent in most dialects. */
        KEYWORDS
    }

    /** What the message says of its version. */
    public enum Version {
        /** Neither {@code jsonrpc} nor {@code version}. */
        ABSENT,
        /** {@code "jsonrpc": "2.0"}. */
        V2_0,
        /** {@code jsonrpc} with another value, or {@code version} without {@code jsonrpc}. */
        OTHER
    }

    /** A member that the dialect's messages do not have: its name, and the place of its value in the frame. */
    public record Extra(String name, ValueKind kind, int from, int to) {}

    /** Whether the message is an object at all; if it is not, nothing else is set. */
    public boolean isObject() {
        return object;
    }

    /** The version that the message names. */
    public Version version() {
        return VERSIONS[version];
    }

    /** The {@code id}; its range can be echoed byte for byte. */
    public Part id() {
        return id;
    }

    /** The {@code method}; of a string, the range is its content, for comparing names. */
    public Part method() {
        return method;
    }

    /** The {@code params}. */
    public Part params() {
        return params;
    }

    /** Arguments by name beside {@link #params()}, in dialects that have a member for them. */
    public Part keywords() {
        return keywords;
    }

    /** The {@code result}. */
    public Part result() {
        return result;
    }

    /** The {@code error}. */
    public Part error() {
        return error;
    }

    /** Whether the id is a number whose value is a {@code long}, however it is written ({@code 1}, {@code 1.0}). */
    public boolean idIsLong() {
        return idIsLong;
    }

    /** The id's value, if {@link #idIsLong()}. */
    public long idNumber() {
        return idNumber;
    }

    /**
     * The method's name decoded, set when the bytes in {@link #method()}'s range are not its plain UTF-8 (escapes in
     * JSON, chunks in CBOR), else null.
     */
    public @Nullable String methodText() {
        return methodText;
    }

    /**
     * Whether a member of the family appears twice. Two readers could see two different messages, so a dialect rejects
     * it.
     */
    public boolean hasDuplicate() {
        return duplicate;
    }

    /** The other members, in order of arrival, at most {@link #MAX_EXTRAS}. */
    public List<Extra> extras() {
        return extras;
    }

    /** An envelope that a serializer fills; the reader keeps it and hands it out as an {@link Envelope}. */
    public static final class Recorder extends Envelope {
        /** An empty envelope. */
        public Recorder() {}

        /** Forgets everything. */
        public void clear() {
            super.object = false;
            super.version = Version.ABSENT.ordinal();
            super.id.clear();
            super.method.clear();
            super.params.clear();
            if (super.keywords.isPresent()) {
                super.keywords.clear();
            }
            super.result.clear();
            super.error.clear();
            super.idIsLong = false;
            super.idNumber = 0;
            super.methodText = null;
            super.duplicate = false;
            if (!super.extras.isEmpty()) {
                super.extras.clear();
            }
        }

        /** Records that the message is an object. */
        public void object() {
            super.object = true;
        }

        /** Records the version that the message names. */
        public void version(Version found) {
            super.version = found.ordinal();
        }

        /** Records the id. */
        public void id(ValueKind kind, int from, int to) {
            super.id.set(kind, from, to);
        }

        /** Records the value of an id that is a {@code long}. */
        public void idNumber(long value) {
            super.idIsLong = true;
            super.idNumber = value;
        }

        /** Records the method; of a string, the range of its content. */
        public void method(ValueKind kind, int from, int to) {
            super.method.set(kind, from, to);
        }

        /** Records the method's name where it has to be decoded; see {@link #methodText()}. */
        public void methodText(String text) {
            super.methodText = text;
        }

        /** Records the params. */
        public void params(ValueKind kind, int from, int to) {
            super.params.set(kind, from, to);
        }

        /** Records the arguments by name that come beside the params. */
        public void keywords(ValueKind kind, int from, int to) {
            super.keywords.set(kind, from, to);
        }

        /** Records the result; {@code to} may be {@link Part#OPEN}. */
        public void result(ValueKind kind, int from, int to) {
            super.result.set(kind, from, to);
        }

        /** Records the error. */
        public void error(ValueKind kind, int from, int to) {
            super.error.set(kind, from, to);
        }

        /** Records that a member of the family appears twice. */
        public void duplicate() {
            super.duplicate = true;
        }

        /** Records any other member; beyond {@link #MAX_EXTRAS} nothing happens. */
        public void extra(String name, ValueKind kind, int from, int to) {
            if (super.extras.size() < MAX_EXTRAS) {
                super.extras.add(new Extra(name, kind, from, to));
            }
        }
    }
}
