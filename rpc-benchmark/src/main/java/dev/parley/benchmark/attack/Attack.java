package dev.parley.benchmark.attack;

import java.nio.charset.StandardCharsets;

/** The ways in which a hostile peer attacks a server; the peer never reads an answer. */
enum Attack {
    /** Messages that are not requests, for ever. */
    SCALARS("1 for ever, unread", 3, "1\n", Integer.MAX_VALUE),

    /** Calls of a method that does not exist, for ever. */
    UNKNOWN_METHODS(
            "unknown methods for ever, unread",
            3,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no.such.method\"}\n",
            Integer.MAX_VALUE),

    /** Batches without entries, for ever. */
    EMPTY_BATCHES("[] for ever, unread", 3, "[]\n", Integer.MAX_VALUE),

    /** Small calls, for ever. */
    ECHOES(
            "echo for ever, unread",
            3,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":[\"hello\"]}\n",
            Integer.MAX_VALUE),

    /** Calls with results of a megabyte. */
    LARGE_RESULTS(
            "1,000 results of 1 MiB each, unread",
            4,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"big\",\"params\":[1048576]}\n",
            1000),

    /** The same, each on a connection that is reset and made anew again and again. */
    RESETS(
            "50 results of 1 MiB each, unread, reset each second",
            4,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"big\",\"params\":[1048576]}\n",
            50);

    private final String title;
    private final int connections;
    private final byte[] message;
    private final int times;

    Attack(String title, int connections, String message, int times) {
        this.title = title;
        this.connections = connections;
        this.message = message.getBytes(StandardCharsets.UTF_8);
        this.times = times;
    }

    String title() {
        return title;
    }

    int connections() {
        return connections;
    }

    /** What each connection sends, again and again. */
    byte[] message() {
        return message;
    }

    /** How often. */
    int times() {
        return times;
    }

    /** Whether a connection is given up after a second, with what came unread. */
    boolean resets() {
        return this == RESETS;
    }
}
