package dev.parley.codec.databind;

import dev.parley.codec.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values from a seed, edge cases among them. */
public final class RandomValues {
    final Random random;

    public RandomValues(long seed) {
        random = new Random(seed);
    }

    public JsonValue json(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonValue.nothing();
            case 1 -> JsonValue.of(random.nextBoolean());
            case 2 -> JsonValue.of(integer());
            case 3 -> new JsonValue.JsonNumber(decimal().toPlainString());
            case 4, 5 -> JsonValue.of(text());
            case 6 -> {
                List<JsonValue> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(json(depth - 1));
                }
                yield new JsonValue.JsonArray(elements);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(), json(depth - 1));
                }
                yield new JsonValue.JsonObject(members);
            }
        };
    }

    long integer() {
        return random.nextLong() >> random.nextInt(64);
    }

    BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(40) - 10);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(5) == 0 ? 40 : 8); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/\u007f\u2028".charAt(random.nextInt(5)));
                case 2 -> text.append((char) (0x80 + random.nextInt(0x800)));
                case 3 -> text.append((char) random.nextInt(0x10000));
                case 4 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) (0x20 + random.nextInt(0x5f)));
            }
        }
        return text.toString();
    }

    /** Without lone surrogates, which Jackson's mapper can't write. */
    String cleanText() {
        return new String(
                text().getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
