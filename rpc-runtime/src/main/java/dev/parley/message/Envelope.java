package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as a serializer found it: which members stand where. It says nothing about whether the message is right;
 * a {@link Dialect} does. Mutable and recycled: valid until the reader that fills it moves on.
 *
 * <p>Member names are compared exactly: JSON-RPC 2.0, section 2, makes them case-sensitive.
 */
public final class Envelope {
    /** Further members are remembered up to this number, and passed over beyond it. */
    public static final int MAX_EXTRAS = 16;

    private static final Version[] VERSIONS = Version.values();

    private boolean object;
    /** The version's ordinal; see {@link Part}. */
    private int version = Version.ABSENT.ordinal();

    private final Part id = new Part();
    private final Part method = new Part();
    private final Part params = new Part();
    private final Part result = new Part();
    private final Part error = new Part();
    private boolean idIsLong;
    private long idNumber;
    private @Nullable String methodText;
    private boolean duplicate;
    private final List<Extra> extras = new ArrayList<>(0);

    /** An empty envelope. */
    public Envelope() {}

    /** What the message says of its version. */
    public enum Version {
        /** Neither {@code jsonrpc} nor {@code version}. */
        ABSENT,
        /** {@code "jsonrpc": "2.0"}. */
        V2_0,
        /** {@code jsonrpc} with another value, or {@code version} without {@code jsonrpc}. */
        OTHER
    }

    /** A member that the family's messages do not have: its name, and its value's place in the frame. */
    public record Extra(String name, ValueKind kind, int from, int to) {}

    /** Forgets everything. */
    public void clear() {
        object = false;
        version = Version.ABSENT.ordinal();
        id.clear();
        method.clear();
        params.clear();
        result.clear();
        error.clear();
        idIsLong = false;
        idNumber = 0;
        methodText = null;
        duplicate = false;
        if (!extras.isEmpty()) {
            extras.clear();
        }
    }

    /** Takes over all that another envelope says. */
    public void copyFrom(Envelope other) {
        object = other.object;
        version = other.version;
        id.copyFrom(other.id);
        method.copyFrom(other.method);
        params.copyFrom(other.params);
        result.copyFrom(other.result);
        error.copyFrom(other.error);
        idIsLong = other.idIsLong;
        idNumber = other.idNumber;
        methodText = other.methodText;
        duplicate = other.duplicate;
        if (!extras.isEmpty() || !other.extras.isEmpty()) {
            extras.clear();
            extras.addAll(other.extras);
        }
    }

    /** Whether the message is an object at all; when not, nothing else is set. */
    public boolean isObject() {
        return object;
    }

    /** Called by serializers. */
    public void setObject(boolean isObject) {
        this.object = isObject;
    }

    /** The version that the message names. */
    public Version version() {
        return VERSIONS[version];
    }

    /** Called by serializers. */
    public void setVersion(Version found) {
        this.version = found.ordinal();
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

    /** Called by serializers for an id that has a long's value. */
    public void setIdNumber(long value) {
        idIsLong = true;
        idNumber = value;
    }

    /**
     * The method's name decoded, set when the bytes in {@link #method()}'s range are not its plain UTF-8 (escapes in
     * JSON, chunks in CBOR), else null.
     */
    public @Nullable String methodText() {
        return methodText;
    }

    /** Called by serializers; see {@link #methodText()}. */
    public void setMethodText(String text) {
        this.methodText = text;
    }

    /** Whether a member of the family stands twice: two readers could see two different messages, so it is refused. */
    public boolean hasDuplicate() {
        return duplicate;
    }

    /** Called by serializers. */
    public void setDuplicate() {
        this.duplicate = true;
    }

    /** The other members, in order of arrival, at most {@link #MAX_EXTRAS}. */
    public List<Extra> extras() {
        return extras;
    }

    /** Called by serializers; beyond {@link #MAX_EXTRAS} nothing happens. */
    public void addExtra(String name, ValueKind kind, int from, int to) {
        if (extras.size() < MAX_EXTRAS) {
            extras.add(new Extra(name, kind, from, to));
        }
    }
}
