package dev.parley.codegen.schema;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads whole numbers from 0, which JSON may write as {@code 2}, {@code 2.0} or {@code 2e0}. */
final class Counts {
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Counts() {}

    static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    /** The number; where it is larger than Java can count, the largest that it can. */
    static int of(JsonNode value) {
        return value.decimalValue().min(MOST).intValueExact();
    }
}
