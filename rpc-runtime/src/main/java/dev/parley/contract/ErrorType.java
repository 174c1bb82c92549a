package dev.parley.contract;

import dev.parley.codec.Codec;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An exception type that a method declares: it travels as an error with this code and the exception's data, and arrives
 * as the same type.
 *
 * @param code the error's code
 * @param type the exception type; its subclasses travel as it
 * @param data reads and writes the data; {@link dev.parley.codec.Codecs#VOID} when there is none
 * @param dataOf the data of an exception that is thrown
 * @param make an exception with a message and data that arrived
 * @param <E> the exception type
 * @param <D> the type of its data
 */
public record ErrorType<E extends Throwable, D extends @Nullable Object>(
        int code, Class<E> type, Codec<D> data, Function<E, D> dataOf, BiFunction<String, D, E> make) {}
