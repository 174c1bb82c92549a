package dev.parley.benchmark.contender;

/** A program under test. Server and client run in processes of their own. */
public interface Contender {
    /** Starts a server at a free port of the loopback interface, which it returns. It ends with its process. */
    int serve() throws Exception;

    /** Opens one connection to a server of the same contender. */
    Client connect(int port) throws Exception;
}
