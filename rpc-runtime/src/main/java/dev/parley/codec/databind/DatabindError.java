package dev.parley.codec.databind;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.token.Kinds;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in our words what databind could not read. Its own words name classes, which are none of the peer's business. */
final class DatabindError {
    private DatabindError() {}

    static ValueException of(JacksonException wrong, ValueReader in, JavaType type) {
        Class<?> wanted = type.getRawClass();
        if (wrong instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            wanted = mismatch.getTargetType();
        }
        String found = "what does not fit";
        if (wrong.processor() instanceof JsonParser parser && parser.currentToken() != null) {
            found = Kinds.of(parser.currentToken()).inWords() + " that does not fit";
        }
        String place = in.unexpected("", "").pointer() + path(wrong);
        return ValueException.of(place, words(wanted), found);
    }

    private static String path(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    /** What a value of a class is called. */
    static String words(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "a boolean";
        }
        if (type == int.class || type == Integer.class) {
            return "an integer of 32 bits";
        }
        if (type == long.class || type == Long.class) {
            return "an integer of 64 bits";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ParleyMapper.mapper().writeValueAsString(constant))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return "a value of type " + type.getSimpleName();
    }
}
