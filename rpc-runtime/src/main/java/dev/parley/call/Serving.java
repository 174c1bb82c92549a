package dev.parley.call;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.Interceptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all incoming calls of one connection share.
 *
 * @param methods what can be called
 * @param encoding how answers become bytes
 * @param limits what is refused
 * @param interceptors those around each call, the outermost first
 * @param contexts reads what callers send beside the arguments; null where they can't
 * @param connection what services and interceptors may know of the connection
 * @param serves whether anything can be called at all. A plain client says nothing about what it can't read: its
 *     complaint would be a message that the peer did not ask for
 */
public record Serving(
        Methods methods,
        Encoding encoding,
        CallLimits limits,
        List<Interceptor> interceptors,
        @Nullable ContextReader contexts,
        ConnectionContext connection,
        boolean serves) {}
