package dev.parley.codec;

import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonBoolean;
import dev.parley.codec.JsonValue.JsonNull;
import dev.parley.codec.JsonValue.JsonNumber;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a value that was read without its type before, as it would have been read from the message. */
final class TreeReader implements ValueReader {
    private static final Map<String, Double> NOT_NUMBERS =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private final ValueReader origin;
    private final Deque<Level> open = new ArrayDeque<>();
    private JsonValue next;
    private String name = "";

    /** @param origin the reader that the value came from: it knows the place and the connection */
    TreeReader(JsonValue value, ValueReader origin) {
        this.next = value;
        this.origin = origin;
    }

    @Override
    public ValueKind peek() {
        if (next instanceof JsonString) {
            return ValueKind.STRING;
        } else if (next instanceof JsonNumber) {
            return ValueKind.NUMBER;
        } else if (next instanceof JsonBoolean) {
            return ValueKind.BOOLEAN;
        } else if (next instanceof JsonArray) {
            return ValueKind.ARRAY;
        }
        return next instanceof JsonObject ? ValueKind.OBJECT : ValueKind.NULL;
    }

    @Override
    public boolean readNull() {
        return next instanceof JsonNull;
    }

    @Override
    public boolean readBoolean() {
        return take(JsonBoolean.class, "a boolean").value();
    }

    @Override
    public int readInt() {
        try {
            return integer().intValueExact();
        } catch (ArithmeticException e) {
            throw found("an integer of 32 bits");
        }
    }

    @Override
    public long readLong() {
        try {
            return integer().longValueExact();
        } catch (ArithmeticException e) {
            throw found("an integer of 64 bits");
        }
    }

    @Override
    public double readDouble() {
        if (next instanceof JsonString text && NOT_NUMBERS.containsKey(text.value())) {
            return NOT_NUMBERS.get(text.value());
        }
        double value = Double.parseDouble(readNumberText());
        if (Double.isInfinite(value)) {
            throw found("a number that fits a double");
        }
        return value;
    }

    @Override
    public float readFloat() {
        if (next instanceof JsonString text && NOT_NUMBERS.containsKey(text.value())) {
            return NOT_NUMBERS.get(text.value()).floatValue();
        }
        float value = Float.parseFloat(readNumberText());
        if (Float.isInfinite(value)) {
            throw found("a number that fits a float");
        }
        return value;
    }

    @Override
    public BigInteger readBigInteger() {
        return integer();
    }

    private BigInteger integer() {
        String text = readNumberText();
        if (text.matches("-?[0-9]+")) {
            return new BigInteger(text);
        }
        throw found("an integer");
    }

    @Override
    public BigDecimal readBigDecimal() {
        int most = limits().numberLength();
        BigDecimal value = Decimals.of(readNumberText(), most);
        if (value == null) {
            throw found("a number of at most " + most + " digits");
        }
        return value;
    }

    @Override
    public String readString() {
        return take(JsonString.class, "a string").value();
    }

    @Override
    public byte[] readBytes() {
        String text = take(JsonString.class, "a Base64 string").value();
        try {
            if (text.length() % 4 == 0) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, in the words that a wrong length gets too.
        }
        throw unexpected("a Base64 string", '"' + ValueException.cut(text) + '"');
    }

    @Override
    public void beginArray() {
        open.push(new Level(take(JsonArray.class, "an array").elements().iterator()));
    }

    @Override
    public boolean nextElement() {
        Level array = open.element();
        if (!array.left.hasNext()) {
            open.pop();
            return false;
        }
        next = (JsonValue) array.left.next();
        array.step = String.valueOf(array.taken++);
        return true;
    }

    @Override
    public void beginObject() {
        open.push(new Level(
                take(JsonObject.class, "an object").members().entrySet().iterator()));
    }

    @Override
    public int nextMember(Members expected) {
        String found = nextMember();
        return found == null ? END : expected.indexOf(found);
    }

    @Override
    public @Nullable String nextMember() {
        Level object = open.element();
        if (!object.left.hasNext()) {
            open.pop();
            return null;
        }
        Map.Entry<?, ?> member = (Map.Entry<?, ?>) object.left.next();
        next = (JsonValue) member.getValue();
        name = (String) member.getKey();
        object.step = name;
        return name;
    }

    @Override
    public String memberName() {
        return name;
    }

    @Override
    public void skip() {
        // The value is whole already: moving on leaves it behind.
    }

    @Override
    public String readNumberText() {
        return take(JsonNumber.class, "a number").text();
    }

    @Override
    public ReadLimits limits() {
        return origin.limits();
    }

    @Override
    public References references() {
        return origin.references();
    }

    @Override
    public ValueException unexpected(String expected, String found) {
        ValueException wrong = origin.unexpected(expected, found);
        return new ValueException(wrong.pointer() + pointer(), wrong.problem());
    }

    /** The place within the value, from its outermost container on. */
    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        open.descendingIterator().forEachRemaining(level -> {
            if (level.step != null) {
                String step = ValueException.cut(level.step);
                pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
            }
        });
        return pointer.toString();
    }

    private <T extends JsonValue> T take(Class<T> kind, String expected) {
        if (!kind.isInstance(next)) {
            throw found(expected);
        }
        return kind.cast(next);
    }

    private ValueException found(String expected) {
        String found = next instanceof JsonNumber number ? ValueException.cut(number.text()) : peek().inWords();
        return unexpected(expected, found);
    }

    /** An array or object that was entered: what is left of it, and the step that leads to the value in it. */
    private static final class Level {
        private final Iterator<?> left;
        private int taken;
        private @Nullable String step;

        Level(Iterator<?> left) {
            this.left = left;
        }
    }
}
