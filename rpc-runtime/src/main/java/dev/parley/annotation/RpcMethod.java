package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how a method appears on the wire, where that is not its Java name with the service's prefix. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface RpcMethod {
    /** The name, behind the service's prefix; empty for the Java name. */
    String value() default "";

    /** How generated clients send this method's parameters. */
    ParamStructure params() default ParamStructure.DEFAULT;
}
