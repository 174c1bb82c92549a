package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an exception type a code on the wire, so that it arrives as itself where a method declares it. The type needs
 * a public constructor {@code (String message)}, or, to carry data, {@code (String message, D data)} and an accessor
 * {@code D data()} or {@code D getData()}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RpcError {
    /**
     * The error's code. JSON-RPC 2.0 keeps -32768 to -32000 for itself, and gives -32099 to -32000 of these to servers.
     */
    int code();
}
