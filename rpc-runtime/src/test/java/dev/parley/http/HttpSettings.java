package dev.parley.http;

import dev.parley.transport.ExchangeHandler.Outcome;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;
import java.util.function.Function;

/**
 * What a user of this transport can set.
 *
 * @param types the media types that are accepted; a connection keeps to the type of its first request
 * @param statuses the status for what an answer says
 */
public record HttpSettings(Set<String> types, Function<Outcome, HttpResponseStatus> statuses) {
    /** JSON, and 200 for everything that has a body. */
    public static final HttpSettings DEFAULT = new HttpSettings(
            Set.of("application/json", "application/json-rpc", "application/jsonrequest"), HttpSettings::usual);

    /** 204 for no content, else 200. */
    public static HttpResponseStatus usual(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.NOTHING ? HttpResponseStatus.NO_CONTENT : HttpResponseStatus.OK;
    }
}
