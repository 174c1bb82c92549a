package dev.parley.codec.databind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.serializer.ValueException;
import java.io.File;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What databind writes it reads again, whatever the annotations. */
class SurvivalTest {
    enum Color {
        RED,
        GREEN
    }

    record Texts(
            @JsonFormat(shape = JsonFormat.Shape.STRING) int i,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long l,
            @JsonFormat(shape = JsonFormat.Shape.STRING) short s,
            @JsonFormat(shape = JsonFormat.Shape.STRING) byte y,
            @JsonFormat(shape = JsonFormat.Shape.STRING) double d,
            @JsonFormat(shape = JsonFormat.Shape.STRING) float f,
            @JsonFormat(shape = JsonFormat.Shape.STRING) boolean b,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Integer boxed,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger big,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal decimal,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Long> optional,
            @JsonFormat(shape = JsonFormat.Shape.STRING) List<Integer> list,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Map<String, Double> map,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Color color,
            @AsText int bundled) {}

    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    @interface AsText {}

    record Numbers(
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean b,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Boolean boxed,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Color color,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) List<Color> colors,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant at,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Year year,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) DayOfWeek day) {}

    static class Bean {
        private int n;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public int getN() {
            return n;
        }

        public void setN(int n) {
            this.n = n;
        }
    }

    record Places(Locale locale, URI uri, File file, Path path) {}

    record Years(YearMonth month, Year year, Map<YearMonth, String> months, Map<Year, String> years, LocalDate date) {}

    private static <T> T survives(Type type, T value) {
        Codec<T> codec = DatabindCodec.of(type);
        return Json.read(codec, Json.write(codec, value));
    }

    @Test
    void numbersAndFlagsAsTexts() {
        Texts texts = new Texts(
                5,
                -6,
                (short) 7,
                (byte) 8,
                0.1,
                Float.NaN,
                true,
                9,
                BigInteger.TEN.pow(30),
                new BigDecimal("1.50"),
                Optional.of(3L),
                List.of(1, 2),
                Map.of("a", 1.5),
                Color.GREEN,
                4);
        assertThat(survives(Texts.class, texts)).isEqualTo(texts);
        Texts nothing = new Texts(
                0,
                0,
                (short) 0,
                (byte) 0,
                0,
                0,
                false,
                null,
                BigInteger.ZERO,
                BigDecimal.ONE,
                Optional.empty(),
                List.of(),
                Map.of(),
                Color.RED,
                0);
        assertThat(survives(Texts.class, nothing)).isEqualTo(nothing);
    }

    @Test
    void whatIsNoSuchTextIsTheCallersMistake() {
        Codec<Bean> codec = DatabindCodec.of(Bean.class);
        assertThat(Json.read(codec, "{\"n\":\"5\"}".getBytes(StandardCharsets.UTF_8))
                        .getN())
                .isEqualTo(5);
        assertThat(Json.read(codec, "{\"n\":5}".getBytes(StandardCharsets.UTF_8))
                        .getN())
                .isEqualTo(5);
        for (String wrong : List.of("\"x\"", "\"\"", "\"5.0\"", "null", "[]")) {
            assertThatThrownBy(() -> Json.read(codec, ("{\"n\":" + wrong + "}").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ValueException.class)
                    .hasMessageStartingWith("/n: expected an integer of 32 bits, found ");
        }
    }

    @Test
    void flagsAndEnumsAsNumbers() {
        Numbers numbers = new Numbers(
                true,
                false,
                Color.GREEN,
                List.of(Color.RED, Color.GREEN),
                Instant.parse("2026-01-31T12:00:00.5Z"),
                Year.of(2026),
                DayOfWeek.SUNDAY);
        assertThat(survives(Numbers.class, numbers)).isEqualTo(numbers);
    }

    @Test
    void emptyTextsThatAreValues() {
        Places places = new Places(Locale.ROOT, URI.create(""), new File("b"), Path.of("a"));
        assertThat(survives(Places.class, places)).isEqualTo(places);
        assertThat(survives(Locale.class, Locale.GERMANY)).isEqualTo(Locale.GERMANY);
    }

    @Test
    void yearsOfAnyLength() {
        for (int year : new int[] {10_000, 999_999_999, -1, -99_999, 0, 5, 2026}) {
            Years years = new Years(
                    YearMonth.of(year, 1),
                    Year.of(year),
                    Map.of(YearMonth.of(year, 2), "a"),
                    Map.of(Year.of(year), "b"),
                    LocalDate.of(year, 3, 4));
            assertThat(survives(Years.class, years)).isEqualTo(years);
        }
        Map<YearMonth, Year> map = Map.of(YearMonth.of(12_345, 6), Year.of(-7));
        assertThat(survives(new TypeReference<Map<YearMonth, Year>>() {}.getType(), map))
                .isEqualTo(map);
    }
}
