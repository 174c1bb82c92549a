package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a codec of the user's own for a model type, or for one parameter, member or result. It takes the place of the
 * generated one.
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface RpcCodec {
    /**
     * A class that implements {@code dev.parley.codec.Codec<T>} for the type, with a public constructor without
     * parameters.
     */
    Class<?> value();
}
