package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that an interface is a service: the build generates its client, skeleton, methods, codecs and description.
 * Every abstract method of it can be called by a peer, inherited ones included. A default method is code of the caller's
 * side, unless it carries {@link RpcMethod} or {@link RpcNotification}; static and private methods, and those that
 * repeat a public method of {@link Object}, can't be called.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RpcService {
    /** Stands before the wire name of every method: {@code "directory."}. */
    String prefix() default "";

    /** How generated clients send parameters; a server takes both ways. */
    ParamStructure params() default ParamStructure.BY_POSITION;

    /** Whether the requests of one connection run one after another, each after the one before has ended. */
    boolean ordered() default false;

    /**
     * Codecs for types that come from elsewhere: classes that implement {@code dev.parley.codec.Codec<T>} and have
     * a public constructor without parameters. They hold for every {@code T} in this service.
     */
    Class<?>[] codecs() default {};
}
