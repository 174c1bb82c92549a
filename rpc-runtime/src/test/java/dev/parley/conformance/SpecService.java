package dev.parley.conformance;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The methods that the specification's examples assume, and a few with parameters of every kind. */
public final class SpecService implements Service {
    private static final MethodDescriptor<Integer> SUBTRACT = MethodDescriptor.call("subtract", Codecs.INT)
            .parameter(Parameter.required("minuend", Codecs.INT))
            .parameter(Parameter.required("subtrahend", Codecs.INT))
            .build();
    private static final MethodDescriptor<Integer> SUM = MethodDescriptor.call("sum", Codecs.INT)
            .parameter(Parameter.rest("values", Codecs.INT_ARRAY))
            .build();
    private static final MethodDescriptor<@Nullable Void> UPDATE = MethodDescriptor.notification("update")
            .parameter(Parameter.rest("values", Codecs.INT_ARRAY))
            .build();
    private static final MethodDescriptor<List<JsonValue>> GET_DATA =
            MethodDescriptor.call("get_data", Codecs.list(Codecs.JSON_VALUE)).build();
    private static final MethodDescriptor<@Nullable Void> NOTIFY_HELLO = MethodDescriptor.notification("notify_hello")
            .parameter(Parameter.required("value", Codecs.INT))
            .build();
    private static final MethodDescriptor<@Nullable Void> NOTIFY_SUM = MethodDescriptor.notification("notify_sum")
            .parameter(Parameter.rest("values", Codecs.INT_ARRAY))
            .build();
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.call("echo", Codecs.JSON_VALUE)
            .parameter(Parameter.required("value", Codecs.JSON_VALUE))
            .build();
    private static final MethodDescriptor<String> OPTIONS = MethodDescriptor.call("options", Codecs.STRING)
            .parameter(Parameter.nullable("nullable", Codecs.STRING))
            .parameter(Parameter.optional("optional", Codecs.STRING))
            .parameter(Parameter.withDefault("limit", Codecs.INT, () -> 10))
            .build();
    private static final MethodDescriptor<@Nullable Void> NOTHING =
            MethodDescriptor.call("nothing").build();
    private static final MethodDescriptor<@Nullable Void> FAIL =
            MethodDescriptor.call("fail").build();

    private static final ServiceDescriptor SERVICE = new ServiceDescriptor(
            "Spec",
            List.of(SUBTRACT, SUM, UPDATE, GET_DATA, NOTIFY_HELLO, NOTIFY_SUM, ECHO, OPTIONS, NOTHING, FAIL),
            false,
            () -> null);

    private final Queue<String> notified = new ConcurrentLinkedQueue<>();

    /** What the notifications were sent. */
    public List<String> notified() {
        return List.copyOf(notified);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return SERVICE;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        return switch (method) {
            case 0 -> arguments.<Integer>get(0) - arguments.<Integer>get(1);
            case 1 -> IntStream.of(arguments.<int[]>get(0)).sum();
            case 2 ->
                notified("update "
                        + IntStream.of(arguments.<int[]>get(0)).boxed().toList());
            case 3 -> List.of(JsonValue.of("hello"), JsonValue.of(5));
            case 4 -> notified("hello " + arguments.<Integer>get(0));
            case 5 ->
                notified("sum " + IntStream.of(arguments.<int[]>get(0)).boxed().toList());
            case 6 -> arguments.get(0);
            case 7 ->
                arguments.<@Nullable String>get(0) + " "
                        + arguments.<Optional<String>>get(1).orElse("none") + " " + arguments.<Integer>get(2);
            case 8 -> null;
            default -> throw new IllegalStateException("it fails");
        };
    }

    private @Nullable Object notified(String what) {
        notified.add(what);
        return null;
    }
}
