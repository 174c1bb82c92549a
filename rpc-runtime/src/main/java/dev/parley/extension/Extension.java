package dev.parley.extension;

/**
 * Something that two peers can do beyond calls: objects by reference, streams, functions. One extension serves all
 * connections of a peer; what belongs to one connection is in its {@link ExtensionSession}.
 *
 * <p>Over a duplex connection of the dialect 2.0 a client that has extensions asks the server once which of them it knows
 * ({@code rpc.extensions}). Messages of an extension's own are sent to a peer that announced it, and to no other.
 *
 * <p>Safe for many threads.
 */
public interface Extension {
    /** The name under which it is announced: letters, digits, dots and hyphens. */
    String name();

    /**
     * A connection began. Called once for each, before anything is read.
     *
     * @param host the connection's side
     */
    ExtensionSession open(ExtensionHost host);
}
