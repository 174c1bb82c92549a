package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Directory;
import dev.parley.benchmark.api.DirectorySkeleton;
import dev.parley.benchmark.api.NonBlockingDirectory;
import dev.parley.benchmark.api.NonBlockingDirectorySkeleton;
import dev.parley.benchmark.api.Person;
import dev.parley.contract.Service;
import dev.parley.peer.Limits;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Parley as a user gets it: generated client and skeleton, all settings at their defaults but what is named. */
final class Parley implements Contender {
    private static final int LARGE = 128 << 20;

    private final Service service;
    private final Serializer serializer;

    private final Limits limits;

    private Parley(Service service, Serializer serializer, Limits limits) {
        this.service = service;
        this.serializer = serializer;
        this.limits = limits;
    }

    /** Methods run on threads of their own. */
    static Contender withDefaults() {
        return new Parley(new DirectorySkeleton(new Book()), JsonSerializer.INSTANCE, Limits.DEFAULT);
    }

    /** Methods are declared never to wait. */
    static Contender nonBlocking() {
        return nonBlocking(JsonSerializer.INSTANCE, Limits.DEFAULT);
    }

    /** Non-blocking methods with JSON by Jackson instead of by our own reader and writer. */
    static Contender byJackson() {
        return nonBlocking(JacksonSerializer.INSTANCE, Limits.DEFAULT);
    }

    /** The same in CBOR. */
    static Contender cbor() {
        return nonBlocking(BinarySerializer.cbor(), Limits.DEFAULT);
    }

    /** The same in Smile. */
    static Contender smile() {
        return nonBlocking(BinarySerializer.smile(), Limits.DEFAULT);
    }

    /** The same with room for results of a million persons. */
    static Contender forLargeResults() {
        return nonBlocking(
                JsonSerializer.INSTANCE,
                Limits.DEFAULT.change().messageBytes(LARGE).responseBytes(LARGE).build());
    }

    private static Contender nonBlocking(Serializer serializer, Limits limits) {
        return new Parley(new NonBlockingDirectorySkeleton(new NonBlockingBook()), serializer, limits);
    }

    @Override
    public int serve() throws IOException {
        RpcServer server = RpcServer.builder()
                .serializer(serializer)
                .limits(limits)
                .service(service)
                .listen("tcp://127.0.0.1:0")
                .start();
        return URI.create(server.uri()).getPort();
    }

    @Override
    public Client connect(int port) throws IOException {
        return new ParleyClient(
                Peer.builder().serializer(serializer).limits(limits).connect("tcp://127.0.0.1:" + port));
    }

    private static final class Book implements Directory {
        private final People.Book<Person> people = People.book(person -> person);

        @Override
        public String echo(String text) {
            return text;
        }

        @Override
        public List<Person> search(String lastName, int limit) {
            return people.search(lastName, limit);
        }
    }

    private static final class NonBlockingBook implements NonBlockingDirectory {
        private final People.Book<Person> people = People.book(person -> person);

        @Override
        public String echo(String text) {
            return text;
        }

        @Override
        public List<Person> search(String lastName, int limit) {
            return people.search(lastName, limit);
        }
    }
}
