// Written by Parley from Directory; changes are lost at the next build.
package h;

import dev.parley.codec.JsonValue;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import org.jspecify.annotations.Nullable;

/** Offers a {@link Directory} to peers. */
public final class DirectorySkeleton implements Service {
    private final Directory service;

    /** Offers what {@code service} does. */
    public DirectorySkeleton(Directory service) {
        this.service = service;
    }

    @java.lang.Override
    public ServiceDescriptor descriptor() {
        return DirectoryMethods2.SERVICE___;
    }

    @java.lang.Override
    public java.lang.@Nullable Object call(int method, dev.parley.contract.Arguments arguments)
            throws Throwable {
        return switch (method) {
            case 0 -> async(arguments);
            case 1 -> notifying(arguments);
            case 2 -> batch(arguments);
            case 3 -> call(arguments);
            case 4 -> send(arguments);
            case 5 -> descriptor(arguments);
            case 6 -> SERVICE(arguments);
            case 7 -> service(arguments);
            case 8 -> Service(arguments);
            case 9 -> hashCode(arguments);
            case 10 -> clone(arguments);
            case 11 -> getURL(arguments);
            case 12 -> getUrl(arguments);
            case 13 -> async_(arguments);
            case 14 -> batch_(arguments);
            case 15 -> list(arguments);
            case 16 -> arrays(arguments);
            case 17 -> sole(arguments);
            case 18 -> caller(arguments);
            default -> throw new IllegalArgumentException("Directory has no method " + method);
        };
    }

    private java.lang.@Nullable Object async(dev.parley.contract.Arguments arguments) {
        service.async();
        return null;
    }

    private int notifying(dev.parley.contract.Arguments arguments) {
        return service.notifying();
    }

    private Codec batch(dev.parley.contract.Arguments arguments) {
        return service.batch();
    }

    private JsonValue call(dev.parley.contract.Arguments arguments) {
        return service.call(arguments.<java.lang.String>get(0), arguments.<JsonValue>get(1));
    }

    private java.lang.@Nullable Object send(dev.parley.contract.Arguments arguments) {
        service.send();
        return null;
    }

    private int descriptor(dev.parley.contract.Arguments arguments) {
        return service.descriptor();
    }

    private int SERVICE(dev.parley.contract.Arguments arguments) {
        return service.SERVICE(
                arguments.<java.lang.Integer>get(0),
                arguments.<java.lang.Integer>get(1),
                arguments.<java.lang.Integer>get(2),
                arguments.<java.lang.Integer>get(3),
                arguments.<java.lang.Integer>get(4),
                arguments.<java.lang.Integer>get(5));
    }

    private int service(dev.parley.contract.Arguments arguments) {
        return service.service();
    }

    private int Service(dev.parley.contract.Arguments arguments) {
        return service.Service();
    }

    private int hashCode(dev.parley.contract.Arguments arguments) {
        return service.hashCode();
    }

    private Integer clone(dev.parley.contract.Arguments arguments) {
        return service.clone();
    }

    private String getURL(dev.parley.contract.Arguments arguments) {
        return service.getURL(arguments.<String>get(0), arguments.<String>get(1), arguments.<String>get(2));
    }

    private String getUrl(dev.parley.contract.Arguments arguments) {
        return service.getUrl(
                arguments.<Override>get(0),
                arguments.<Object>get(1),
                arguments.<List>get(2),
                arguments.<Arguments>get(3));
    }

    private Async async_(dev.parley.contract.Arguments arguments) {
        return service.async(arguments.<Async>get(0));
    }

    private Batch<Codec> batch_(dev.parley.contract.Arguments arguments) {
        return service.batch(
                arguments.<Batch<Async>>get(0), arguments.<Directory.Entry>get(1), arguments.<Directory.Map>get(2));
    }

    private java.util.List<Codec> list(dev.parley.contract.Arguments arguments) {
        return service.list(
                arguments.<java.util.List<List>>get(0), arguments.<java.util.Map<java.lang.String, List>>get(1));
    }

    private int[] arrays(dev.parley.contract.Arguments arguments) {
        return service.arrays(arguments.<int[][]>get(0), arguments.<int[]>get(1), arguments.<java.lang.String[]>get(2));
    }

    private int sole(dev.parley.contract.Arguments arguments) {
        return service.sole(arguments.<java.lang.String[]>get(0));
    }

    private int caller(dev.parley.contract.Arguments arguments) {
        return service.caller(arguments.<java.lang.Integer>get(0));
    }
}
