package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Person;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** Eclipse LSP4J over sockets, set up with care: buffered streams and TCP_NODELAY. */
final class Lsp4j implements Contender {
    private static final int BUFFER = 1 << 16;

    /** Held, because the logging system itself only remembers loggers that somebody holds. */
    private static final Logger LOG = Logger.getLogger(StreamMessageProducer.class.getName());

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lsp4j");
        thread.setDaemon(true);
        return thread;
    });

    Lsp4j() {
        // It logs the end of every connection.
        LOG.setLevel(Level.OFF);
    }

    /** The phone book as LSP4J wants it: every method answers later. */
    interface Book {
        @JsonRequest
        CompletableFuture<String> echo(String text);

        @JsonRequest
        CompletableFuture<List<Person>> search(String lastName, int limit);
    }

    @Override
    public int serve() throws IOException {
        ServerSocket listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(() -> accept(listening));
        return listening.getLocalPort();
    }

    private void accept(ServerSocket listening) {
        LocalBook book = new LocalBook();
        try {
            while (true) {
                launch(listening.accept(), book).startListening();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server can't accept any more", e);
        }
    }

    private Launcher<Book> launch(Socket socket, Object local) throws IOException {
        socket.setTcpNoDelay(true);
        return Launcher.createIoLauncher(
                local,
                Book.class,
                new BufferedInputStream(socket.getInputStream(), BUFFER),
                new BufferedOutputStream(socket.getOutputStream(), BUFFER),
                threads,
                consumer -> consumer);
    }

    @Override
    public Client connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Launcher<Book> launcher = launch(socket, new Object());
        launcher.startListening();
        return new Lsp4jClient(socket, launcher.getRemoteProxy());
    }

    private static final class LocalBook implements Book {
        private final People.Book<Person> people = People.book(person -> person);

        @Override
        public CompletableFuture<String> echo(String text) {
            return CompletableFuture.completedFuture(text);
        }

        @Override
        public CompletableFuture<List<Person>> search(String lastName, int limit) {
            return CompletableFuture.completedFuture(people.search(lastName, limit));
        }
    }

    private record Lsp4jClient(Socket socket, Book book) implements Client {
        @Override
        public boolean echo(String text) {
            return book.echo(text).join().equals(text);
        }

        @Override
        public boolean search(int persons) {
            return People.isRight(book.search(People.FAMILY, persons).join(), persons);
        }

        @Override
        public void echo(String text, Outcome outcome) {
            book.echo(text).whenComplete((answer, error) -> outcome.ended(error == null && answer.equals(text)));
        }

        @Override
        public void search(int persons, Outcome outcome) {
            book.search(People.FAMILY, persons)
                    .whenComplete((answer, error) -> outcome.ended(error == null && People.isRight(answer, persons)));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
