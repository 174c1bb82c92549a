package dev.parley.dispatch;

import dev.parley.serializer.ReadLimits;

/**
 * What a dispatcher refuses, so that no peer can ask too much of it.
 *
 * @param reading depth and lengths within a message
 * @param batchEntries how many entries a batch may have
 * @param responseBytes how large an answer may be
 * @param batchResponseBytes how large the answers to a batch may be taken together
 */
public record DispatchLimits(ReadLimits reading, int batchEntries, int responseBytes, int batchResponseBytes) {
    /** Batches of 100; 16 MiB an answer, and 16 MiB the answers to a batch. */
    public static final DispatchLimits DEFAULT =
            new DispatchLimits(ReadLimits.DEFAULT, 100, 16 * 1024 * 1024, 16 * 1024 * 1024);
}
