package dev.parley.peer;

import dev.parley.codec.Codecs;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.proxy.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service whose methods do what a test says: {@code work} blocks, {@code here} does not, {@code note} answers nothing. */
record Bodies(Body work, Body here, Body note) implements Service {
    static final MethodDescriptor<String> WORK = MethodDescriptor.call("work", Codecs.STRING)
            .parameter(Parameter.required("value", Codecs.STRING))
            .build();
    static final MethodDescriptor<String> HERE = MethodDescriptor.call("here", Codecs.STRING)
            .parameter(Parameter.required("value", Codecs.STRING))
            .nonBlocking()
            .build();
    static final MethodDescriptor<@Nullable Void> NOTE = MethodDescriptor.notification("note")
            .parameter(Parameter.required("value", Codecs.STRING))
            .build();
    static final MethodDescriptor<String> STUBBORN = MethodDescriptor.call("stubborn", Codecs.STRING)
            .parameter(Parameter.required("value", Codecs.STRING))
            .uninterruptible()
            .build();
    private static final ServiceDescriptor DESCRIPTOR =
            new ServiceDescriptor("Bodies", List.of(WORK, HERE, NOTE, STUBBORN), false, () -> null);

    /** What a method does, given its argument. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object run(String value) throws Throwable;
    }

    /** All methods do the same. */
    static Bodies all(Body body) {
        return new Bodies(body, body, body);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) throws Throwable {
        Body body = method == 1 ? here : method == 2 ? note : work;
        return body.run(arguments.get(0));
    }

    /** Calls a method without blocking, whichever it is. */
    static CompletableFuture<String> async(Caller caller, MethodDescriptor<String> method, String value) {
        return caller.callAsync(method, value);
    }

    /** What a future gives, which has to come soon. */
    static <T extends @Nullable Object> T soon(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
