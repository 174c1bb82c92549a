package dev.parley.peer;

import dev.parley.call.Handlers;
import dev.parley.call.Methods;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.dispatch.Dispatcher;
import dev.parley.extension.Extension;
import dev.parley.link.LinkSettings;
import dev.parley.link.Wire;
import dev.parley.message.Dialect;
import dev.parley.serializer.Serializer;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** All settings, read once: what a peer is made from. */
record PeerSetup(
        Dispatcher dispatcher,
        Methods methods,
        Serializer serializer,
        Limits limits,
        WireLog wireLog,
        @Nullable Dialect dialect,
        List<Interceptor> interceptors,
        List<Interceptor> callInterceptors,
        List<Extension> extensions,
        boolean announces,
        Handlers handlers,
        @Nullable Executor callbacks) {
    /** What a link of a peer or server is made from. */
    LinkSettings link(Object owner, ConnectionContext connection, @Nullable Dialect of, Wire wire) {
        return new LinkSettings(
                owner,
                connection,
                methods,
                !dispatcher.names().isEmpty(),
                of == null ? serializer : serializer.speaking(of),
                limits.calls(),
                interceptors,
                of,
                wire,
                handlers,
                callbacks,
                extensions);
    }
}
