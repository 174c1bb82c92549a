package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a parameter is when a caller leaves it out. The build checks that the text is a value of its type. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface RpcDefault {
    /**
     * The value as JSON ({@code "10"}, {@code "[1,2]"}); for types that are strings in JSON (text, enums, dates) the
     * string's content, without quotes.
     */
    String value();
}
