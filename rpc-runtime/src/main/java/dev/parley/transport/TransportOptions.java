package dev.parley.transport;

import dev.parley.framing.Framing;
import dev.parley.framing.Framings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a transport is asked to keep to: limits, the framing, and the settings that only some transports know. Immutable.
 *
 * <pre>{@code TransportOptions.DEFAULT.change().maxFrame(1 << 20).with(Tls.class, tls).build()}</pre>
 */
public final class TransportOptions {
    /** 4 MiB a frame, 128 levels, 1,000 connections, 8 MiB unsent, 10 s to connect and for a frame to arrive, framing {@code json}. */
    public static final TransportOptions DEFAULT = new TransportOptions(new Builder());

    private final int maxFrame;
    private final int maxDepth;
    private final int maxConnections;
    private final int maxUnsent;
    private final boolean callersMayRead;
    private final Duration connectTimeout;
    private final Duration partialFrameTimeout;
    private final Framing framing;
    private final Map<Class<?>, Object> settings;

    private TransportOptions(Builder from) {
        maxFrame = from.maxFrame;
        maxDepth = from.maxDepth;
        maxConnections = from.maxConnections;
        maxUnsent = from.maxUnsent;
        callersMayRead = from.callersMayRead;
        connectTimeout = from.connectTimeout;
        partialFrameTimeout = from.partialFrameTimeout;
        framing = from.framing;
        settings = Map.copyOf(from.settings);
    }

    /** How many bytes a received frame may have; checked before the bytes are kept. */
    public int maxFrame() {
        return maxFrame;
    }

    /** How deep a framing that follows brackets lets them nest. */
    public int maxDepth() {
        return maxDepth;
    }

    /** How many connections a listener holds at once. */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * How many bytes may wait in one connection to be sent before it reads no further requests. It reads on while somebody waits
     * for an answer over it, since its peer may wait for the same.
     */
    public int maxUnsent() {
        return maxUnsent;
    }

    /**
     * Whether a caller that blocks may read the connection itself, and hand over on its own thread whatever else comes; see
     * {@link DuplexConnection#lead}. For those that connect and offer nothing to call.
     */
    public boolean callersMayRead() {
        return callersMayRead;
    }

    /** How long connecting may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a frame may take from its first byte to its last; zero for no limit. */
    public Duration partialFrameTimeout() {
        return partialFrameTimeout;
    }

    /** How one frame is told from the next, on transports that carry bare bytes. */
    public Framing framing() {
        return framing;
    }

    /** What was set with {@link Builder#with} for transports that know this type, such as TLS or a mapping of statuses. */
    public <T> Optional<T> settings(Class<T> type) {
        return Optional.ofNullable(type.cast(settings.get(type)));
    }

    /** Starts other options, which are these but for what is changed. */
    public Builder change() {
        return new Builder(this);
    }

    /** Collects options; each method sets the option of its name. */
    public static final class Builder {
        private int maxFrame = 4 * 1024 * 1024;
        private int maxDepth = 128;
        private int maxConnections = 1000;
        private int maxUnsent = 8 * 1024 * 1024;
        private boolean callersMayRead;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration partialFrameTimeout = Duration.ofSeconds(10);
        private Framing framing = Framings.JSON;
        private final Map<Class<?>, Object> settings = new HashMap<>();

        private Builder() {}

        private Builder(TransportOptions options) {
            maxFrame = options.maxFrame;
            maxDepth = options.maxDepth;
            maxConnections = options.maxConnections;
            maxUnsent = options.maxUnsent;
            callersMayRead = options.callersMayRead;
            connectTimeout = options.connectTimeout;
            partialFrameTimeout = options.partialFrameTimeout;
            framing = options.framing;
            settings.putAll(options.settings);
        }

        /** See {@link TransportOptions#maxFrame()}. */
        public Builder maxFrame(int bytes) {
            maxFrame = bytes;
            return this;
        }

        /** See {@link TransportOptions#maxDepth()}. */
        public Builder maxDepth(int levels) {
            maxDepth = levels;
            return this;
        }

        /** See {@link TransportOptions#maxConnections()}. */
        public Builder maxConnections(int atOnce) {
            maxConnections = atOnce;
            return this;
        }

        /** See {@link TransportOptions#maxUnsent()}. */
        public Builder maxUnsent(int bytes) {
            maxUnsent = bytes;
            return this;
        }

        /** See {@link TransportOptions#callersMayRead()}. */
        public Builder callersMayRead(boolean may) {
            callersMayRead = may;
            return this;
        }

        /** See {@link TransportOptions#connectTimeout()}. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = time;
            return this;
        }

        /** See {@link TransportOptions#partialFrameTimeout()}. */
        public Builder partialFrameTimeout(Duration time) {
            partialFrameTimeout = time;
            return this;
        }

        /** See {@link TransportOptions#framing()}. */
        public Builder framing(Framing framing) {
            this.framing = framing;
            return this;
        }

        /** Adds settings of one type, for the transports that know it; replaces earlier ones of that type. */
        public <T> Builder with(Class<T> type, T settings) {
            this.settings.put(type, settings);
            return this;
        }

        /** The options. */
        public TransportOptions build() {
            return new TransportOptions(this);
        }
    }
}
