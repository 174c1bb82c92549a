package dev.parley.peer;

import dev.parley.call.Handlers;
import dev.parley.call.Methods;
import java.util.List;

/**
 * What one connection offers.
 *
 * @param methods what can be called
 * @param own the instances that belong to this connection
 */
record OpenOffering(Methods methods, List<ServicePerConnection.Instance> own) {
    /** The connection has ended. */
    void close(Handlers handlers) {
        if (!own.isEmpty()) {
            handlers.aside(() -> own.forEach(ServicePerConnection.Instance::close));
        }
    }
}
