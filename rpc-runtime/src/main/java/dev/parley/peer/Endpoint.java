package dev.parley.peer;

import dev.parley.framing.Framing;
import dev.parley.framing.Framings;
import dev.parley.message.Dialect;
import dev.parley.serializer.Serializer;
import dev.parley.transport.Address;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An address with what its options say, and the transport that serves it. */
record Endpoint(
        Address address,
        Transport transport,
        TransportOptions options,
        @Nullable Dialect dialect) {
    /** The options that every address may have. */
    private static final Set<String> OPTIONS = Set.of("dialect", "framing");

    private static final List<Transport> TRANSPORTS = load();

    private static List<Transport> load() {
        List<Transport> found = new ArrayList<>();
        ServiceLoader.load(Transport.class, Endpoint.class.getClassLoader()).forEach(found::add);
        return List.copyOf(found);
    }

    /**
     * What an address means.
     *
     * @param maxFrame how large a received message may be
     * @throws IllegalArgumentException when the address can't be used, with what would be right
     */
    static Endpoint of(String uri, PeerSetup setup, int maxFrame) {
        Address address = Address.parse(uri);
        Transport transport = transport(address);
        checkOptions(address, transport);
        Limits limits = setup.limits();
        Dialect dialect = address.option("dialect").map(Endpoint::dialect).orElse(setup.dialect());
        TransportOptions options = setup.transport()
                .change()
                .maxFrame(maxFrame)
                .maxDepth(limits.depth())
                .maxConnections(limits.connections())
                .maxUnsent((int) Math.min(Integer.MAX_VALUE, limits.bytesUnsent()))
                .callersMayRead(
                        setup.offering().names().isEmpty() && setup.extensions().isEmpty() && setup.callbacks() == null)
                .connectTimeout(limits.connectTimeout())
                .partialFrameTimeout(limits.partialMessageTimeout())
                .framing(framing(address, setup.serializer()))
                .build();
        return new Endpoint(address, transport, options, dialect);
    }

    private static Framing framing(Address address, Serializer serializer) {
        Framing framing = address.option("framing")
                .map(Framings::named)
                .orElse(serializer.isBinary() ? Framings.LENGTH : Framings.JSON);
        if (serializer.isBinary() && !framing.takesAnyBytes()) {
            throw new IllegalArgumentException("\"" + address + "\" has the framing \"" + framing.name()
                    + "\", which is for text, but the messages of the serializer \"" + serializer.name()
                    + "\" are binary; leave it out, or name the framing \"" + Framings.LENGTH.name() + "\"");
        }
        return framing;
    }

    /** A misspelled option would be silently without effect. */
    private static void checkOptions(Address address, Transport transport) {
        Set<String> known = new TreeSet<>(OPTIONS);
        known.addAll(transport.options());
        for (String option : address.options().keySet()) {
            if (!known.contains(option)) {
                throw new IllegalArgumentException("\"" + address + "\" has the option \"" + option
                        + "\", which is none of " + String.join(", ", known));
            }
        }
    }

    private static Transport transport(Address address) {
        Set<String> known = new TreeSet<>();
        for (Transport transport : TRANSPORTS) {
            if (transport.schemes().contains(address.scheme())) {
                return transport;
            }
            known.addAll(transport.schemes());
        }
        throw new IllegalArgumentException("there is no transport for \"" + address + "\": \"" + address.scheme()
                + "\" is none of " + String.join(", ", known));
    }

    private static Dialect dialect(String name) {
        return Dialect.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no dialect \"" + name + "\"; there are " + String.join(", ", Dialect.names())));
    }
}
