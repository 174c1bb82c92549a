// Written by Parley from Directory; changes are lost at the next build.
package phone;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Directory} of a peer. Safe for use by several threads. */
public final class DirectoryClient implements Directory {
    private final Caller caller;

    /** Calls through {@code caller}, which is usually a peer. */
    public DirectoryClient(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String echo(String text) {
        return caller.call(DirectoryMethods.ECHO, text);
    }

    @Override
    public List<Person> search(@Nullable Integer number, @Nullable String lastName, int limit) {
        return caller.call(DirectoryMethods.SEARCH, number, lastName, limit);
    }

    @Override
    public Person find(int id) throws NoSuchPersonException {
        return caller.call(DirectoryMethods.FIND, id);
    }

    @Override
    public CompletableFuture<Integer> count() {
        return caller.callAsync(DirectoryMethods.COUNT);
    }

    @Override
    public int sum(int... values) {
        return caller.call(DirectoryMethods.SUM, (Object) values);
    }

    @Override
    public void rename(int id, String name) {
        caller.call(DirectoryMethods.RENAME, id, name);
    }

    @Override
    public Optional<Person> first(Optional<String> name) {
        return caller.call(DirectoryMethods.FIRST, name);
    }

    @Override
    public void log(String line) {
        caller.notify(DirectoryMethods.LOG, line);
    }

    /** Asynchronous variants of the methods. */
    public Async async() {
        return new Async(caller);
    }

    /** Variants of the methods that send notifications, to which no peer responds. */
    public Notifying notifying() {
        return new Notifying(caller);
    }

    /** Variants of the methods that collect calls for one batch. For use by one thread; send it once. */
    public Batch batch() {
        return new Batch(caller.batch());
    }

    /** Calls any method by its name on the wire; {@code params} is an array, an object, or null for none. */
    public JsonValue call(String method, @Nullable JsonValue params) {
        return caller.call(MethodDescriptor.untyped(method), params);
    }

    /** Asynchronous variants of the methods of {@link Directory}. */
    public static final class Async {
        private final Caller caller;

        private Async(Caller caller) {
            this.caller = caller;
        }

        public CompletableFuture<String> echo(String text) {
            return caller.callAsync(DirectoryMethods.ECHO, text);
        }

        public CompletableFuture<List<Person>> search(@Nullable Integer number,
                @Nullable String lastName, int limit) {
            return caller.callAsync(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        public CompletableFuture<Person> find(int id) {
            return caller.callAsync(DirectoryMethods.FIND, id);
        }

        public CompletableFuture<Integer> count() {
            return caller.callAsync(DirectoryMethods.COUNT);
        }

        public CompletableFuture<Integer> sum(int... values) {
            return caller.callAsync(DirectoryMethods.SUM, (Object) values);
        }

        public CompletableFuture<@Nullable Void> rename(int id, String name) {
            return caller.callAsync(DirectoryMethods.RENAME, id, name);
        }

        public CompletableFuture<Optional<Person>> first(Optional<String> name) {
            return caller.callAsync(DirectoryMethods.FIRST, name);
        }

        public void log(String line) {
            caller.notify(DirectoryMethods.LOG, line);
        }
    }

    /** The methods of {@link Directory} as notifications. */
    public static final class Notifying {
        private final Caller caller;

        private Notifying(Caller caller) {
            this.caller = caller;
        }

        public void echo(String text) {
            caller.notify(DirectoryMethods.ECHO, text);
        }

        public void search(@Nullable Integer number, @Nullable String lastName, int limit) {
            caller.notify(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        public void find(int id) {
            caller.notify(DirectoryMethods.FIND, id);
        }

        public void count() {
            caller.notify(DirectoryMethods.COUNT);
        }

        public void sum(int... values) {
            caller.notify(DirectoryMethods.SUM, (Object) values);
        }

        public void rename(int id, String name) {
            caller.notify(DirectoryMethods.RENAME, id, name);
        }

        public void first(Optional<String> name) {
            caller.notify(DirectoryMethods.FIRST, name);
        }

        public void log(String line) {
            caller.notify(DirectoryMethods.LOG, line);
        }
    }

    /** Collects calls of the methods of {@link Directory}, and sends them as one batch. */
    public static final class Batch {
        private final CallBatch batch;

        private Batch(CallBatch batch) {
            this.batch = batch;
        }

        public CompletableFuture<String> echo(String text) {
            return batch.call(DirectoryMethods.ECHO, text);
        }

        public CompletableFuture<List<Person>> search(@Nullable Integer number,
                @Nullable String lastName, int limit) {
            return batch.call(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        public CompletableFuture<Person> find(int id) {
            return batch.call(DirectoryMethods.FIND, id);
        }

        public CompletableFuture<Integer> count() {
            return batch.call(DirectoryMethods.COUNT);
        }

        public CompletableFuture<Integer> sum(int... values) {
            return batch.call(DirectoryMethods.SUM, (Object) values);
        }

        public CompletableFuture<@Nullable Void> rename(int id, String name) {
            return batch.call(DirectoryMethods.RENAME, id, name);
        }

        public CompletableFuture<Optional<Person>> first(Optional<String> name) {
            return batch.call(DirectoryMethods.FIRST, name);
        }

        public void log(String line) {
            batch.notify(DirectoryMethods.LOG, line);
        }

        /** Sends the calls; completes when every call has ended. */
        public CompletableFuture<@Nullable Void> send() {
            return batch.send();
        }
    }
}
