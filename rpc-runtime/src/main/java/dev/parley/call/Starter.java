package dev.parley.call;

/** Starts calls: now, later or never. */
@FunctionalInterface
public interface Starter {
    /**
     * Takes a call over. It either runs it before this returns, or {@linkplain IncomingCall#keep keeps} it and runs it
     * later, or refuses it; each exactly once.
     */
    void start(IncomingCall call);
}
