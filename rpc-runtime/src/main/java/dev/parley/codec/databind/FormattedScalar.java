package dev.parley.codec.databind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.ClassUtil;

/** Reads a number or flag that is written as text, and a flag or enum that is written as a number. */
final class FormattedScalar extends ValueDeserializer<Object> {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Short.class, Short::valueOf,
            Byte.class, Byte::valueOf,
            Double.class, Double::valueOf,
            Float.class, Float::valueOf,
            BigInteger.class, BigInteger::new,
            BigDecimal.class, BigDecimal::new,
            Boolean.class, FormattedScalar::flag);

    private final JavaType type;
    private final @Nullable ValueDeserializer<Object> usual;

    private FormattedScalar(JavaType type, @Nullable ValueDeserializer<Object> usual) {
        this.type = type;
        this.usual = usual;
    }

    /** One for a type; null for types that Jackson reads in every form that it writes. */
    static @Nullable FormattedScalar of(JavaType type) {
        return type.isEnumType() || PARSERS.containsKey(boxed(type)) ? new FormattedScalar(type, null) : null;
    }

    private static Class<?> boxed(JavaType type) {
        return type.isPrimitive() ? ClassUtil.wrapperType(type.getRawClass()) : type.getRawClass();
    }

    private static Object flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new FormattedScalar(type, context.findContextualValueDeserializer(type, property));
    }

    private ValueDeserializer<Object> usual() {
        return java.util.Objects.requireNonNull(usual);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        Function<String, Object> parser = PARSERS.get(boxed(type));
        if (in.currentToken() == JsonToken.VALUE_STRING && parser != null) {
            try {
                return parser.apply(in.getString());
            } catch (IllegalArgumentException wrong) {
                return context.handleWeirdStringValue(type.getRawClass(), in.getString(), "not such a value");
            }
        }
        Object byNumber = in.currentToken() == JsonToken.VALUE_NUMBER_INT ? byNumber(in.getString()) : null;
        return byNumber == null ? usual().deserialize(in, context) : byNumber;
    }

    private @Nullable Object byNumber(String number) {
        if (boxed(type) == Boolean.class) {
            return number.equals("1") || number.equals("0") ? number.equals("1") : null;
        }
        Object[] constants = type.isEnumType() ? type.getRawClass().getEnumConstants() : new Object[0];
        for (int i = 0; i < constants.length; i++) {
            if (number.equals(Integer.toString(i))) {
                return constants[i];
            }
        }
        return null;
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return usual().getNullValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return usual().getAbsentValue(context);
    }
}
