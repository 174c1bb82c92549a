package dev.parley.call;

import dev.parley.message.ErrorCode;
import dev.parley.serializer.ReadLimits;
import java.time.Duration;

/**
 * What the receiving side of a connection refuses, so that no peer can ask too much of it.
 *
 * @param reading depth and lengths within a message
 * @param batchEntries how many entries a batch may have
 * @param batchRequests how many entries a batch may have that is sent
 * @param requestBytes how large a request may be that is sent
 * @param responseBytes how large an answer may be
 * @param batchResponseBytes how large the answers to a batch may be taken together
 * @param callsInFlight how many calls run at once
 * @param callsQueued how many calls may wait to run
 * @param bytesQueued how many bytes the waiting calls may hold
 * @param bytesUnsent how many bytes of answers may wait to be sent before no further calls start
 * @param handlerTimeout how long a handler may run; zero for no limit
 */
public record CallLimits(
        ReadLimits reading,
        int batchEntries,
        int batchRequests,
        int requestBytes,
        int responseBytes,
        int batchResponseBytes,
        int callsInFlight,
        int callsQueued,
        long bytesQueued,
        long bytesUnsent,
        Duration handlerTimeout) {
    Failure oversizedResponse() {
        return Failure.of(
                ErrorCode.OVERSIZED_RESPONSE,
                "Response too large",
                "an answer is limited to " + responseBytes + " bytes");
    }

    Failure oversizedBatchResponse() {
        return Failure.of(
                ErrorCode.OVERSIZED_BATCH_RESPONSE,
                "Batch response too large",
                "the answers to this batch are limited to " + batchResponseBytes + " bytes together");
    }

    Failure oversizedBatch() {
        return Failure.of(
                ErrorCode.OVERSIZED_BATCH, "Batch too large", "a batch is limited to " + batchEntries + " entries");
    }
}
