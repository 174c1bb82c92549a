package dev.parley.dispatch;

import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service of one method, which is a lambda. */
final class UntypedService implements Service {
    private final ServiceDescriptor descriptor;
    private final UntypedMethod method;

    UntypedService(String name, UntypedMethod method) {
        this.descriptor = new ServiceDescriptor(name, List.of(MethodDescriptor.untyped(name)), false, () -> null);
        this.method = method;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public @Nullable Object call(int index, Arguments arguments) throws Exception {
        JsonValue params = arguments.<@Nullable JsonValue>get(0);
        return method.call(params == null ? JsonValue.nothing() : params);
    }
}
