package dev.parley.serializer.token;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads values from Jackson's tokens, of text that was checked before. */
public final class JacksonValueReader implements ValueReader {
    private final JsonParser parser;
    private final @Nullable Source source;
    private final int start;
    private final int end;
    private final ReadLimits limits;
    private final References references;
    /** Whether the parser stands at a token that was not taken yet. */
    private boolean ready;

    private String name = "";
    private long taken;
    private final Deque<Long> containers = new ArrayDeque<>();
    private final TakenMembers takenMembers = new TakenMembers();
    /** Whether the name taken last was taken without telling which were expected. */
    private boolean untold;

    public JacksonValueReader(Source source, int from, int to, References references) {
        this.parser = source.tokens(from, to).parser();
        this.source = source;
        this.start = from;
        this.end = to;
        this.limits = source.limits();
        this.references = references;
    }

    /** Reads on from a parser that stands at the value's first token, and leaves it at the last. */
    public JacksonValueReader(JsonParser parser) {
        this.parser = parser;
        this.source = null;
        this.start = 0;
        this.end = 0;
        this.limits = ReadLimits.DEFAULT;
        this.references = References.NONE;
        this.ready = true;
    }

    private @Nullable JsonToken token() {
        if (!ready) {
            parser.nextToken();
            ready = true;
        }
        return parser.currentToken();
    }

    private long offset() {
        return parser.currentTokenLocation().getCharOffset();
    }

    private void take() {
        taken = offset();
        ready = false;
    }

    @Override
    public ValueKind peek() {
        return Kinds.of(token());
    }

    @Override
    public boolean readNull() {
        boolean found = token() == JsonToken.VALUE_NULL;
        if (found) {
            take();
        }
        return found;
    }

    @Override
    public boolean readBoolean() {
        expect(ValueKind.BOOLEAN, "a boolean");
        take();
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    private void expect(ValueKind kind, String wanted) {
        if (peek() != kind) {
            throw mismatch(wanted);
        }
    }

    private ValueException mismatch(String wanted) {
        taken = offset();
        return unexpected(wanted, peek().inWords());
    }

    @Override
    public int readInt() {
        String wanted = "an integer of 32 bits";
        String text = integerText(wanted);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException tooLarge) {
            throw unexpected(wanted, ValueException.cut(text));
        }
    }

    @Override
    public long readLong() {
        String wanted = "an integer of 64 bits";
        String text = integerText(wanted);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw unexpected(wanted, ValueException.cut(text));
        }
    }

    @Override
    public BigInteger readBigInteger() {
        return new BigInteger(integerText("an integer"));
    }

    private String integerText(String wanted) {
        String text = numberText(wanted);
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected(wanted, ValueException.cut(text));
        }
        return text;
    }

    private String numberText(String wanted) {
        expect(ValueKind.NUMBER, wanted);
        take();
        return parser.getString();
    }

    @Override
    public double readDouble() {
        if (peek() == ValueKind.STRING) {
            return nonFinite();
        }
        String text = numberText("a number");
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw unexpected("a number that fits a double", ValueException.cut(text));
        }
        return value;
    }

    @Override
    public float readFloat() {
        if (peek() == ValueKind.STRING) {
            return (float) nonFinite();
        }
        String text = numberText("a number");
        float value = Float.parseFloat(text);
        if (Float.isInfinite(value)) {
            throw unexpected("a number that fits a float", ValueException.cut(text));
        }
        return value;
    }

    private double nonFinite() {
        String text = parser.getString();
        double value = switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw mismatch("a number");
        };
        take();
        return value;
    }

    @Override
    public BigDecimal readBigDecimal() {
        String text = numberText("a number");
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.max(value.precision() - (long) value.scale(), value.scale()) <= limits.numberLength()) {
                return value;
            }
        } catch (NumberFormatException exponentTooLarge) {
            // Said below, as of any other number that has too many digits.
        }
        throw unexpected("a number of at most " + limits.numberLength() + " digits", ValueException.cut(text));
    }

    @Override
    public String readNumberText() {
        return numberText("a number");
    }

    @Override
    public String readString() {
        expect(ValueKind.STRING, "a string");
        take();
        return parser.getString();
    }

    @Override
    public byte[] readBytes() {
        expect(ValueKind.STRING, "a Base64 string");
        take();
        String text = parser.getString();
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
        expect(ValueKind.ARRAY, "an array");
        containers.push(offset());
        take();
    }

    @Override
    public void beginObject() {
        expect(ValueKind.OBJECT, "an object");
        containers.push(offset());
        takenMembers.begin();
        take();
        // A parser that databind hands over may stand at the first name already.
        ready = parser.currentToken() == JsonToken.PROPERTY_NAME;
    }

    private void finish() {
        taken = containers.pop();
        ready = false;
    }

    @Override
    public boolean nextElement() {
        if (token() == JsonToken.END_ARRAY) {
            finish();
            return false;
        }
        return true;
    }

    @Override
    public int nextMember(Members expected) {
        if (untold) {
            takenMembers.add(expected, name);
        }
        String found = nextMember();
        untold = false;
        if (found == null) {
            return END;
        }
        int index = expected.indexOf(found);
        if (!takenMembers.add(index)) {
            throw repeated(found);
        }
        return index;
    }

    @Override
    public @Nullable String nextMember() {
        if (token() == JsonToken.END_OBJECT) {
            finish();
            takenMembers.end();
            untold = false;
            return null;
        }
        name = parser.currentName();
        untold = true;
        take();
        return name;
    }

    @Override
    public String memberName() {
        return name;
    }

    @Override
    public void skip() {
        token();
        long from = offset();
        parser.skipChildren();
        taken = from;
        ready = false;
    }

    @Override
    public ReadLimits limits() {
        return limits;
    }

    @Override
    public References references() {
        return references;
    }

    @Override
    public ValueException unexpected(String expected, String found) {
        return ValueException.of(pointer(), expected, found);
    }

    /** Reads again up to the token taken last, so that no path is kept while nothing is wrong. */
    private String pointer() {
        if (source == null) {
            return "";
        }
        try (JsonParser again = source.tokens(start, end).parser()) {
            while (again.nextToken() != null && again.currentTokenLocation().getCharOffset() < taken) {
                // Goes on.
            }
            return again.streamReadContext().pathAsPointer().toString();
        }
    }
}
