package dev.parley.codec.databind;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.util.JsonParserDelegate;

/** Refuses numbers beyond the largest {@code double} or {@code float}, which Jackson takes for infinity. */
final class FiniteNumbers extends JsonParserDelegate {
    FiniteNumbers(JsonParser tokens) {
        super(tokens);
    }

    @Override
    public double getDoubleValue() {
        double value = super.getDoubleValue();
        check(Double.isInfinite(value), double.class);
        return value;
    }

    @Override
    public float getFloatValue() {
        float value = super.getFloatValue();
        check(Float.isInfinite(value), float.class);
        return value;
    }

    private void check(boolean infinite, Class<?> type) {
        if (infinite) {
            throw new InputCoercionException(
                    this, "a number that does not fit a " + type, JsonToken.VALUE_NUMBER_FLOAT, type);
        }
    }
}
