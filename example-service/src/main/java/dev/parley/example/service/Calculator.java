package dev.parley.example.service;

import dev.parley.codec.JsonValue;
import java.util.stream.IntStream;

/** Does what the specification's examples show. */
final class Calculator implements SpecificationExamples {
    @Override
    public int subtract(int minuend, int subtrahend) {
        return Math.subtractExact(minuend, subtrahend);
    }

    @Override
    public int sum(int... values) {
        return IntStream.of(values).reduce(0, Math::addExact);
    }

    @Override
    public JsonValue getData() {
        return JsonValue.array(JsonValue.of("hello"), JsonValue.of(5));
    }

    @Override
    public void update(int... values) {
        // The specification's example only shows that nothing is answered.
    }

    @Override
    public void notifyHello(int number) {
        // See update.
    }

    @Override
    public void notifySum(int... values) {
        // See update.
    }
}
