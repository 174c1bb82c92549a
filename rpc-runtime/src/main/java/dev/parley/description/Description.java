package dev.parley.description;

import dev.parley.codec.JsonValue;
import dev.parley.contract.Service;
import dev.parley.dispatch.Dispatcher;
import java.util.List;
import java.util.function.Function;

/**
 * Publishes the description of everything that a server offers, under three names: {@code rpc.discover} gives the
 * OpenRPC document, {@code system.describe} the shape of the JSON-RPC 1.1 draft, {@code system.listMethods} the names.
 *
 * <pre>{@code
 * RpcServer.builder()
 *         .service(new DirectorySkeleton(new PhoneBook()))
 *         .describedBy(Description.of("Phone book", "1.0.0"))
 * }</pre>
 *
 * The document is put together from those that the build wrote for each service, with the prefixes under which they are
 * mounted. A service without one appears with the names that its descriptor knows.
 */
public final class Description implements Function<List<Dispatcher.Mount>, Service> {
    private final String title;
    private final String version;

    private Description(String title, String version) {
        this.title = title;
        this.version = version;
    }

    /**
     * A description under a title.
     *
     * @param title for people
     * @param version of the API, in whatever form it is counted
     */
    public static Description of(String title, String version) {
        return new Description(title, version);
    }

    @Override
    public Service apply(List<Dispatcher.Mount> mounts) {
        JsonValue.JsonObject document = new OpenRpcDocument(title, version).of(mounts);
        return new DescriptionService(document, ServiceDescription.of(document));
    }
}
