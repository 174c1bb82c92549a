package dev.parley.seams;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Directory} elsewhere. */
final class DirectoryClient implements Directory {
    private final Caller caller;

    DirectoryClient(Caller caller) {
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

    /** The same methods, collected to go out together. */
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
        public CompletableFuture<List<Person>> search(@Nullable Integer number, @Nullable String lastName, int limit) {
            return batch.call(DirectoryMethods.SEARCH, number, lastName, limit);
        }

        /** See {@link Directory#find}. */
        public CompletableFuture<Person> find(int id) {
            return batch.call(DirectoryMethods.FIND, id);
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
