/** The command line: calls any method of any server, and prints any server's description. */
module dev.parley.cli {
    requires static org.jspecify;
    requires dev.parley.runtime;

    exports dev.parley.cli;
}
