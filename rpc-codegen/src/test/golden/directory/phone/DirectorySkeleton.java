// Written by Parley from Directory; changes are lost at the next build.
package phone;

import dev.parley.contract.Arguments;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Offers a {@link Directory} to peers. */
public final class DirectorySkeleton implements Service {
    private final Directory service;

    /** Offers what {@code service} does. */
    public DirectorySkeleton(Directory service) {
        this.service = service;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return DirectoryMethods.SERVICE;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) throws Throwable {
        return switch (method) {
            case 0 -> echo(arguments);
            case 1 -> search(arguments);
            case 2 -> find(arguments);
            case 3 -> count(arguments);
            case 4 -> sum(arguments);
            case 5 -> rename(arguments);
            case 6 -> first(arguments);
            case 7 -> log(arguments);
            default -> throw new IllegalArgumentException("Directory has no method " + method);
        };
    }

    private String echo(Arguments arguments) {
        return service.echo(arguments.<String>get(0));
    }

    private List<Person> search(Arguments arguments) {
        return service.search(
                arguments.<@Nullable Integer>get(0), arguments.<@Nullable String>get(1), arguments.<Integer>get(2));
    }

    private Person find(Arguments arguments) throws NoSuchPersonException {
        return service.find(arguments.<Integer>get(0));
    }

    private CompletableFuture<Integer> count(Arguments arguments) {
        return service.count();
    }

    private int sum(Arguments arguments) {
        return service.sum(arguments.<int[]>get(0));
    }

    private @Nullable Object rename(Arguments arguments) {
        service.rename(arguments.<Integer>get(0), arguments.<String>get(1));
        return null;
    }

    private Optional<Person> first(Arguments arguments) {
        return service.first(arguments.<Optional<String>>get(0));
    }

    private @Nullable Object log(Arguments arguments) {
        service.log(arguments.<String>get(0));
        return null;
    }
}
