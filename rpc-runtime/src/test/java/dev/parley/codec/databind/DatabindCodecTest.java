package dev.parley.codec.databind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.serializer.ValueException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class DatabindCodecTest {
    enum Color {
        RED,
        @JsonProperty("light-blue")
        LIGHT_BLUE;

        @Override
        public String toString() {
            return "color " + ordinal();
        }
    }

    record Person(
            int zip,
            String name,
            Optional<String> mail,
            Color color,
            @Nullable List<Person> friends) {}

    record Mixed(double d, float f, BigDecimal exact, byte[] bytes, Instant at, JsonValue any, Object free) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle")})
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Even(int value) {
        Even {
            if (value % 2 != 0) {
                throw new IllegalArgumentException("odd: our secret");
            }
        }
    }

    record Broken(int value) {
        @Override
        public int value() {
            throw new IllegalStateException("broken");
        }
    }

    private static <T> T read(Codec<T> codec, String json) {
        return Json.read(codec, json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> String write(Codec<T> codec, T value) {
        return new String(Json.write(codec, value), StandardCharsets.UTF_8);
    }

    private static void refuses(Codec<?> codec, String json, String message) {
        assertThatThrownBy(() -> read(codec, json))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    @Test
    void readsAndWritesRecordsInOrderOfDeclaration() {
        DatabindCodec<Person> codec = DatabindCodec.of(Person.class);
        Person friend = new Person(2, "B", Optional.empty(), Color.LIGHT_BLUE, null);
        Person person = new Person(1, "A", Optional.of("a@b"), Color.RED, List.of(friend));
        String json = "{\"zip\":1,\"name\":\"A\",\"mail\":\"a@b\",\"color\":\"RED\",\"friends\":"
                + "[{\"zip\":2,\"name\":\"B\",\"mail\":null,\"color\":\"light-blue\",\"friends\":null}]}";

        assertThat(write(codec, person)).isEqualTo(json);
        assertThat(read(codec, json)).isEqualTo(person);
        assertThat(read(codec, json.replace("\"zip\":1", "\"unknown\":{},\"zip\":1")))
                .isEqualTo(person);
    }

    @Test
    void keepsNumbersExact() {
        DatabindCodec<Mixed> codec = DatabindCodec.of(Mixed.class);
        String json = "{\"d\":-0.0,\"f\":0.1,\"exact\":1.500,\"bytes\":\"AP8=\",\"at\":\"2026-01-31T00:00:00Z\","
                + "\"any\":{\"a\":[1,2.50,null]},\"free\":12345678901234567890.25}";

        Mixed value = read(codec, json);

        assertThat(value.exact()).isEqualTo(new BigDecimal("1.500"));
        assertThat(value.free()).isEqualTo(new BigDecimal("12345678901234567890.25"));
        assertThat(write(codec, value)).isEqualTo(json);
    }

    @Test
    void readsGenericTypes() {
        DatabindCodec<Map<String, List<Integer>>> codec =
                DatabindCodec.of(new TypeReference<Map<String, List<Integer>>>() {}.getType());

        assertThat(read(codec, "{\"a\":[1,2]}")).isEqualTo(Map.of("a", List.of(1, 2)));
        refuses(codec, "{\"a\":[1,\"2\"]}", "/a/1: expected an integer of 32 bits, found a string that does not fit");
    }

    @Test
    void followsAnnotationsForSubtypes() {
        DatabindCodec<Shape> codec = DatabindCodec.of(Shape.class);

        assertThat(write(codec, new Circle(3))).isEqualTo("{\"kind\":\"circle\",\"radius\":3}");
        assertThat(read(codec, "{\"radius\":3,\"kind\":\"circle\"}")).isEqualTo(new Circle(3));
        assertThatThrownBy(() -> read(codec, "{\"kind\":\"java.lang.String\"}")).isInstanceOf(ValueException.class);
    }

    @Test
    void coercesNothing() {
        refuses(DatabindCodec.of(int.class), "1.0", "expected an integer of 32 bits, found a number that does not fit");
        refuses(
                DatabindCodec.of(Integer.class),
                "\"1\"",
                "expected an integer of 32 bits, found a string that does not fit");
        refuses(DatabindCodec.of(String.class), "1", "expected a string, found a number that does not fit");
        refuses(DatabindCodec.of(Boolean.class), "1", "expected a boolean, found a number that does not fit");
        refuses(
                DatabindCodec.of(Color.class),
                "0",
                "expected one of \"RED\", \"light-blue\", found a number that does not fit");
        refuses(DatabindCodec.of(String.class), "null", "expected a string, found null");
        refuses(
                DatabindCodec.of(Person.class),
                "{\"zip\":null,\"name\":\"x\"}",
                "/zip: expected an integer of 32 bits, found null that does not fit");
    }

    @Test
    void namesThePlaceInsideLargerValues() {
        refuses(
                Codecs.map(Codecs.list(DatabindCodec.of(Person.class))),
                "{\"a\":[{\"zip\":1,\"friends\":[{\"zip\":\"x\"}]}]}",
                "/a/0/friends/0/zip: expected an integer of 32 bits, found a string that does not fit");
    }

    @Test
    void tellsNothingOfOurInsides() {
        assertThatThrownBy(() -> read(DatabindCodec.of(Even.class), "{\"value\":3}"))
                .isInstanceOf(ValueException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("dev.parley");
    }

    @Test
    void saysWhatItCannotWrite() {
        assertThatThrownBy(() -> Json.write(DatabindCodec.of(Broken.class), new Broken(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(Broken.class.getName() + " can't be written by Jackson");
    }
}
