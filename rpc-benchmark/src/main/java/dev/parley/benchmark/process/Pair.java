package dev.parley.benchmark.process;

import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.load.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The two processes of one contender on this machine. */
public final class Pair implements AutoCloseable {
    private final Launcher launcher;
    private final Child server;
    private final int port;
    private final Child client;

    /** How the processes of a contender are started. */
    public interface Launcher {
        /** The command that serves. */
        List<String> server() throws IOException;

        /** The command that calls the server at a port. */
        List<String> client(int port) throws IOException;
    }

    /** Starts both. */
    public Pair(Launcher launcher) throws IOException {
        this.launcher = launcher;
        this.server = new Child(launcher.server());
        this.port = Integer.parseInt(server.line());
        this.client = new Child(launcher.client(port));
    }

    /** Processes with the Java that runs this, and the contender's own jars. */
    public static Launcher java(Contenders contender, ClassPath path, List<String> options) {
        return new Launcher() {
            @Override
            public List<String> server() {
                return command(ServerMain.class, contender.name());
            }

            @Override
            public List<String> client(int port) {
                return command(ClientMain.class, contender.name(), Integer.toString(port));
            }

            private List<String> command(Class<?> main, String... arguments) {
                List<String> command = new ArrayList<>();
                command.add(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(options);
                command.addAll(List.of("-cp", path.with(path.jars(contender.jars())), main.getName()));
                command.addAll(List.of(arguments));
                return command;
            }
        };
    }

    /** The server's process. */
    public Child server() {
        return server;
    }

    /** The client's process. */
    public Child client() {
        return client;
    }

    /** Another client of the same server, by way of a port that leads there. */
    Child clientBy(int other) throws IOException {
        return new Child(launcher.client(other));
    }

    int port() {
        return port;
    }

    /** Puts on a load, and measures both sides while it lasts. */
    public Measured run(String workload, long millis) throws IOException {
        long allocated = allocated();
        double serverCpu = server.cpuSeconds();
        double clientCpu = client.cpuSeconds();
        Result result = Result.of(client.ask("run " + workload + " " + millis));
        return new Measured(
                result,
                server.cpuSeconds() - serverCpu,
                client.cpuSeconds() - clientCpu,
                allocated() - allocated,
                server.residentKib(),
                client.residentKib());
    }

    private long allocated() throws IOException {
        return Long.parseLong(server.ask("allocated"));
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
