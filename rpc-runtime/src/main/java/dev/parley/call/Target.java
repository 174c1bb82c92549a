package dev.parley.call;

import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where calls of one wire name go.
 *
 * @param name the name on the wire, the prefix of its service included
 * @param utf8 the name's bytes
 * @param service what is called; null for a name that nothing is known of
 * @param index the method's place in the service
 * @param method the method's descriptor; of an unknown method, one without types
 * @param strictOrder whether the service's requests run one after another
 * @param control whether the message is an extension's own: it never queues, is never refused and passes no interceptor
 * @param answerSize how large its answers have been
 */
public record Target(
        String name,
        byte[] utf8,
        @Nullable Service service,
        int index,
        MethodDescriptor<?> method,
        boolean strictOrder,
        boolean control,
        AnswerSize answerSize) {
    /** A method of a service. */
    public static Target of(String name, Service service, int index, boolean strictOrder) {
        return of(name, service, index, strictOrder, false);
    }

    /** A method of an extension's own. */
    public static Target control(String name, Service service, int index) {
        return of(name, service, index, false, true);
    }

    private static Target of(String name, Service service, int index, boolean strictOrder, boolean control) {
        return new Target(
                name,
                name.getBytes(StandardCharsets.UTF_8),
                service,
                index,
                service.descriptor().methods().get(index),
                strictOrder,
                control,
                new AnswerSize());
    }

    /** A name that no service has. */
    static Target unknown(String name) {
        return new Target(name, new byte[0], null, 0, MethodDescriptor.untyped(name), false, false, new AnswerSize());
    }

    boolean isKnown() {
        return service != null;
    }
}
