package dev.parley.http;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the checks of HTTP servers by programs in other languages call. */
final class ArticleService implements Service {
    private static final ServiceDescriptor DESCRIPTOR = new ServiceDescriptor(
            "Article",
            List.of(
                    MethodDescriptor.call("echo", Codecs.JSON_VALUE)
                            .parameter(Parameter.required("s", Codecs.JSON_VALUE))
                            .build(),
                    MethodDescriptor.call("add", Codecs.INT)
                            .parameter(Parameter.required("a", Codecs.INT))
                            .parameter(Parameter.withDefault("b", Codecs.INT, () -> 10))
                            .build(),
                    MethodDescriptor.call("none").build(),
                    MethodDescriptor.call("uname", Codecs.list(Codecs.STRING)).build(),
                    MethodDescriptor.call("fail").build(),
                    MethodDescriptor.call("disp").build()),
            false,
            () -> null);

    @Override
    public ServiceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        return switch (method) {
            case 0 -> arguments.get(0);
            case 1 -> arguments.<Integer>get(0) + arguments.<Integer>get(1);
            case 2 -> null;
            case 3 -> List.of("Linux", "node", "6.1", "#1", "x86_64");
            case 4 -> throw new IllegalStateException("it fails");
            default ->
                throw new RpcErrorException(
                        new RpcError(-32099, "app error", JsonValue.object(Map.entry("x", JsonValue.of(1)))));
        };
    }
}
