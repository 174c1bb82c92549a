// Written by Parley from Directory; changes are lost at the next build.
package phone;

import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.serializer.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Directory} elsewhere. Safe for many threads. */
public final class DirectoryClient implements Directory {
    private final Caller caller;

    /** Calls by {@code caller}: a peer, as a rule. */
    public DirectoryClient(Caller caller) {
        this.caller = caller;
    }

    /**
     * Says it again.
     *
     * @param text what to say
     * @return the same
     */
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

    /** The same methods, none of which waits. */
    public Async async() {
        return new Async(caller);
    }

    /** The same methods as notifications: nobody learns what became of them. */
    public Notifying notifying() {
        return new Notifying(caller);
    }

    /** The same methods, collected to go out together. For one thread; send it once. */
    public Batch batch() {
        return new Batch(caller.batch());
    }

    /** Calls any method by name; {@code params} is an array or an object, or null for none. */
    public JsonValue call(String method, @Nullable JsonValue params) {
        return caller.call(MethodDescriptor.untyped(method), params);
    }

    /** Calls a {@link Directory} elsewhere and does not wait. */
    public static final class Async {
        private final Caller caller;

        private Async(Caller caller) {
            this.caller = caller;
        }

        /** See {@link Directory#echo}. */
        public CompletableFuture<String> echo(String text) {
            return caller.callAsync(DirectoryMethods.ECHO, text);
        }

        /** See {@link Directory#search}. */
        public CompletableFuture<List<Person>> search(@Nullable Integer number,
                @Nullable String lastName, int limit) {
            return caller.callAsync(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        /** See {@link Directory#find}. */
        public CompletableFuture<Person> find(int id) {
            return caller.callAsync(DirectoryMethods.FIND, id);
        }

        /** See {@link Directory#count}. */
        public CompletableFuture<Integer> count() {
            return caller.callAsync(DirectoryMethods.COUNT);
        }

        /** See {@link Directory#sum}. */
        public CompletableFuture<Integer> sum(int... values) {
            return caller.callAsync(DirectoryMethods.SUM, (Object) values);
        }

        /** See {@link Directory#rename}. */
        public CompletableFuture<@Nullable Void> rename(int id, String name) {
            return caller.callAsync(DirectoryMethods.RENAME, id, name);
        }

        /** See {@link Directory#first}. */
        public CompletableFuture<Optional<Person>> first(Optional<String> name) {
            return caller.callAsync(DirectoryMethods.FIRST, name);
        }

        /** See {@link Directory#log}. */
        public void log(String line) {
            caller.notify(DirectoryMethods.LOG, line);
        }
    }

    /** Notifies a {@link Directory} elsewhere. */
    public static final class Notifying {
        private final Caller caller;

        private Notifying(Caller caller) {
            this.caller = caller;
        }

        /** See {@link Directory#echo}. */
        public void echo(String text) {
            caller.notify(DirectoryMethods.ECHO, text);
        }

        /** See {@link Directory#search}. */
        public void search(@Nullable Integer number, @Nullable String lastName, int limit) {
            caller.notify(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        /** See {@link Directory#find}. */
        public void find(int id) {
            caller.notify(DirectoryMethods.FIND, id);
        }

        /** See {@link Directory#count}. */
        public void count() {
            caller.notify(DirectoryMethods.COUNT);
        }

        /** See {@link Directory#sum}. */
        public void sum(int... values) {
            caller.notify(DirectoryMethods.SUM, (Object) values);
        }

        /** See {@link Directory#rename}. */
        public void rename(int id, String name) {
            caller.notify(DirectoryMethods.RENAME, id, name);
        }

        /** See {@link Directory#first}. */
        public void first(Optional<String> name) {
            caller.notify(DirectoryMethods.FIRST, name);
        }

        /** See {@link Directory#log}. */
        public void log(String line) {
            caller.notify(DirectoryMethods.LOG, line);
        }
    }

    /** Collects calls of a {@link Directory} elsewhere. */
    public static final class Batch {
        private final CallBatch batch;

        private Batch(CallBatch batch) {
            this.batch = batch;
        }

        /** See {@link Directory#echo}. */
        public CompletableFuture<String> echo(String text) {
            return batch.call(DirectoryMethods.ECHO, text);
        }

        /** See {@link Directory#search}. */
        public CompletableFuture<List<Person>> search(@Nullable Integer number,
                @Nullable String lastName, int limit) {
            return batch.call(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        /** See {@link Directory#find}. */
        public CompletableFuture<Person> find(int id) {
            return batch.call(DirectoryMethods.FIND, id);
        }

        /** See {@link Directory#count}. */
        public CompletableFuture<Integer> count() {
            return batch.call(DirectoryMethods.COUNT);
        }

        /** See {@link Directory#sum}. */
        public CompletableFuture<Integer> sum(int... values) {
            return batch.call(DirectoryMethods.SUM, (Object) values);
        }

        /** See {@link Directory#rename}. */
        public CompletableFuture<@Nullable Void> rename(int id, String name) {
            return batch.call(DirectoryMethods.RENAME, id, name);
        }

        /** See {@link Directory#first}. */
        public CompletableFuture<Optional<Person>> first(Optional<String> name) {
            return batch.call(DirectoryMethods.FIRST, name);
        }

        /** See {@link Directory#log}. */
        public void log(String line) {
            batch.notify(DirectoryMethods.LOG, line);
        }

        /** Sends all; completes when every call has ended. */
        public CompletableFuture<@Nullable Void> send() {
            return batch.send();
        }
    }
}
