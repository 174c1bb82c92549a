package dev.parley.peer;

import dev.parley.call.Handlers;
import dev.parley.call.Methods;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.extension.Extension;
import dev.parley.link.LinkSettings;
import dev.parley.link.Wire;
import dev.parley.message.Dialect;
import dev.parley.serializer.Serializer;
import dev.parley.transport.TransportOptions;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All settings, read once: what a peer is made from.
 *
 * @param serializer the connection's, or that of connections for which none was chosen yet
 * @param serializers chooses the serializer of each connection
 */
record PeerSetup(
        Offering offering,
        Serializer serializer,
        Function<ConnectionContext, Serializer> serializers,
        Limits limits,
        WireLog wireLog,
        @Nullable Dialect dialect,
        List<Interceptor> interceptors,
        List<Interceptor> callInterceptors,
        List<Extension> extensions,
        boolean announces,
        Handlers handlers,
        @Nullable Executor callbacks,
        TransportOptions transport) {
    /** The same for one place of a server, which offers other services. */
    PeerSetup offering(Offering other) {
        return with(other, dialect, serializer);
    }

    /** The same in the dialect of an address, or of a place. */
    PeerSetup speaking(@Nullable Dialect other) {
        return other == null ? this : with(offering, other, serializer);
    }

    /** The same for one connection. */
    PeerSetup on(ConnectionContext connection) {
        Serializer chosen = serializers.apply(connection);
        return chosen == serializer ? this : with(offering, dialect, chosen);
    }

    private PeerSetup with(Offering of, @Nullable Dialect in, Serializer by) {
        return new PeerSetup(
                of,
                by,
                serializers,
                limits,
                wireLog,
                in,
                interceptors,
                callInterceptors,
                extensions,
                announces,
                handlers,
                callbacks,
                transport);
    }

    /**
     * What a link of a peer or server is made from.
     *
     * @param methods what the connection offers
     */
    LinkSettings link(Object owner, ConnectionContext connection, Methods methods, Wire wire) {
        return new LinkSettings(
                owner,
                connection,
                methods,
                !offering.names().isEmpty(),
                dialect == null ? serializer : serializer.speaking(dialect),
                limits.calls(),
                interceptors,
                dialect,
                wire,
                handlers,
                callbacks,
                extensions);
    }
}
