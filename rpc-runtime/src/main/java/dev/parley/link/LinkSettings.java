package dev.parley.link;

import dev.parley.call.CallLimits;
import dev.parley.call.ContextReader;
import dev.parley.call.Encoding;
import dev.parley.call.Handlers;
import dev.parley.call.Methods;
import dev.parley.call.Serving;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import dev.parley.extension.Extension;
import dev.parley.message.Dialect;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a link is made from.
 *
 * @param owner the peer or server, as handlers' threads know it
 * @param connection what services and interceptors may know of the connection
 * @param methods what can be called here
 * @param serves whether anything can be called here at all
 * @param serializer the connection's serializer
 * @param limits what is refused
 * @param interceptors those around incoming calls, the outermost first
 * @param dialect the connection's dialect; null to detect it with each message
 * @param wire what is told of each message
 * @param handlers where handlers run
 * @param callbacks where callers' futures complete; null for the thread that read the answer
 * @param extensions what the peer can do beyond calls
 */
public record LinkSettings(
        Object owner,
        ConnectionContext connection,
        Methods methods,
        boolean serves,
        Serializer serializer,
        CallLimits limits,
        List<Interceptor> interceptors,
        @Nullable Dialect dialect,
        Wire wire,
        Handlers handlers,
        @Nullable Executor callbacks,
        List<Extension> extensions) {
    /** The dialect in which calls go out. */
    Dialect outgoing() {
        return dialect == null ? Dialect.V2_0 : dialect;
    }

    /** How messages become bytes. */
    Encoding encoding(References references) {
        return new Encoding(serializer, limits.reading(), limits.responseBytes(), references);
    }

    Serving serving(Methods all, Encoding encoding, @Nullable ContextReader contexts, boolean complains) {
        return new Serving(all, encoding, limits, interceptors, contexts, connection, complains);
    }
}
