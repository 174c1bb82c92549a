// Written by Parley from Directory; changes are lost at the next build.
package h;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.proxy.Caller;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Directory} of a peer. Safe for use by several threads. */
public final class DirectoryClient implements Directory {
    private final Caller caller_;

    /** Calls through {@code caller_}, which is usually a peer. */
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

    /** Asynchronous variants of the methods. */
    public Async async_() {
        return new Async(caller_);
    }

    /** Variants of the methods that send notifications, to which no peer responds. */
    public Notifying notifying_() {
        return new Notifying(caller_);
    }

    /** Variants of the methods that collect calls for one batch. For use by one thread; send it once. */
    public Batch batch_() {
        return new Batch(caller_.batch());
    }

    /** Calls any method by its name on the wire; {@code params} is an array, an object, or null for none. */
    public JsonValue call_(java.lang.String method, @Nullable JsonValue params) {
        return caller_.call(MethodDescriptor.untyped(method), params);
    }

    /** Asynchronous variants of the methods of {@link Directory}. */
    public static final class Async {
        private final Caller caller_;

        private Async(Caller caller_) {
            this.caller_ = caller_;
        }

        public CompletableFuture<@Nullable Void> async() {
            return caller_.callAsync(DirectoryMethods2.ASYNC);
        }

        public CompletableFuture<java.lang.Integer> notifying() {
            return caller_.callAsync(DirectoryMethods2.NOTIFYING);
        }

        public CompletableFuture<Codec> batch() {
            return caller_.callAsync(DirectoryMethods2.BATCH);
        }

        public CompletableFuture<JsonValue> call(java.lang.String name, JsonValue other) {
            return caller_.callAsync(DirectoryMethods2.CALL, name, other);
        }

        public CompletableFuture<@Nullable Void> send() {
            return caller_.callAsync(DirectoryMethods2.SEND);
        }

        public CompletableFuture<java.lang.Integer> descriptor() {
            return caller_.callAsync(DirectoryMethods2.DESCRIPTOR);
        }

        public CompletableFuture<java.lang.Integer> SERVICE(int caller, int service, int arguments,
                int batch, int method, int params) {
            return caller_.callAsync(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        public CompletableFuture<java.lang.Integer> service() {
            return caller_.callAsync(DirectoryMethods2.SERVICE_);
        }

        public CompletableFuture<java.lang.Integer> Service() {
            return caller_.callAsync(DirectoryMethods2.SERVICE__);
        }

        public CompletableFuture<java.lang.Integer> hashCode_() {
            return caller_.callAsync(DirectoryMethods2.HASH_CODE);
        }

        public CompletableFuture<Integer> clone_() {
            return caller_.callAsync(DirectoryMethods2.CLONE);
        }

        public CompletableFuture<String> getURL(String $, String _a, String value$1) {
            return caller_.callAsync(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        public CompletableFuture<String> getUrl(Override o, Object object, List list, Arguments a) {
            return caller_.callAsync(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        public CompletableFuture<h.Async> async(h.Async a) {
            return caller_.callAsync(DirectoryMethods2.ASYNC_, a);
        }

        public CompletableFuture<h.Batch<Codec>> batch(h.Batch<h.Async> batch,
                Directory.Entry entry, Directory.Map map) {
            return caller_.callAsync(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        public CompletableFuture<java.util.List<Codec>> list(java.util.List<List> l,
                java.util.Map<java.lang.String, List> m) {
            return caller_.callAsync(DirectoryMethods2.LIST, l, m);
        }

        public CompletableFuture<int[]> arrays(int[][] a, int[] b, java.lang.String... rest) {
            return caller_.callAsync(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        public CompletableFuture<java.lang.Integer> sole(java.lang.String[] values) {
            return caller_.callAsync(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        public CompletableFuture<java.lang.Integer> caller(int o) {
            return caller_.callAsync(DirectoryMethods2.CALLER, o);
        }
    }

    /** The methods of {@link Directory} as notifications. */
    public static final class Notifying {
        private final Caller caller_;

        private Notifying(Caller caller_) {
            this.caller_ = caller_;
        }

        public void async() {
            caller_.notify(DirectoryMethods2.ASYNC);
        }

        public void notifying() {
            caller_.notify(DirectoryMethods2.NOTIFYING);
        }

        public void batch() {
            caller_.notify(DirectoryMethods2.BATCH);
        }

        public void call(java.lang.String name, JsonValue other) {
            caller_.notify(DirectoryMethods2.CALL, name, other);
        }

        public void send() {
            caller_.notify(DirectoryMethods2.SEND);
        }

        public void descriptor() {
            caller_.notify(DirectoryMethods2.DESCRIPTOR);
        }

        public void SERVICE(int caller, int service, int arguments, int batch, int method,
                int params) {
            caller_.notify(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        public void service() {
            caller_.notify(DirectoryMethods2.SERVICE_);
        }

        public void Service() {
            caller_.notify(DirectoryMethods2.SERVICE__);
        }

        public void hashCode_() {
            caller_.notify(DirectoryMethods2.HASH_CODE);
        }

        public void clone_() {
            caller_.notify(DirectoryMethods2.CLONE);
        }

        public void getURL(String $, String _a, String value$1) {
            caller_.notify(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        public void getUrl(Override o, Object object, List list, Arguments a) {
            caller_.notify(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        public void async(h.Async a) {
            caller_.notify(DirectoryMethods2.ASYNC_, a);
        }

        public void batch(h.Batch<h.Async> batch, Directory.Entry entry, Directory.Map map) {
            caller_.notify(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        public void list(java.util.List<List> l, java.util.Map<java.lang.String, List> m) {
            caller_.notify(DirectoryMethods2.LIST, l, m);
        }

        public void arrays(int[][] a, int[] b, java.lang.String... rest) {
            caller_.notify(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        public void sole(java.lang.String[] values) {
            caller_.notify(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        public void caller(int o) {
            caller_.notify(DirectoryMethods2.CALLER, o);
        }
    }

    /** Collects calls of the methods of {@link Directory}, and sends them as one batch. */
    public static final class Batch {
        private final CallBatch batch_;

        private Batch(CallBatch batch_) {
            this.batch_ = batch_;
        }

        public CompletableFuture<@Nullable Void> async() {
            return batch_.call(DirectoryMethods2.ASYNC);
        }

        public CompletableFuture<java.lang.Integer> notifying() {
            return batch_.call(DirectoryMethods2.NOTIFYING);
        }

        public CompletableFuture<Codec> batch() {
            return batch_.call(DirectoryMethods2.BATCH);
        }

        public CompletableFuture<JsonValue> call(java.lang.String name, JsonValue other) {
            return batch_.call(DirectoryMethods2.CALL, name, other);
        }

        public CompletableFuture<@Nullable Void> send() {
            return batch_.call(DirectoryMethods2.SEND);
        }

        public CompletableFuture<java.lang.Integer> descriptor() {
            return batch_.call(DirectoryMethods2.DESCRIPTOR);
        }

        public CompletableFuture<java.lang.Integer> SERVICE(int caller, int service, int arguments,
                int batch, int method, int params) {
            return batch_.call(DirectoryMethods2.SERVICE, caller, service, arguments, batch, method, params);
        }

        public CompletableFuture<java.lang.Integer> service() {
            return batch_.call(DirectoryMethods2.SERVICE_);
        }

        public CompletableFuture<java.lang.Integer> Service() {
            return batch_.call(DirectoryMethods2.SERVICE__);
        }

        public CompletableFuture<java.lang.Integer> hashCode_() {
            return batch_.call(DirectoryMethods2.HASH_CODE);
        }

        public CompletableFuture<Integer> clone_() {
            return batch_.call(DirectoryMethods2.CLONE);
        }

        public CompletableFuture<String> getURL(String $, String _a, String value$1) {
            return batch_.call(DirectoryMethods2.GET_URL, $, _a, value$1);
        }

        public CompletableFuture<String> getUrl(Override o, Object object, List list, Arguments a) {
            return batch_.call(DirectoryMethods2.GET_URL_, o, object, list, a);
        }

        public CompletableFuture<h.Async> async(h.Async a) {
            return batch_.call(DirectoryMethods2.ASYNC_, a);
        }

        public CompletableFuture<h.Batch<Codec>> batch(h.Batch<h.Async> batch,
                Directory.Entry entry, Directory.Map map) {
            return batch_.call(DirectoryMethods2.BATCH_, batch, entry, map);
        }

        public CompletableFuture<java.util.List<Codec>> list(java.util.List<List> l,
                java.util.Map<java.lang.String, List> m) {
            return batch_.call(DirectoryMethods2.LIST, l, m);
        }

        public CompletableFuture<int[]> arrays(int[][] a, int[] b, java.lang.String... rest) {
            return batch_.call(
                    DirectoryMethods2.ARRAYS, (java.lang.Object) a, (java.lang.Object) b, (java.lang.Object) rest);
        }

        public CompletableFuture<java.lang.Integer> sole(java.lang.String[] values) {
            return batch_.call(DirectoryMethods2.SOLE, (java.lang.Object) values);
        }

        public CompletableFuture<java.lang.Integer> caller(int o) {
            return batch_.call(DirectoryMethods2.CALLER, o);
        }

        /** Sends the calls; completes when every call has ended. */
        public CompletableFuture<@Nullable Void> send_() {
            return batch_.send();
        }
    }
}
