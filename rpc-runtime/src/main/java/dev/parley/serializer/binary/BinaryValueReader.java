package dev.parley.serializer.binary;

import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.token.Kinds;
import dev.parley.serializer.token.TakenMembers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Reads values from the tokens of Jackson's parser of a binary format, of bytes that were checked before. */
final class BinaryValueReader implements ValueReader {
    private static final String A_NUMBER = "a number";
    private static final String BYTES = "bytes or a Base64 string";

    private final BinaryFormat format;
    private final BinaryScanner scanner;
    private final JsonParser parser;
    private final References references;
    /** Whether the parser stands at a token that was not taken yet. */
    private boolean ready;

    private String name = "";
    private @Nullable Members members;
    private int member;
    private final TakenMembers taken = new TakenMembers();
    /** Whether the name taken last was taken without telling which were expected. */
    private boolean untold;

    BinaryValueReader(BinaryFormat format, BinaryScanner scanner, int from, int to, References references) {
        this.format = format;
        this.scanner = scanner;
        this.parser = format.parser(scanner.bytes, from, to);
        this.references = references;
    }

    void close() {
        parser.close();
    }

    private @Nullable JsonToken token() {
        if (!ready) {
            ready = true;
            return parser.nextToken();
        }
        return parser.currentToken();
    }

    @Override
    public ValueKind peek() {
        JsonToken token = token();
        return token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN() ? ValueKind.STRING : Kinds.of(token);
    }

    @Override
    public boolean readNull() {
        boolean found = token() == JsonToken.VALUE_NULL;
        ready = !found;
        return found;
    }

    @Override
    public boolean readBoolean() {
        boolean value = token() == JsonToken.VALUE_TRUE;
        if (!value && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw mismatch("a boolean");
        }
        ready = false;
        return value;
    }

    private ValueException mismatch(String wanted) {
        String found = peek().inWords();
        ready = false;
        return unexpected(wanted, found);
    }

    @Override
    public int readInt() {
        String wanted = "an integer of 32 bits";
        long value = integer(wanted);
        if (value != (int) value) {
            throw unexpected(wanted, Long.toString(value));
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        return integer("an integer of 64 bits");
    }

    private long integer(String wanted) {
        takeInteger(wanted);
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        BigInteger big = bigInteger();
        if (big.bitLength() > 63) {
            throw unexpected(wanted, ValueException.cut(big.toString()));
        }
        return big.longValue();
    }

    private void takeInteger(String wanted) {
        takeNumber(wanted);
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected(wanted, ValueException.cut(numberText()));
        }
    }

    private void takeNumber(String wanted) {
        JsonToken token = token();
        boolean number =
                token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT && !parser.isNaN();
        if (!number) {
            throw mismatch(wanted);
        }
        ready = false;
    }

    private BigInteger bigInteger() {
        return format.bigInteger(parser, scanner.bytes);
    }

    private BigDecimal decimal() {
        return format.decimal(parser, scanner.bytes);
    }

    @Override
    public BigInteger readBigInteger() {
        takeInteger("an integer");
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? bigInteger()
                : BigInteger.valueOf(parser.getLongValue());
    }

    @Override
    public double readDouble() {
        if (isNonFinite()) {
            return nonFinite();
        }
        takeNumber(A_NUMBER);
        double value = switch (parser.getNumberType()) {
            case BIG_INTEGER -> bigInteger().doubleValue();
            case BIG_DECIMAL -> decimal().doubleValue();
            default -> parser.getDoubleValue();
        };
        if (Double.isInfinite(value)) {
            throw unexpected("a number that fits a double", ValueException.cut(numberText()));
        }
        return value;
    }

    @Override
    public float readFloat() {
        if (isNonFinite()) {
            return (float) nonFinite();
        }
        takeNumber(A_NUMBER);
        float value = switch (parser.getNumberType()) {
            case BIG_INTEGER -> bigInteger().floatValue();
            case BIG_DECIMAL -> decimal().floatValue();
            case INT, LONG -> parser.getLongValue();
            case FLOAT -> parser.getFloatValue();
            case DOUBLE -> (float) parser.getDoubleValue();
        };
        if (Float.isInfinite(value)) {
            throw unexpected("a number that fits a float", ValueException.cut(numberText()));
        }
        return value;
    }

    private boolean isNonFinite() {
        JsonToken token = token();
        return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN();
    }

    private double nonFinite() {
        double value = switch (text()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw mismatch(A_NUMBER);
        };
        ready = false;
        return value;
    }

    @Override
    public BigDecimal readBigDecimal() {
        takeNumber(A_NUMBER);
        int most = scanner.limits.numberLength();
        BigDecimal value = switch (parser.getNumberType()) {
            case INT, LONG -> BigDecimal.valueOf(parser.getLongValue());
            case BIG_INTEGER -> new BigDecimal(bigInteger());
            case BIG_DECIMAL -> decimal();
            default -> new BigDecimal(numberText());
        };
        if (Math.max(value.precision() - (long) value.scale(), value.scale()) > most) {
            throw unexpected("a number of at most " + most + " digits", ValueException.cut(value.toString()));
        }
        return value;
    }

    @Override
    public String readNumberText() {
        takeNumber(A_NUMBER);
        return numberText();
    }

    private String numberText() {
        return switch (parser.getNumberType()) {
            case BIG_INTEGER -> bigInteger().toString();
            case BIG_DECIMAL -> text(decimal());
            default -> parser.getNumberValue().toString();
        };
    }

    /** Without exponent, as our JSON has it, unless that would take more digits than a number may have. */
    private String text(BigDecimal value) {
        boolean plain = value.scale() > 0 && value.scale() <= scanner.limits.numberLength();
        return plain ? value.toPlainString() : value.toString();
    }

    @Override
    public String readString() {
        if (peek() != ValueKind.STRING) {
            throw mismatch("a string");
        }
        ready = false;
        return text();
    }

    /** The text of what counts as a string: bytes, and what is no number, have the one that they have in JSON. */
    private String text() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_EMBEDDED_OBJECT -> Base64.getEncoder().encodeToString(parser.getBinaryValue());
            default -> Double.toString(parser.getDoubleValue());
        };
    }

    /** Takes Base64 too: a peer that has values without types knows no bytes. */
    @Override
    public byte[] readBytes() {
        JsonToken token = token();
        if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
            ready = false;
            return parser.getBinaryValue();
        }
        if (token != JsonToken.VALUE_STRING) {
            throw mismatch(BYTES);
        }
        ready = false;
        String text = parser.getString();
        try {
            if (text.length() % 4 == 0) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, in the words that a wrong length gets too.
        }
        throw unexpected(BYTES, '"' + ValueException.cut(text) + '"');
    }

    @Override
    public void beginArray() {
        if (token() != JsonToken.START_ARRAY) {
            throw mismatch("an array");
        }
        ready = false;
    }

    @Override
    public void beginObject() {
        if (token() != JsonToken.START_OBJECT) {
            throw mismatch("an object");
        }
        ready = false;
        taken.begin();
    }

    @Override
    public boolean nextElement() {
        boolean ended = token() == JsonToken.END_ARRAY;
        ready = !ended;
        return !ended;
    }

    @Override
    public int nextMember(Members expected) {
        if (untold) {
            taken.add(expected, name);
            untold = false;
        }
        int index = parser.nextNameMatch(format.names(expected));
        if (index >= 0) {
            members = expected;
            member = index;
            if (!taken.add(index)) {
                throw repeated(expected.name(index));
            }
            return index;
        }
        if (index == PropertyNameMatcher.MATCH_END_OBJECT) {
            taken.end();
            return END;
        }
        members = null;
        name = parser.currentName();
        return UNKNOWN;
    }

    @Override
    public @Nullable String nextMember() {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            taken.end();
            untold = false;
            return null;
        }
        members = null;
        name = parser.currentName();
        untold = true;
        return name;
    }

    @Override
    public String memberName() {
        return members == null ? name : members.name(member);
    }

    @Override
    public void skip() {
        token();
        parser.skipChildren();
        ready = false;
    }

    @Override
    public ReadLimits limits() {
        return scanner.limits;
    }

    @Override
    public References references() {
        return references;
    }

    @Override
    public ValueException unexpected(String expected, String found) {
        return ValueException.of(pointer(), expected, found);
    }

    /** The place of the value taken last: where the parser stands, or before an element that was only looked at. */
    private String pointer() {
        TokenStreamContext context = parser.streamReadContext();
        if (!ready) {
            return context.pathAsPointer().toString();
        }
        JsonToken token = parser.currentToken();
        TokenStreamContext around = token != null && token.isStructStart() ? context.getParent() : context;
        if (!around.inArray()) {
            return around.pathAsPointer().toString();
        }
        JsonPointer array = around.getParent().pathAsPointer();
        int before = around.getCurrentIndex() - 1;
        return before < 0 ? array.toString() : array + "/" + before;
    }
}
