package dev.parley.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.io.NumberOutput;

class ShortestDecimalTest {
    private static String text(double value) {
        byte[] bytes = new byte[ShortestDecimal.MAX_BYTES];
        return new String(bytes, 0, ShortestDecimal.put(bytes, 0, value), StandardCharsets.US_ASCII);
    }

    private static String text(float value) {
        byte[] bytes = new byte[ShortestDecimal.MAX_BYTES];
        return new String(bytes, 0, ShortestDecimal.put(bytes, 0, value), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "100.0, 100.0",
        "0.1, 0.1",
        "-1.5, -1.5",
        "1234567.0, 1234567.0",
        "9999999.0, 9999999.0",
        "1e7, 1.0E7",
        "12345678.9, 1.23456789E7",
        "0.001, 0.001",
        "0.0009, 9.0E-4",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "9007199254740991, 9.007199254740991E15",
        "9007199254740993, 9.007199254740992E15",
        "0.3, 0.3",
        "0.30000000000000004, 0.30000000000000004"
    })
    void printsDoublesAsJavaDoes(double value, String expected) {
        assertThat(text(value)).isEqualTo(expected);
    }

    @Test
    void givesFewerDigitsThanOldVersionsOfJava() {
        assertThat(text(2.0e-3)).isEqualTo("0.002");
        assertThat(text(2.2e-322)).isEqualTo("2.2E-322");
        assertThat(text(1.0e23)).isEqualTo("1.0E23");
        assertThat(text(2.0e-44f)).isEqualTo("2.0E-44");
        assertThat(text(8.41e21)).isEqualTo("8.41E21");
        assertThat(text(2.0E9f)).isEqualTo("2.0E9");
    }

    @Test
    void agreesWithJacksonOnRandomDoubles() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            assertSame(Double.longBitsToDouble(random.nextLong()));
            assertSame(random.nextInt(100_000) / 100.0);
            assertSame(random.nextGaussian() * 1000);
        }
    }

    @Test
    void agreesWithJacksonAroundPowers() {
        for (int e = -1074; e <= 1023; e++) {
            double power = Math.scalb(1.0, e);
            assertSame(power);
            assertSame(Math.nextUp(power));
            assertSame(Math.nextDown(power));
            assertSame((float) power);
        }
        for (int e = -330; e <= 308; e++) {
            double power = Double.parseDouble("1e" + e);
            assertSame(power);
            assertSame(-Math.nextUp(power));
            assertSame(Math.nextDown(power));
            assertSame((float) power);
        }
    }

    @Test
    void agreesWithJacksonOnRandomFloats() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            assertSame(Float.intBitsToFloat(random.nextInt()));
            assertSame(random.nextInt(100_000) / 100f);
        }
    }

    private static void assertSame(double value) {
        if (Double.isFinite(value) && !text(value).equals(NumberOutput.toString(value, true))) {
            assertThat(text(value)).isEqualTo(NumberOutput.toString(value, true));
        }
    }

    private static void assertSame(float value) {
        if (Float.isFinite(value) && !text(value).equals(NumberOutput.toString(value, true))) {
            assertThat(text(value)).isEqualTo(NumberOutput.toString(value, true));
        }
    }
}
