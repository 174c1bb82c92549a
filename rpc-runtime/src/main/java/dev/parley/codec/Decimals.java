package dev.parley.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of all of Java's types as decimals, and what can be asked of them however large a peer makes them. */
final class Decimals {
    private Decimals() {}

    /** The number with the digits that it has in JSON; null for one that JSON does not have. */
    static @Nullable BigDecimal of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** The number exactly; null if its digits, written without exponent, would be more than {@code most}. */
    static @Nullable BigDecimal of(String text, int most) {
        try {
            BigDecimal value = new BigDecimal(text);
            long digits = Math.max(value.precision() - (long) value.scale(), value.scale());
            return digits <= most ? value : null;
        } catch (NumberFormatException exponentTooLarge) {
            return null;
        }
    }

    /** Whether a number is a whole number of steps. No power of ten is written out, so an exponent costs nothing. */
    static boolean isMultiple(Number number, BigDecimal step) {
        BigDecimal value = of(number);
        if (value == null || value.signum() == 0) {
            return value != null;
        }
        BigDecimal bare = value.stripTrailingZeros();
        long shift = (long) step.scale() - bare.scale();
        // What has no zero at its end is not a multiple of what has.
        return shift >= 0
                && bare.unscaledValue()
                        .multiply(BigInteger.TEN.modPow(BigInteger.valueOf(shift), step.unscaledValue()))
                        .mod(step.unscaledValue())
                        .equals(BigInteger.ZERO);
    }
}
