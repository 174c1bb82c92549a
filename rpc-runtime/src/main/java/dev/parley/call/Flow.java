package dev.parley.call;

/** The connection's side of a queue of calls: whether it can take answers, and whether it may stop reading. */
public interface Flow {
    /** Stops reading requests, or goes on. */
    void pause(boolean on);

    /**
     * Whether reading has to go on whatever waits in the queue, because something on the connection needs input. Calls
     * beyond the queue's limit are answered busy then.
     */
    boolean mustRead();

    /** How many bytes of further answers the connection has room for; negative when it holds more than it should. */
    long room();

    /** The peer goes on calling and does not read its answers. */
    void overrun();

    /** The last of the calls has ended. */
    void idle();
}
