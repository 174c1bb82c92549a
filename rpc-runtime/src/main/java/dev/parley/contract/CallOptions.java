package dev.parley.contract;

import dev.parley.codec.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says beside the arguments: how long it waits, what travels with the call, and who listens to its progress.
 * Immutable; each method gives options that differ in one point.
 *
 * <pre>{@code
 * Caller patient = peer.with(CallOptions.NONE.timeout(Duration.ofMinutes(5)).metadata("tenant", "blue"));
 * new DirectoryClient(patient).echo("hello");
 * }</pre>
 */
public final class CallOptions {
    /** Nothing: every call as the peer's settings say. */
    public static final CallOptions NONE = new CallOptions(null, Map.of(), null);

    private final @Nullable Duration timeout;
    private final Map<String, String> metadata;
    private final @Nullable Consumer<JsonValue> progress;

    private CallOptions(
            @Nullable Duration timeout, Map<String, String> metadata, @Nullable Consumer<JsonValue> progress) {
        this.timeout = timeout;
        this.metadata = metadata;
        this.progress = progress;
    }

    /**
     * Sets how long a call waits for its answer. The peer is told where it announced that it listens.
     *
     * @param limit zero for no limit
     * @throws IllegalArgumentException when it is negative or longer than 292 years
     */
    public CallOptions timeout(Duration limit) {
        if (limit.isNegative() || limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(
                    "a call can't wait for " + limit + "; choose a time from 0 to 292 years");
        }
        return new CallOptions(limit, metadata, progress);
    }

    /**
     * Adds an entry that travels with the call: a header on exchanges; on duplex connections in the message, where the
     * peer announced it.
     *
     * @param name letters, digits and hyphens; compared without regard to case
     * @param value visible ASCII and spaces
     * @throws IllegalArgumentException when either has other characters
     */
    public CallOptions metadata(String name, String value) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("the name \"" + name + "\" has to be of letters, digits and hyphens");
        }
        if (!value.matches("[ -~]*")) {
            throw new IllegalArgumentException("the value of " + name + " has to be of visible ASCII and spaces");
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(metadata);
        more.put(name, value);
        return new CallOptions(timeout, Collections.unmodifiableMap(more), progress);
    }

    /** Sets who is told how far the work is; it runs on the thread that reads, and must not block. */
    public CallOptions onProgress(Consumer<JsonValue> listener) {
        return new CallOptions(timeout, metadata, listener);
    }

    /** These options with what others say besides; where both say something, the others hold. */
    public CallOptions and(CallOptions others) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(metadata);
        all.putAll(others.metadata);
        return new CallOptions(
                others.timeout == null ? timeout : others.timeout,
                Collections.unmodifiableMap(all),
                others.progress == null ? progress : others.progress);
    }

    /** How long a call waits; empty for the peer's setting. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** What travels with the call. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** Who is told how far the work is; null when nobody is. */
    public @Nullable Consumer<JsonValue> progress() {
        return progress;
    }
}
