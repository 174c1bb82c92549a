package dev.parley.call;

import java.util.ArrayDeque;

/** The handlers of one connection that wait for a thread, and how many have one; under its pool's lock. */
final class LaneTasks {
    final ArrayDeque<Runnable> waiting = new ArrayDeque<>(0);
    int running;
}
