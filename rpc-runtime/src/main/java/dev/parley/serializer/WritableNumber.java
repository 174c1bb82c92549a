package dev.parley.serializer;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Refuses numbers before they are sent that a reader with the default limits would refuse. */
public final class WritableNumber {
    private static final int MOST = ReadLimits.DEFAULT.numberLength();

    private WritableNumber() {}

    /**
     * Checks a number as it is written: without exponent.
     *
     * @throws IllegalArgumentException when it has too many digits
     */
    public static void check(BigDecimal number) {
        long whole = Math.max(number.precision() - (long) number.scale(), 1);
        long fraction = number.scale() > 0 ? number.scale() + 1L : 0;
        check(whole + fraction + (number.signum() < 0 ? 1 : 0));
    }

    /**
     * Checks an integer.
     *
     * @throws IllegalArgumentException when it has too many digits
     */
    public static void check(BigInteger number) {
        // A digit takes more than three bits, so that no shorter number is written out to be counted.
        if (number.bitLength() > 3L * MOST) {
            check(new BigDecimal(number).precision() + (number.signum() < 0 ? 1L : 0L));
        }
    }

    private static void check(long characters) {
        if (characters > MOST) {
            throw new IllegalArgumentException(
                    "a number of " + characters + " characters, and peers read at most " + MOST);
        }
    }
}
