package dev.parley.dispatch;

import dev.parley.codec.JsonValue;

/** A method without types, for a lambda under a name. */
@FunctionalInterface
public interface UntypedMethod {
    /**
     * Handles a call.
     *
     * @param params an array, an object, or null's {@link JsonValue} when there were none
     * @return the result
     * @throws Exception an {@link dev.parley.contract.RpcErrorException} reaches the peer as it is, anything else as an
     *     internal error
     */
    JsonValue call(JsonValue params) throws Exception;
}
