package dev.parley.peer;

import dev.parley.call.CallLimits;
import dev.parley.serializer.ReadLimits;
import java.time.Duration;

/**
 * What a peer refuses and how long it waits, the same on every transport. Everything is limited unless a user says
 * otherwise; {@link #DEFAULT} is meant for the open network. Immutable.
 *
 * <pre>{@code Limits.DEFAULT.change().messageBytes(64 * 1024 * 1024).callTimeout(Duration.ofMinutes(5)).build()}</pre>
 */
public final class Limits {
    /**
     * 4 MiB a message that is received or a request, 16 MiB an answer, 128 levels, 262,144 values, batches of 100 with answers of 16 MiB together, 128
     * calls in flight and 1,024 or 16 MiB waiting, 8 MiB of answers waiting to be sent, 1,000 connections; 10 s to connect, 10 s for a message to arrive, 60 s
     * for a call, 5 minutes for a handler, 10 s to drain.
     */
    public static final Limits DEFAULT = new Builder().build();

    private final int messageBytes;
    private final int requestBytes;
    private final int responseBytes;
    private final int depth;
    private final int values;
    private final int batchRequests;
    private final int batchEntries;
    private final int batchResponseBytes;
    private final int callsInFlight;
    private final int callsQueued;
    private final long bytesQueued;
    private final long bytesUnsent;
    private final int connections;
    private final Duration connectTimeout;
    private final Duration partialMessageTimeout;
    private final Duration callTimeout;
    private final Duration handlerTimeout;
    private final Duration drainTimeout;

    private Limits(Builder builder) {
        messageBytes = builder.messageBytes;
        requestBytes = builder.requestBytes;
        responseBytes = builder.responseBytes;
        depth = builder.depth;
        values = builder.values;
        batchRequests = builder.batchRequests;
        batchEntries = builder.batchEntries;
        batchResponseBytes = builder.batchResponseBytes;
        callsInFlight = builder.callsInFlight;
        callsQueued = builder.callsQueued;
        bytesQueued = builder.bytesQueued;
        bytesUnsent = builder.bytesUnsent;
        connections = builder.connections;
        connectTimeout = builder.connectTimeout;
        partialMessageTimeout = builder.partialMessageTimeout;
        callTimeout = builder.callTimeout;
        handlerTimeout = builder.handlerTimeout;
        drainTimeout = builder.drainTimeout;
    }

    /** Starts other limits, which are these but for what is changed. */
    public Builder change() {
        return new Builder(this);
    }

    /**
     * How large a received message may be; checked before it is kept. A peer that connects mostly receives answers, so
     * there it is {@link #responseBytes} if that is larger.
     */
    public int messageBytes() {
        return messageBytes;
    }

    /**
     * How large a request or a batch may be that is sent. A larger one fails before it is sent; unless it is set, that is as
     * much as a peer with these limits accepts. A peer that accepts less says so when it first refuses one.
     */
    public int requestBytes() {
        return requestBytes;
    }

    /** How large an answer may be that is sent. */
    public int responseBytes() {
        return responseBytes;
    }

    /** How deep a received value may nest, the message itself being level 1. */
    public int depth() {
        return depth;
    }

    /**
     * How many values a received message may hold: each number, string, array and so on counts. A value of two bytes may
     * take a hundred in memory, so this bounds what a small message can make of itself.
     */
    public int values() {
        return values;
    }

    /** How many entries a batch may have that is sent; a larger one fails before it is sent. */
    public int batchRequests() {
        return batchRequests;
    }

    /** How many entries a received batch may have. */
    public int batchEntries() {
        return batchEntries;
    }

    /** How large the answers to a batch may be taken together. */
    public int batchResponseBytes() {
        return batchResponseBytes;
    }

    /** How many of a connection's calls run at once. */
    public int callsInFlight() {
        return callsInFlight;
    }

    /**
     * How many of a connection's calls may wait to run. Beyond that, reading pauses, or calls are answered busy while a
     * call of our own waits there.
     */
    public int callsQueued() {
        return callsQueued;
    }

    /** How many bytes the waiting calls may hold. */
    public long bytesQueued() {
        return bytesQueued;
    }

    /**
     * How many bytes of answers may wait on a connection to be sent, because the peer reads slowly. Beyond that, no further
     * calls start; those that run may go beyond by an answer each. Room is reserved for calls of methods whose answers have
     * been large lately, so that fewer of them run at once than {@link #callsInFlight()}.
     */
    public long bytesUnsent() {
        return bytesUnsent;
    }

    /** How many connections a listener holds at once. */
    public int connections() {
        return connections;
    }

    /** How long connecting may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a message may take from its first byte to its last; zero for no limit. */
    public Duration partialMessageTimeout() {
        return partialMessageTimeout;
    }

    /** How long a call waits for its answer; zero for no limit. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /**
     * How long a handler may run; zero for no limit. After it the caller is told that the deadline was exceeded, and the call
     * is cancelled in its {@link dev.parley.contract.CallContext}.
     */
    public Duration handlerTimeout() {
        return handlerTimeout;
    }

    /** How long calls in flight may take when a server closes. */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    ReadLimits reading() {
        return ReadLimits.DEFAULT.change().depth(depth).values(values).build();
    }

    CallLimits calls() {
        return new CallLimits(
                reading(),
                batchEntries,
                batchRequests,
                requestBytes,
                responseBytes,
                batchResponseBytes,
                callsInFlight,
                callsQueued,
                bytesQueued,
                bytesUnsent,
                handlerTimeout);
    }

    /**
     * Collects limits; each method sets the limit of its name, and throws an {@link IllegalArgumentException} that names it
     * when the value is out of range.
     */
    public static final class Builder {
        private static final int MIB = 1024 * 1024;

        /** Far beyond any use, and near enough to count in nanoseconds. */
        private static final Duration LONGEST = Duration.ofDays(36_500);

        private int messageBytes = 4 * MIB;
        private int requestBytes = 4 * MIB;
        private int responseBytes = 16 * MIB;
        private int depth = ReadLimits.DEFAULT.depth();
        private int values = ReadLimits.DEFAULT.values();
        private int batchRequests = 100;
        private int batchEntries = 100;
        private int batchResponseBytes = 16 * MIB;
        private int callsInFlight = 128;
        private int callsQueued = 1024;
        private long bytesQueued = 16 * MIB;
        private long bytesUnsent = 8 * MIB;
        private int connections = 1000;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration partialMessageTimeout = Duration.ofSeconds(10);
        private Duration callTimeout = Duration.ofSeconds(60);
        private Duration handlerTimeout = Duration.ofMinutes(5);
        private Duration drainTimeout = Duration.ofSeconds(10);

        private Builder() {}

        private Builder(Limits limits) {
            messageBytes = limits.messageBytes;
            requestBytes = limits.requestBytes;
            responseBytes = limits.responseBytes;
            depth = limits.depth;
            values = limits.values;
            batchRequests = limits.batchRequests;
            batchEntries = limits.batchEntries;
            batchResponseBytes = limits.batchResponseBytes;
            callsInFlight = limits.callsInFlight;
            callsQueued = limits.callsQueued;
            bytesQueued = limits.bytesQueued;
            bytesUnsent = limits.bytesUnsent;
            connections = limits.connections;
            connectTimeout = limits.connectTimeout;
            partialMessageTimeout = limits.partialMessageTimeout;
            callTimeout = limits.callTimeout;
            handlerTimeout = limits.handlerTimeout;
            drainTimeout = limits.drainTimeout;
        }

        /** See {@link Limits#messageBytes()}. */
        public Builder messageBytes(int bytes) {
            messageBytes = checked("messageBytes", bytes);
            return this;
        }

        /** See {@link Limits#requestBytes()}. */
        public Builder requestBytes(int bytes) {
            requestBytes = checked("requestBytes", bytes);
            return this;
        }

        /** See {@link Limits#responseBytes()}. */
        public Builder responseBytes(int bytes) {
            responseBytes = checked("responseBytes", bytes);
            return this;
        }

        /** See {@link Limits#depth()}. */
        public Builder depth(int levels) {
            depth = checked("depth", levels);
            return this;
        }

        /** See {@link Limits#values()}. */
        public Builder values(int number) {
            values = checked("values", number);
            return this;
        }

        /** See {@link Limits#batchRequests()}. */
        public Builder batchRequests(int entries) {
            batchRequests = checked("batchRequests", entries);
            return this;
        }

        /** See {@link Limits#batchEntries()}. */
        public Builder batchEntries(int entries) {
            batchEntries = checked("batchEntries", entries);
            return this;
        }

        /** See {@link Limits#batchResponseBytes()}. */
        public Builder batchResponseBytes(int bytes) {
            batchResponseBytes = checked("batchResponseBytes", bytes);
            return this;
        }

        /** See {@link Limits#callsInFlight()}. */
        public Builder callsInFlight(int calls) {
            callsInFlight = checked("callsInFlight", calls);
            return this;
        }

        /** See {@link Limits#callsQueued()}. */
        public Builder callsQueued(int calls) {
            callsQueued = checked("callsQueued", calls);
            return this;
        }

        /** See {@link Limits#bytesQueued()}. */
        public Builder bytesQueued(long bytes) {
            bytesQueued = checked("bytesQueued", bytes);
            return this;
        }

        /** See {@link Limits#bytesUnsent()}. */
        public Builder bytesUnsent(long bytes) {
            bytesUnsent = checked("bytesUnsent", bytes);
            return this;
        }

        /** See {@link Limits#connections()}. */
        public Builder connections(int atOnce) {
            connections = checked("connections", atOnce);
            return this;
        }

        /** See {@link Limits#connectTimeout()}. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = checked("connectTimeout", time, Duration.ofMillis(1));
            return this;
        }

        /** See {@link Limits#partialMessageTimeout()}. */
        public Builder partialMessageTimeout(Duration time) {
            partialMessageTimeout = checked("partialMessageTimeout", time, Duration.ZERO);
            return this;
        }

        /** See {@link Limits#callTimeout()}. */
        public Builder callTimeout(Duration time) {
            callTimeout = checked("callTimeout", time, Duration.ZERO);
            return this;
        }

        /** See {@link Limits#handlerTimeout()}. */
        public Builder handlerTimeout(Duration time) {
            handlerTimeout = checked("handlerTimeout", time, Duration.ZERO);
            return this;
        }

        /** See {@link Limits#drainTimeout()}. */
        public Builder drainTimeout(Duration time) {
            drainTimeout = checked("drainTimeout", time, Duration.ZERO);
            return this;
        }

        private static int checked(String name, int value) {
            return (int) checked(name, (long) value);
        }

        private static long checked(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
            }
            return value;
        }

        private static Duration checked(String name, Duration value, Duration least) {
            if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(name + " must be from " + (least.isZero() ? "0" : "1 ms") + " to "
                        + LONGEST.toDays() + " days, but is " + value);
            }
            return value;
        }

        /** The limits. */
        public Limits build() {
            return new Limits(this);
        }
    }
}
