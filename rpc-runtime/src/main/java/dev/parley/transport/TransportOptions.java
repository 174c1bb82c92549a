package dev.parley.transport;

import dev.parley.framing.Framing;
import java.time.Duration;

/**
 * What every transport keeps to.
 *
 * @param maxFrame how many bytes a received frame may have; checked before the bytes are kept
 * @param maxDepth how deep a framing that follows brackets lets them nest
 * @param maxConnections how many connections a listener holds at once; further ones are closed as they come
 * @param connectTimeout how long connecting may take
 * @param partialFrameTimeout how long a frame may take from its first byte to its last; zero for no limit
 * @param framing how one frame is told from the next, on transports of bare bytes
 */
public record TransportOptions(
        int maxFrame,
        int maxDepth,
        int maxConnections,
        Duration connectTimeout,
        Duration partialFrameTimeout,
        Framing framing) {}
