package dev.parley.benchmark.process;

import dev.parley.benchmark.contender.Client;
import dev.parley.benchmark.contender.Contender;
import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.load.Load;
import dev.parley.benchmark.load.Result;
import dev.parley.benchmark.load.Workload;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The client process of a contender. It ends with its standard input. Arguments: the contender and the server's port.
 * Lines: {@code first} makes one call on a new connection, {@code run WORKLOAD MILLIS} puts on a load, {@code open
 * COUNT} leaves so many connections idle after one call each, {@code live} collects garbage.
 */
public final class ClientMain {
    private final Contender contender;
    private final int port;
    private final List<Client> clients = new ArrayList<>();

    private ClientMain(Contender contender, int port) {
        this.contender = contender;
        this.port = port;
    }

    /** Calls the server of a contender. */
    public static void main(String[] args) throws Exception {
        Contender contender = Contenders.named(args[0]).maker().get();
        new ClientMain(contender, Integer.parseInt(args[1])).answer();
        System.exit(0);
    }

    private void answer() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println(
                    switch (words[0]) {
                        case "first" -> open(1);
                        case "open" -> open(Integer.parseInt(words[1]));
                        case "live" -> LiveHeap.bytes();
                        case "run" ->
                            run(Workload.of(words[1]), Long.parseLong(words[2])).toLine();
                        default -> throw new IllegalArgumentException("a client does not know " + line);
                    });
        }
    }

    private String open(int count) throws Exception {
        connect(count);
        for (Client client : clients) {
            if (!client.echo("hello, world")) {
                return "wrong";
            }
        }
        return "right";
    }

    private Result run(Workload workload, long millis) throws Exception {
        connect(1);
        connect(
                clients.get(0).isAsynchronous()
                        ? workload.shape().connections()
                        : workload.shape().waitingConnections());
        return new Load(workload, clients).run(millis);
    }

    /** Keeps what is open, so that rounds that take turns go over the same connections. */
    private void connect(int count) throws Exception {
        while (clients.size() > count) {
            clients.remove(clients.size() - 1).close();
        }
        while (clients.size() < count) {
            clients.add(contender.connect(port));
        }
    }
}
