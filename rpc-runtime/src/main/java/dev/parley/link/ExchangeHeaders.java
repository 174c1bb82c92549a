package dev.parley.link;

import dev.parley.call.ContextReader;
import dev.parley.contract.CallOptions;
import dev.parley.transport.ExchangeHandler.IncomingExchange;
import dev.parley.transport.Headers;
import java.util.concurrent.TimeUnit;

/** What belongs to a call beside its arguments, as headers of its exchange. */
final class ExchangeHeaders {
    /** How long the caller waits, in milliseconds. */
    static final String TIMEOUT = "Parley-Timeout";

    private ExchangeHeaders() {}

    /**
     * The headers for what a caller says.
     *
     * @param timeoutNanos how long it waits; 0 for no limit
     */
    static Headers of(CallOptions options, long timeoutNanos) {
        Headers headers = Headers.NONE;
        if (timeoutNanos > 0) {
            headers = headers.with(TIMEOUT, Long.toString(Math.max(1, TimeUnit.NANOSECONDS.toMillis(timeoutNanos))));
        }
        for (var entry : options.metadata().entrySet()) {
            headers = headers.with(entry.getKey(), entry.getValue());
        }
        return headers;
    }

    /** Looks headers up only when a call asks for them. */
    static ContextReader reader(IncomingExchange exchange) {
        String timeout = exchange.header(TIMEOUT);
        long millis = timeout != null && timeout.matches("[0-9]{1,15}") ? Long.parseLong(timeout) : 0;
        return (call, message, reader) -> {
            call.metadata(exchange::header);
            if (millis > 0) {
                call.timeLimit(millis);
            }
        };
    }
}
