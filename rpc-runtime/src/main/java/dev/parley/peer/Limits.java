package dev.parley.peer;

import dev.parley.dispatch.DispatchLimits;
import dev.parley.serializer.ReadLimits;
import java.time.Duration;

/**
 * What a peer refuses and how long it waits, the same on every transport. Everything is limited unless a user says
 * otherwise; {@link #DEFAULT} is meant for the open network.
 *
 * <pre>{@code Limits.DEFAULT.change().messageBytes(64 * 1024 * 1024).callTimeout(Duration.ofMinutes(5)).build()}</pre>
 *
 * @param messageBytes how large a received message may be; checked before it is kept. A peer that connects receives
 *     answers above all, so that there it is {@code responseBytes} if that is more
 * @param responseBytes how large an answer or a request may be that is sent
 * @param depth how deep a received value may nest
 * @param batchEntries how many entries a received batch may have
 * @param batchResponseBytes how large the answers to a batch may be taken together
 * @param callsInFlight how many of a connection's calls run at once
 * @param callsQueued how many of its calls may wait to run; beyond, reading pauses, or calls are answered busy while
 *     a call of our own waits there
 * @param bytesQueued how many bytes the waiting calls may hold
 * @param connections how many connections a listener holds at once
 * @param connectTimeout how long connecting may take
 * @param partialMessageTimeout how long a message may take from its first byte to its last; zero for no limit
 * @param callTimeout how long a call waits for its answer; zero for no limit
 * @param drainTimeout how long calls in flight may take when a server closes
 */
public record Limits(
        int messageBytes,
        int responseBytes,
        int depth,
        int batchEntries,
        int batchResponseBytes,
        int callsInFlight,
        int callsQueued,
        long bytesQueued,
        int connections,
        Duration connectTimeout,
        Duration partialMessageTimeout,
        Duration callTimeout,
        Duration drainTimeout) {
    private static final int MIB = 1024 * 1024;

    /**
     * 4 MiB a message, 16 MiB an answer, 128 levels, batches of 100 with answers of 16 MiB together, 128 calls in
     * flight and 1,024 or 16 MiB waiting, 1,000 connections; 10 s to connect, 10 s for a message to arrive, 60 s for a
     * call, 10 s to drain.
     */
    public static final Limits DEFAULT = new Limits(
            4 * MIB,
            16 * MIB,
            128,
            100,
            16 * MIB,
            128,
            1024,
            16 * MIB,
            1000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));

    /** Starts other limits, which are these but for what is changed. */
    public Builder change() {
        return new Builder(this);
    }

    ReadLimits reading() {
        return new ReadLimits(depth, ReadLimits.DEFAULT.nameLength(), ReadLimits.DEFAULT.numberLength());
    }

    DispatchLimits dispatching() {
        return new DispatchLimits(reading(), batchEntries, responseBytes, batchResponseBytes);
    }

    /** Collects limits; each method sets the component of its name. */
    public static final class Builder {
        private int messageBytes;
        private int responseBytes;
        private int depth;
        private int batchEntries;
        private int batchResponseBytes;
        private int callsInFlight;
        private int callsQueued;
        private long bytesQueued;
        private int connections;
        private Duration connectTimeout;
        private Duration partialMessageTimeout;
        private Duration callTimeout;
        private Duration drainTimeout;

        private Builder(Limits limits) {
            messageBytes = limits.messageBytes;
            responseBytes = limits.responseBytes;
            depth = limits.depth;
            batchEntries = limits.batchEntries;
            batchResponseBytes = limits.batchResponseBytes;
            callsInFlight = limits.callsInFlight;
            callsQueued = limits.callsQueued;
            bytesQueued = limits.bytesQueued;
            connections = limits.connections;
            connectTimeout = limits.connectTimeout;
            partialMessageTimeout = limits.partialMessageTimeout;
            callTimeout = limits.callTimeout;
            drainTimeout = limits.drainTimeout;
        }

        /** See {@link Limits#messageBytes()}. */
        public Builder messageBytes(int bytes) {
            messageBytes = bytes;
            return this;
        }

        /** See {@link Limits#responseBytes()}. */
        public Builder responseBytes(int bytes) {
            responseBytes = bytes;
            return this;
        }

        /** See {@link Limits#depth()}. */
        public Builder depth(int levels) {
            depth = levels;
            return this;
        }

        /** See {@link Limits#batchEntries()}. */
        public Builder batchEntries(int entries) {
            batchEntries = entries;
            return this;
        }

        /** See {@link Limits#batchResponseBytes()}. */
        public Builder batchResponseBytes(int bytes) {
            batchResponseBytes = bytes;
            return this;
        }

        /** See {@link Limits#callsInFlight()}. */
        public Builder callsInFlight(int calls) {
            callsInFlight = calls;
            return this;
        }

        /** See {@link Limits#callsQueued()}. */
        public Builder callsQueued(int calls) {
            callsQueued = calls;
            return this;
        }

        /** See {@link Limits#bytesQueued()}. */
        public Builder bytesQueued(long bytes) {
            bytesQueued = bytes;
            return this;
        }

        /** See {@link Limits#connections()}. */
        public Builder connections(int atOnce) {
            connections = atOnce;
            return this;
        }

        /** See {@link Limits#connectTimeout()}. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = time;
            return this;
        }

        /** See {@link Limits#partialMessageTimeout()}. */
        public Builder partialMessageTimeout(Duration time) {
            partialMessageTimeout = time;
            return this;
        }

        /** See {@link Limits#callTimeout()}. */
        public Builder callTimeout(Duration time) {
            callTimeout = time;
            return this;
        }

        /** See {@link Limits#drainTimeout()}. */
        public Builder drainTimeout(Duration time) {
            drainTimeout = time;
            return this;
        }

        /** The limits. */
        public Limits build() {
            return new Limits(
                    messageBytes,
                    responseBytes,
                    depth,
                    batchEntries,
                    batchResponseBytes,
                    callsInFlight,
                    callsQueued,
                    bytesQueued,
                    connections,
                    connectTimeout,
                    partialMessageTimeout,
                    callTimeout,
                    drainTimeout);
        }
    }
}
