package dev.parley.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.databind.DatabindCodec;
import dev.parley.message.Envelope;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same numbers are refused whichever way a value is read, and none becomes infinity. */
class NumberLimitsTest {
    record Amount(BigDecimal amount) {}

    private static final class AmountCodec implements MembersCodec<Amount> {
        private static final Members MEMBERS = Members.of("amount", "kind");

        @Override
        public Amount readMembers(ValueReader in) {
            BigDecimal amount = BigDecimal.ZERO;
            for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
                if (member == 0) {
                    amount = Codecs.BIG_DECIMAL.read(in);
                } else {
                    in.skip();
                }
            }
            return new Amount(amount);
        }

        @Override
        public void write(ValueWriter out, Amount value) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Codec<Amount> TAGGED =
            UnionCodec.of("kind", UnionCodec.variant("cash", Amount.class, AmountCodec::new));
    private static final Codec<Object> CHOSEN = ChoiceCodec.of(
            ChoiceCodec.choice(Object.class, Shape.object().required("amount"), () -> new Untyped<>(new AmountCodec())),
            ChoiceCodec.choice(Object.class, Shape.object().required("other"), () -> new Untyped<>(Codecs.JSON_VALUE)));

    private record Untyped<T>(Codec<T> codec) implements Codec<Object> {
        @Override
        public Object read(ValueReader in) {
            return codec.read(in);
        }

        @Override
        public void write(ValueWriter out, Object value) {
            throw new UnsupportedOperationException();
        }
    }

    private static final List<Serializer> SERIALIZERS = List.of(
            JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE, BinarySerializer.cbor(), BinarySerializer.smile());

    private static <T> T read(Serializer serializer, Codec<T> codec, JsonValue value, ReadLimits limits) {
        try (MessageWriter out = serializer.write(100_000, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), JsonValue.object(Map.entry("params", value)));
            try (MessageReader in = serializer.read(out.end().keep(), limits, References.NONE)) {
                Envelope message = in.next();
                return codec.read(
                        in.value(message.params().from(), message.params().to()));
            }
        }
    }

    private static void refuses(Codec<?> codec, String json, String message) {
        for (Serializer serializer : SERIALIZERS) {
            assertThatThrownBy(() -> read(serializer, codec, Json.parse(json.replace('\'', '"')), ReadLimits.DEFAULT))
                    .as(serializer + " " + json)
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20000000", "1e-20000000", "1e1000", "1e99999999999"})
    void anExponentMakesNoMoreDigitsThanANumberMayHave(String number) {
        String tooMany = "expected a number of at most 1000 digits";
        // CBOR and Smile have no number of so large an exponent.
        List<Serializer> able = number.length() > 12 ? SERIALIZERS.subList(0, 2) : SERIALIZERS;
        for (Serializer serializer : able) {
            for (String json : List.of("{\"kind\":\"cash\",\"amount\":%s}", "{\"amount\":%s,\"kind\":\"cash\"}")) {
                assertThatThrownBy(() ->
                                read(serializer, TAGGED, Json.parse(String.format(json, number)), ReadLimits.DEFAULT))
                        .as(serializer + json)
                        .isInstanceOf(ValueException.class)
                        .hasMessageContaining(tooMany);
            }
            assertThatThrownBy(() -> read(
                            serializer,
                            CHOSEN,
                            Json.parse(String.format("{\"amount\":%s}", number)),
                            ReadLimits.DEFAULT))
                    .hasMessageContaining(tooMany);
            assertThatThrownBy(() -> read(
                            serializer,
                            DatabindCodec.of(Amount.class),
                            Json.parse(String.format("{\"amount\":%s}", number)),
                            ReadLimits.DEFAULT))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining(tooMany);
        }
        assertThatThrownBy(() -> new JsonValue.JsonNumber(number).value())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a number of more than 1000 digits: " + number);
    }

    @Test
    void theConnectionsLimitCounts() {
        ReadLimits limits = ReadLimits.DEFAULT.change().numberLength(20).build();
        JsonValue late = Json.parse("{\"amount\":1e30,\"kind\":\"cash\"}");
        for (Serializer serializer : SERIALIZERS) {
            assertThat(read(serializer, TAGGED, late, ReadLimits.DEFAULT).amount())
                    .isEqualByComparingTo("1e30");
            assertThatThrownBy(() -> read(serializer, TAGGED, late, limits))
                    .hasMessageContaining("expected a number of at most 20 digits");
        }
    }

    @Test
    void aNumberBeyondDoubleAndFloatIsRefused() {
        refuses(Codecs.DOUBLE, "1e309", "expected a number that fits a double, found 1");
        refuses(Codecs.DOUBLE, "-1e309", "expected a number that fits a double, found -1");
        refuses(Codecs.FLOAT, "1e39", "expected a number that fits a float, found 1");
        refuses(Codecs.FLOAT, "-3.5e38", "expected a number that fits a float, found -3");
        refuses(Codecs.OPTIONAL_DOUBLE, "1e309", "expected a number that fits a double, found 1");
        refuses(Codecs.DOUBLE_ARRAY, "[1,1e309]", "expected a number that fits a double, found 1");
        refuses(Codecs.FLOAT_ARRAY, "[1,1e39]", "expected a number that fits a float, found 1");
        refuses(Codecs.DOUBLE, "1" + "0".repeat(400), "expected a number that fits a double, found 1000");
        refuses(DatabindCodec.of(double.class), "1e309", "expected a number, found a number that does not fit");
        refuses(DatabindCodec.of(Double.class), "-1e309", "expected a number, found a number that does not fit");
        refuses(DatabindCodec.of(float[].class), "[1e39]", "found a number that does not fit");
        refuses(DatabindCodec.of(double[].class), "[1" + "0".repeat(400) + "]", "found a number that does not fit");
        Codec<Double> late = new Late(Codecs.DOUBLE);
        refuses(late, "1e309", "expected a number that fits a double, found 1e309");
    }

    @Test
    void theLargestAndTheNamedOnesAreRead() {
        for (Serializer serializer : SERIALIZERS) {
            for (double value : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0.5}) {
                assertThat(read(
                                serializer,
                                Codecs.DOUBLE,
                                new JsonValue.JsonNumber(Double.toString(value).replace("E", "e")),
                                ReadLimits.DEFAULT))
                        .isEqualTo(value);
            }
            assertThat(read(serializer, Codecs.DOUBLE, JsonValue.of("-Infinity"), ReadLimits.DEFAULT))
                    .isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(read(serializer, Codecs.FLOAT, JsonValue.of("Infinity"), ReadLimits.DEFAULT))
                    .isEqualTo(Float.POSITIVE_INFINITY);
        }
    }

    /** Reads a value again that was kept without a type. */
    private record Late(Codec<Double> codec) implements Codec<Double> {
        @Override
        public Double read(ValueReader in) {
            return codec.read(new TreeReader(new JsonValue.JsonNumber("1e309"), in));
        }

        @Override
        public void write(ValueWriter out, Double value) {
            throw new UnsupportedOperationException();
        }
    }
}
