package dev.parley.seams;

import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service of one method, for tests. */
record OneMethod(MethodDescriptor<?> method, Function<Arguments, @Nullable Object> body) implements Service {
    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("OneMethod", List.of(method), false, () -> null);
    }

    @Override
    public @Nullable Object call(int index, Arguments arguments) {
        return body.apply(arguments);
    }
}
