// Written by Parley from Directory; changes are lost at the next build.
package h;

import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import dev.parley.serializer.JsonValue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Directory} elsewhere. Safe for many threads. */
public final class DirectoryClient implements Directory {
    private final Caller caller_;

    /** Calls by {@code caller_}: a peer, as a rule. */
    public DirectoryClient(Caller caller_) {
        this.caller_ = caller_;
    }

    @java.lang.Override
    public void async() {
        caller_.call(DirectoryMethods2.ASYNC);
    }

    @java.lang.Override
    public int notifying() {
        return caller_.call(DirectoryMethods2.NOTIFYING);
    }

    @java.lang.Override
    public Codec batch() {
        return caller_.call(DirectoryMethods2.BATCH);
    }

    @java.lang.Override
    public JsonValue call(java.lang.String name, JsonValue other) {
        return caller_.call(DirectoryMethods2.CALL, name, other);
    }

    @java.lang.Override
    public void send() {
        caller_.call(DirectoryMethods2.SEND);
    }

    @java.lang.Override
    public int descriptor() {
        return caller_.call(DirectoryMethods2.DESCRIPTOR);
    }

    @java.lang.Override
    public int SERVICE(int caller, int service, int arguments, int batch, int method, int params) {
        return caller_.call(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
    }

    @java.lang.Override
    public int service() {
        return caller_.call(DirectoryMethods2.SERVICE_);
    }

    @java.lang.Override
    public int Service() {
        return caller_.call(DirectoryMethods2.SERVICE__);
    }

    @java.lang.Override
    public int hashCode() {
        return caller_.call(DirectoryMethods2.HASH_CODE);
    }

    @java.lang.Override
    public Integer clone() {
        return caller_.call(DirectoryMethods2.CLONE);
    }

    @java.lang.Override
    public String getURL(String $, String _a, String value$1) {
        return caller_.call(DirectoryMethods2.GET_URL, $, _a, value$1);
    }

    @java.lang.Override
    public String getUrl(Override o, Object object, List list, Arguments a) {
        return caller_.call(DirectoryMethods2.GET_URL_, o, object, list, a);
    }

    @java.lang.Override
    public h.Async async(h.Async a) {
        return caller_.call(DirectoryMethods2.ASYNC_, a);
    }

    @java.lang.Override
    public h.Batch<Codec> batch(h.Batch<h.Async> batch, Directory.Entry entry, Directory.Map map) {
        return caller_.call(DirectoryMethods2.BATCH_, batch, entry, map);
    }

    @java.lang.Override
    public java.util.List<Codec> list(java.util.List<List> l,
            java.util.Map<java.lang.String, List> m) {
        return caller_.call(DirectoryMethods2.LIST, l, m);
    }

    @java.lang.Override
    public int[] arrays(int[][] a, int[] b, java.lang.String... rest) {
        return caller_.call(
                DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
    }

    @java.lang.Override
    public int sole(java.lang.String[] values) {
        return caller_.call(DirectoryMethods2.SOLE, (java.lang.Object) values);
    }

    @java.lang.Override
    public int caller(int o) {
        return caller_.call(DirectoryMethods2.CALLER, o);
    }

    /** The same methods, none of which waits. */
    public Async async_() {
        return new Async(caller_);
    }

    /** The same methods as notifications: nobody learns what became of them. */
    public Notifying notifying_() {
        return new Notifying(caller_);
    }

    /** The same methods, collected to go out together. For one thread; send it once. */
    public Batch batch_() {
        return new Batch(caller_.batch());
    }

    /** Calls any method by name; {@code params} is an array or an object, or null for none. */
    public JsonValue call_(java.lang.String method, @Nullable JsonValue params) {
        return caller_.call(MethodDescriptor.untyped(method), params);
    }

    /** Calls a {@link Directory} elsewhere and does not wait. */
    public static final class Async {
        private final Caller caller_;

        private Async(Caller caller_) {
            this.caller_ = caller_;
        }

        /** See {@link Directory#async}. */
        public CompletableFuture<@Nullable Void> async() {
            return caller_.callAsync(DirectoryMethods2.ASYNC);
        }

        /** See {@link Directory#notifying}. */
        public CompletableFuture<java.lang.Integer> notifying() {
            return caller_.callAsync(DirectoryMethods2.NOTIFYING);
        }

        /** See {@link Directory#batch}. */
        public CompletableFuture<Codec> batch() {
            return caller_.callAsync(DirectoryMethods2.BATCH);
        }

        /** See {@link Directory#call}. */
        public CompletableFuture<JsonValue> call(java.lang.String name, JsonValue other) {
            return caller_.callAsync(DirectoryMethods2.CALL, name, other);
        }

        /** See {@link Directory#send}. */
        public CompletableFuture<@Nullable Void> send() {
            return caller_.callAsync(DirectoryMethods2.SEND);
        }

        /** See {@link Directory#descriptor}. */
        public CompletableFuture<java.lang.Integer> descriptor() {
            return caller_.callAsync(DirectoryMethods2.DESCRIPTOR);
        }

        /** See {@link Directory#SERVICE}. */
        public CompletableFuture<java.lang.Integer> SERVICE(int caller, int service, int arguments,
                int batch, int method, int params) {
            return caller_.callAsync(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        /** See {@link Directory#service}. */
        public CompletableFuture<java.lang.Integer> service() {
            return caller_.callAsync(DirectoryMethods2.SERVICE_);
        }

        /** See {@link Directory#Service}. */
        public CompletableFuture<java.lang.Integer> Service() {
            return caller_.callAsync(DirectoryMethods2.SERVICE__);
        }

        /** See {@link Directory#hashCode}. */
        public CompletableFuture<java.lang.Integer> hashCode_() {
            return caller_.callAsync(DirectoryMethods2.HASH_CODE);
        }

        /** See {@link Directory#clone}. */
        public CompletableFuture<Integer> clone_() {
            return caller_.callAsync(DirectoryMethods2.CLONE);
        }

        /** See {@link Directory#getURL}. */
        public CompletableFuture<String> getURL(String $, String _a, String value$1) {
            return caller_.callAsync(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        /** See {@link Directory#getUrl}. */
        public CompletableFuture<String> getUrl(Override o, Object object, List list, Arguments a) {
            return caller_.callAsync(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        /** See {@link Directory#async}. */
        public CompletableFuture<h.Async> async(h.Async a) {
            return caller_.callAsync(DirectoryMethods2.ASYNC_, a);
        }

        /** See {@link Directory#batch}. */
        public CompletableFuture<h.Batch<Codec>> batch(h.Batch<h.Async> batch,
                Directory.Entry entry, Directory.Map map) {
            return caller_.callAsync(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        /** See {@link Directory#list}. */
        public CompletableFuture<java.util.List<Codec>> list(java.util.List<List> l,
                java.util.Map<java.lang.String, List> m) {
            return caller_.callAsync(DirectoryMethods2.LIST, l, m);
        }

        /** See {@link Directory#arrays}. */
        public CompletableFuture<int[]> arrays(int[][] a, int[] b, java.lang.String... rest) {
            return caller_.callAsync(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        /** See {@link Directory#sole}. */
        public CompletableFuture<java.lang.Integer> sole(java.lang.String[] values) {
            return caller_.callAsync(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        /** See {@link Directory#caller}. */
        public CompletableFuture<java.lang.Integer> caller(int o) {
            return caller_.callAsync(DirectoryMethods2.CALLER, o);
        }
    }

    /** Notifies a {@link Directory} elsewhere. */
    public static final class Notifying {
        private final Caller caller_;

        private Notifying(Caller caller_) {
            this.caller_ = caller_;
        }

        /** See {@link Directory#async}. */
        public void async() {
            caller_.notify(DirectoryMethods2.ASYNC);
        }

        /** See {@link Directory#notifying}. */
        public void notifying() {
            caller_.notify(DirectoryMethods2.NOTIFYING);
        }

        /** See {@link Directory#batch}. */
        public void batch() {
            caller_.notify(DirectoryMethods2.BATCH);
        }

        /** See {@link Directory#call}. */
        public void call(java.lang.String name, JsonValue other) {
            caller_.notify(DirectoryMethods2.CALL, name, other);
        }

        /** See {@link Directory#send}. */
        public void send() {
            caller_.notify(DirectoryMethods2.SEND);
        }

        /** See {@link Directory#descriptor}. */
        public void descriptor() {
            caller_.notify(DirectoryMethods2.DESCRIPTOR);
        }

        /** See {@link Directory#SERVICE}. */
        public void SERVICE(int caller, int service, int arguments, int batch, int method,
                int params) {
            caller_.notify(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        /** See {@link Directory#service}. */
        public void service() {
            caller_.notify(DirectoryMethods2.SERVICE_);
        }

        /** See {@link Directory#Service}. */
        public void Service() {
            caller_.notify(DirectoryMethods2.SERVICE__);
        }

        /** See {@link Directory#hashCode}. */
        public void hashCode_() {
            caller_.notify(DirectoryMethods2.HASH_CODE);
        }

        /** See {@link Directory#clone}. */
        public void clone_() {
            caller_.notify(DirectoryMethods2.CLONE);
        }

        /** See {@link Directory#getURL}. */
        public void getURL(String $, String _a, String value$1) {
            caller_.notify(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        /** See {@link Directory#getUrl}. */
        public void getUrl(Override o, Object object, List list, Arguments a) {
            caller_.notify(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        /** See {@link Directory#async}. */
        public void async(h.Async a) {
            caller_.notify(DirectoryMethods2.ASYNC_, a);
        }

        /** See {@link Directory#batch}. */
        public void batch(h.Batch<h.Async> batch, Directory.Entry entry, Directory.Map map) {
            caller_.notify(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        /** See {@link Directory#list}. */
        public void list(java.util.List<List> l, java.util.Map<java.lang.String, List> m) {
            caller_.notify(DirectoryMethods2.LIST, l, m);
        }

        /** See {@link Directory#arrays}. */
        public void arrays(int[][] a, int[] b, java.lang.String... rest) {
            caller_.notify(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        /** See {@link Directory#sole}. */
        public void sole(java.lang.String[] values) {
            caller_.notify(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        /** See {@link Directory#caller}. */
        public void caller(int o) {
            caller_.notify(DirectoryMethods2.CALLER, o);
        }
    }

    /** Collects calls of a {@link Directory} elsewhere. */
    public static final class Batch {
        private final CallBatch batch_;

        private Batch(CallBatch batch_) {
            this.batch_ = batch_;
        }

        /** See {@link Directory#async}. */
        public CompletableFuture<@Nullable Void> async() {
            return batch_.call(DirectoryMethods2.ASYNC);
        }

        /** See {@link Directory#notifying}. */
        public CompletableFuture<java.lang.Integer> notifying() {
            return batch_.call(DirectoryMethods2.NOTIFYING);
        }

        /** See {@link Directory#batch}. */
        public CompletableFuture<Codec> batch() {
            return batch_.call(DirectoryMethods2.BATCH);
        }

        /** See {@link Directory#call}. */
        public CompletableFuture<JsonValue> call(java.lang.String name, JsonValue other) {
            return batch_.call(DirectoryMethods2.CALL, name, other);
        }

        /** See {@link Directory#send}. */
        public CompletableFuture<@Nullable Void> send() {
            return batch_.call(DirectoryMethods2.SEND);
        }

        /** See {@link Directory#descriptor}. */
        public CompletableFuture<java.lang.Integer> descriptor() {
            return batch_.call(DirectoryMethods2.DESCRIPTOR);
        }

        /** See {@link Directory#SERVICE}. */
        public CompletableFuture<java.lang.Integer> SERVICE(int caller, int service, int arguments,
                int batch, int method, int params) {
            return batch_.call(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        /** See {@link Directory#service}. */
        public CompletableFuture<java.lang.Integer> service() {
            return batch_.call(DirectoryMethods2.SERVICE_);
        }

        /** See {@link Directory#Service}. */
        public CompletableFuture<java.lang.Integer> Service() {
            return batch_.call(DirectoryMethods2.SERVICE__);
        }

        /** See {@link Directory#hashCode}. */
        public CompletableFuture<java.lang.Integer> hashCode_() {
            return batch_.call(DirectoryMethods2.HASH_CODE);
        }

        /** See {@link Directory#clone}. */
        public CompletableFuture<Integer> clone_() {
            return batch_.call(DirectoryMethods2.CLONE);
        }

        /** See {@link Directory#getURL}. */
        public CompletableFuture<String> getURL(String $, String _a, String value$1) {
            return batch_.call(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        /** See {@link Directory#getUrl}. */
        public CompletableFuture<String> getUrl(Override o, Object object, List list, Arguments a) {
            return batch_.call(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        /** See {@link Directory#async}. */
        public CompletableFuture<h.Async> async(h.Async a) {
            return batch_.call(DirectoryMethods2.ASYNC_, a);
        }

        /** See {@link Directory#batch}. */
        public CompletableFuture<h.Batch<Codec>> batch(h.Batch<h.Async> batch,
                Directory.Entry entry, Directory.Map map) {
            return batch_.call(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        /** See {@link Directory#list}. */
        public CompletableFuture<java.util.List<Codec>> list(java.util.List<List> l,
                java.util.Map<java.lang.String, List> m) {
            return batch_.call(DirectoryMethods2.LIST, l, m);
        }

        /** See {@link Directory#arrays}. */
        public CompletableFuture<int[]> arrays(int[][] a, int[] b, java.lang.String... rest) {
            return batch_.call(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        /** See {@link Directory#sole}. */
        public CompletableFuture<java.lang.Integer> sole(java.lang.String[] values) {
            return batch_.call(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        /** See {@link Directory#caller}. */
        public CompletableFuture<java.lang.Integer> caller(int o) {
            return batch_.call(DirectoryMethods2.CALLER, o);
        }

        /** Sends all; completes when every call has ended. */
        public CompletableFuture<@Nullable Void> send_() {
            return batch_.send();
        }
    }
}
