package dev.parley.codec.databind;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.codec.KeyCodec;
import dev.parley.codec.KeyCodecs;
import dev.parley.serializer.token.JacksonValueReader;
import dev.parley.serializer.token.JacksonValueWriter;
import dev.parley.serializer.token.JsonTokens;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * The one configuration of Jackson that defines Parley's JSON. A generated codec gives the same bytes for the same
 * value.
 *
 * <ul>
 *   <li>An object's members stand in the order of their declaration; unknown members are ignored; nulls are written.
 *   <li>Enums are the names of their constants, or what {@code @JsonProperty} says.
 *   <li>{@code java.time} is ISO 8601 text, zone ids and offsets as they were.
 *   <li>Nothing is coerced: a string is no number, {@code 1.0} is no {@code int}, null is no primitive.
 *   <li>{@code BigDecimal} keeps its scale and is written without exponent; doubles have their shortest form; what JSON
 *       has no number for is a string, {@code "NaN"}.
 *   <li>Bytes are Base64 with padding; an empty {@code Optional} is null; a {@code char[]} is a string.
 *   <li>A sealed family without {@code @JsonTypeInfo} is told apart by a first member {@code "type"}, the simple name of
 *       the class.
 *   <li>No class is ever named on the wire: default typing is off, and a type whose annotations or members would let a
 *       peer name a class is refused, by its name, before anything of it is read or written.
 * </ul>
 */
public final class ParleyMapper {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonTokens.FACTORY)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATE_KEYS_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
            .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .typeFactory(new ClosedTypes())
            .withCoercionConfig(Locale.class, ParleyMapper::emptyIsValue)
            .withCoercionConfig(URI.class, ParleyMapper::emptyIsValue)
            .withCoercionConfig(StringBuilder.class, ParleyMapper::emptyIsValue)
            .withCoercionConfig(StringBuffer.class, ParleyMapper::emptyIsValue)
            .accessorNaming(new AccessorNames())
            .annotationIntrospector(introspector())
            .addModule(ourForms())
            .build();

    private ParleyMapper() {}

    /** The mapper; immutable, for any number of threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    // The empty text is one of their values.
    private static void emptyIsValue(MutableCoercionConfig type) {
        type.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
    }

    private static AnnotationIntrospector introspector() {
        return AnnotationIntrospector.pair(
                new DeclarationOrder(),
                AnnotationIntrospector.pair(
                        new TypeIds(), AnnotationIntrospector.pair(new SealedFamilies(), new FormattedValues())));
    }

    /** Where Jackson has no form of its own, or not ours. */
    private static SimpleModule ourForms() {
        SimpleModule module = new SimpleModule("parley");
        module.setDeserializers(new NoClassValues());
        module.setKeyDeserializers(new NoClassValues.Keys());
        add(module, JsonValue.class, Codecs.JSON_VALUE);
        // Numbers there, though dates are to be text.
        add(module, Year.class, Codecs.YEAR);
        add(module, Month.class, Codecs.MONTH);
        // Without the sign there that their parsers want before long years.
        add(module, YearMonth.class, Codecs.YEAR_MONTH);
        addKey(module, Year.class, KeyCodecs.YEAR);
        addKey(module, YearMonth.class, KeyCodecs.YEAR_MONTH);
        // Absolute there, which no other machine has a use for, and which would tell where ours keeps its files.
        module.addSerializer(File.class, ToStringSerializer.instance);
        module.addSerializer(Path.class, ToStringSerializer.instance);
        // Without seconds there when they are zero.
        add(module, OffsetTime.class, Codecs.OFFSET_TIME);
        addKey(module, LocalTime.class, KeyCodecs.LOCAL_TIME);
        addKey(module, LocalDateTime.class, KeyCodecs.LOCAL_DATE_TIME);
        addKey(module, OffsetDateTime.class, KeyCodecs.OFFSET_DATE_TIME);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Codec<T> codec) {
        module.addSerializer(type, new Writing<>(codec));
        module.addDeserializer(type, new Reading<>(codec));
    }

    private static <K> void addKey(SimpleModule module, Class<K> type, KeyCodec<K> codec) {
        module.addKeySerializer(type, new KeyWriting<>(codec));
    }

    private static final class KeyWriting<K> extends ValueSerializer<K> {
        private final KeyCodec<K> codec;

        KeyWriting(KeyCodec<K> codec) {
            this.codec = codec;
        }

        @Override
        public void serialize(K key, JsonGenerator out, SerializationContext context) {
            out.writeName(codec.toText(key));
        }
    }

    private static final class Writing<T> extends ValueSerializer<T> {
        private final Codec<T> codec;

        Writing(Codec<T> codec) {
            this.codec = codec;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            codec.write(new JacksonValueWriter(out), value);
        }
    }

    private static final class Reading<T> extends ValueDeserializer<T> {
        private final Codec<T> codec;

        Reading(Codec<T> codec) {
            this.codec = codec;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return codec.read(new JacksonValueReader(in));
        }

        /** A null has a value of its own where the codec knows one. */
        @Override
        public Object getNullValue(DeserializationContext context) {
            return codec == Codecs.JSON_VALUE ? JsonValue.nothing() : super.getNullValue(context);
        }
    }
}
