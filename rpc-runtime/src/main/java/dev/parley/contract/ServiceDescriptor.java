package dev.parley.contract;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service: its methods, and where its description lies.
 *
 * @param name the interface's simple name, for logs and descriptions
 * @param methods its methods; a skeleton knows each by its index here
 * @param strictOrder whether the requests of one connection to it run one after another
 * @param description opens the OpenRPC document that the build wrote; gives null when there is none
 */
public record ServiceDescriptor(
        String name,
        List<MethodDescriptor<?>> methods,
        boolean strictOrder,
        Supplier<@Nullable InputStream> description) {
    /** Copies the list. */
    public ServiceDescriptor {
        methods = List.copyOf(methods);
    }
}
