package dev.parley.serializer.json;

import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from JSON's bytes. It checks the grammar of all that it takes, because a result may come here unchecked.
 */
final class JsonValueReader implements ValueReader {
    private static final byte[] NOTHING = {};

    /** Expected after a name that was taken without telling which were expected: no index of any member. */
    private static final int UNTOLD = Integer.MAX_VALUE;

    private final JsonScanner scanner;
    private byte[] bytes = NOTHING;
    private int end;
    private References references = References.NONE;

    /** Where the value that is being read starts, and how many containers are around it. */
    private int start;

    private int outer;
    /** How many containers may be inside it. */
    private int mostDepth;
    /** Where to go on; where the value taken last started. */
    private int position;

    private int taken;
    private int depth;
    /** How many further elements and members may be taken. */
    private int valuesLeft;
    /** Whether an array or object has just begun, so that no comma is due. */
    private boolean fresh;
    /** Which member is expected next. */
    private int expected;

    /** For each container inside the value: where it starts, and which member was expected next in the one around it. */
    private int[] starts = new int[8];

    private int[] outerExpected = new int[8];
    /** Which members of the object were taken; for each container around it, which of its own. */
    private final SeenMembers seen = new SeenMembers();
    /** Where the name taken last starts. */
    private int named;

    JsonValueReader(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** Turns to the value at an index, before which {@code newOuter} containers have begun. */
    void reset(int from, int to, int newOuter, References newReferences) {
        if (bytes != scanner.bytes) {
            bytes = scanner.bytes;
        }
        end = to == Part.OPEN ? scanner.end : to;
        if (references != newReferences) {
            references = newReferences;
        }
        start = from;
        outer = newOuter;
        mostDepth = scanner.limits().depth() - newOuter;
        valuesLeft = scanner.limits().values();
        scanner.countAfresh();
        position = from;
        taken = from;
        depth = 0;
        fresh = false;
        seen.reset();
    }

    void release() {
        if (bytes != scanner.bytes) {
            bytes = NOTHING;
        }
        end = 0;
        if (references != References.NONE) {
            references = References.NONE;
        }
    }

    /** The index after the value that starts at an index, if it was taken whole, else -1. */
    int endOf(int from) {
        return bytes == scanner.bytes && start == from && depth == 0 && position > from ? position : -1;
    }

    private int white() {
        int i = position;
        return i < end && bytes[i] > ' ' ? i : scanner.white(i);
    }

    private int take(int from, int to) {
        taken = from;
        position = to;
        return from;
    }

    @Override
    public ValueKind peek() {
        return scanner.kind(white());
    }

    @Override
    public boolean readNull() {
        int from = white();
        if (!scanner.at(from, 'n')) {
            return false;
        }
        take(from, scanner.word(from, "null"));
        return true;
    }

    @Override
    public boolean readBoolean() {
        int from = white();
        boolean value = scanner.at(from, 't');
        if (!value && !scanner.at(from, 'f')) {
            throw mismatch("a boolean", from);
        }
        take(from, scanner.word(from, value ? "true" : "false"));
        return value;
    }

    @Override
    public int readInt() {
        long value = readInteger("an integer of 32 bits");
        if (value != (int) value) {
            throw wrongNumber("an integer of 32 bits", taken);
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        return readInteger("an integer of 64 bits");
    }

    private long readInteger(String wanted) {
        int at = position;
        if (at <= end - Long.BYTES) {
            long eight = (long) StringScan.LONG.get(bytes, at);
            int count = NumberScan.digitCount(eight);
            if (NumberScan.isPlain(eight, count)) {
                take(at, at + count);
                return NumberScan.digits(eight, count);
            }
        }
        return readAnyInteger(wanted);
    }

    private long readAnyInteger(String wanted) {
        int from = white();
        int i = scanner.at(from, '-') ? from + 1 : from;
        int digits = i;
        long value = 0;
        while (i < end && JsonScanner.isDigit(bytes[i])) {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        // Eighteen digits cannot overflow; whatever is special in any other way takes the careful road.
        boolean plain = i > digits && i - digits <= 18 && (bytes[digits] != '0' || i == digits + 1);
        if (!plain || i < end && (bytes[i] == '.' || (bytes[i] | 0x20) == 'e')) {
            return readIntegerSlowly(wanted, from);
        }
        take(from, i);
        return digits > from ? -value : value;
    }

    private long readIntegerSlowly(String wanted, int from) {
        String text = numberText(wanted, from);
        if (!scanner.integral()) {
            throw wrongNumber(wanted, from);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw wrongNumber(wanted, from);
        }
    }

    private String numberText(String wanted, int from) {
        if (scanner.kind(from) != ValueKind.NUMBER) {
            throw mismatch(wanted, from);
        }
        int to = scanner.number(from);
        take(from, to);
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private ValueException wrongNumber(String wanted, int from) {
        int to = scanner.number(from);
        String found = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return error(wanted, ValueException.cut(found), from);
    }

    @Override
    public double readDouble() {
        int from = white();
        if (scanner.at(from, '"')) {
            return readNonFinite(from);
        }
        if (scanner.kind(from) != ValueKind.NUMBER) {
            throw mismatch("a number", from);
        }
        int to = scanner.number(from);
        take(from, to);
        double value = NumberScan.toDouble(bytes, from, to);
        if (Double.isInfinite(value)) {
            throw wrongNumber("a number that fits a double", from);
        }
        return value;
    }

    @Override
    public float readFloat() {
        int from = white();
        if (scanner.at(from, '"')) {
            return (float) readNonFinite(from);
        }
        float value = Float.parseFloat(numberText("a number", from));
        if (Float.isInfinite(value)) {
            throw wrongNumber("a number that fits a float", from);
        }
        return value;
    }

    private double readNonFinite(int from) {
        String text = readString();
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw mismatch("a number", from);
        };
    }

    @Override
    public BigInteger readBigInteger() {
        int from = white();
        String text = numberText("an integer", from);
        if (!scanner.integral()) {
            throw wrongNumber("an integer", from);
        }
        return new BigInteger(text);
    }

    /** A number whose exponent would blow it up to more digits than a number may have is refused: it is an attack. */
    @Override
    public BigDecimal readBigDecimal() {
        int from = white();
        String text = numberText("a number", from);
        BigDecimal value = NumberScan.toBigDecimal(text, scanner.limits().numberLength());
        if (value == null) {
            String wanted = "a number of at most " + scanner.limits().numberLength() + " digits";
            throw wrongNumber(wanted, from);
        }
        return value;
    }

    @Override
    public String readNumberText() {
        return numberText("a number", white());
    }

    @Override
    public String readString() {
        int from = position;
        if (from >= end || bytes[from] != '"') {
            from = white();
            if (!scanner.at(from, '"')) {
                throw mismatch("a string", from);
            }
        }
        int to = StringScan.plainEnd(bytes, from + 1, end);
        if (to < end && bytes[to] == '"') {
            take(from, to + 1);
            return new String(bytes, from + 1, to - from - 1, StandardCharsets.ISO_8859_1);
        }
        int after = scanner.string(from + 1);
        take(from, after);
        return StringScan.decode(bytes, from + 1, after - 1, scanner.escaped());
    }

    /** Strict: RFC 4648 lets a reader refuse missing padding, and one value then has one text of a length. */
    @Override
    public byte[] readBytes() {
        int from = white();
        if (!scanner.at(from, '"')) {
            throw mismatch("a Base64 string", from);
        }
        int after = scanner.string(from + 1);
        take(from, after);
        byte[] text = scanner.escaped()
                ? StringScan.decode(bytes, from + 1, after - 1, true).getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOfRange(bytes, from + 1, after - 1);
        try {
            if (text.length % 4 == 0) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, in the words that a wrong length gets too.
        }
        String found = ValueException.cut(new String(text, StandardCharsets.UTF_8));
        throw error("a Base64 string", '"' + found + '"', from);
    }

    @Override
    public void beginArray() {
        begin('[', "an array");
    }

    @Override
    public void beginObject() {
        begin('{', "an object");
    }

    private void begin(char bracket, String wanted) {
        int from = position;
        if (from >= end || bytes[from] != bracket) {
            from = white();
            if (!scanner.at(from, bracket)) {
                throw mismatch(wanted, from);
            }
        }
        if (depth >= mostDepth) {
            scanner.checkDepth(outer + depth + 1, from);
        }
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
            outerExpected = Arrays.copyOf(outerExpected, depth * 2);
        }
        starts[depth] = from;
        outerExpected[depth] = expected;
        expected = 0;
        seen.begin(depth);
        depth++;
        fresh = true;
        take(from, from + 1);
    }

    /** After the end, the value taken last is the container as a whole. */
    private void finish(int at) {
        depth--;
        fresh = false;
        expected = outerExpected[depth];
        seen.end(depth);
        take(starts[depth], at + 1);
    }

    /** A result may come here before it was checked. */
    private void count() {
        if (--valuesLeft < 0) {
            throw scanner.tooManyValues(position);
        }
    }

    @Override
    public boolean nextElement() {
        count();
        int i = position;
        if (!fresh && i < end && bytes[i] == ',') {
            position = i + 1;
            return true;
        }
        i = white();
        if (scanner.at(i, ']')) {
            finish(i);
            return false;
        }
        if (!fresh) {
            if (!scanner.at(i, ',')) {
                throw scanner.expected("',' or ']'", i);
            }
            i++;
        }
        fresh = false;
        position = i;
        return true;
    }

    @Override
    public int nextMember(Members members) {
        PreparedNames names = PreparedNames.of(members);
        int index = expected;
        // Almost always it is the next of the members, after a comma and nothing else.
        Literal literal = fresh ? names.first(index) : names.further(index);
        if (literal != null && literal.isAt(bytes, position, end)) {
            takeName(position + (fresh ? 0 : 1), position + literal.length());
            fresh = false;
            expected = index + 1;
            mark(members, index);
            return index;
        }
        if (position < end && bytes[position] == '}') {
            finish(position);
            return END;
        }
        int from = nextName();
        return from < 0 ? END : member(names, members, from);
    }

    private void mark(Members members, int index) {
        if (!seen.add(depth - 1, index)) {
            throw repeated(members.name(index));
        }
    }

    private int member(PreparedNames names, Members members, int from) {
        if (expected == UNTOLD) {
            markUntold(names, members);
        }
        int index = expected;
        Literal literal = names.first(index);
        if (literal != null && literal.isAt(bytes, from, end)) {
            takeName(from, from + literal.length());
        } else {
            int after = takeName(from);
            index = find(names, members, after);
        }
        if (index >= 0) {
            expected = index + 1;
            mark(members, index);
        }
        return index;
    }

    /** The name taken before, which may be one of the expected: the tag that tells which members to expect. */
    private void markUntold(PreparedNames names, Members members) {
        expected = 0;
        int index = find(names, members, scanner.string(named + 1));
        if (index >= 0) {
            mark(members, index);
        }
    }

    private int find(PreparedNames names, Members members, int after) {
        return scanner.escaped() ? members.indexOf(memberName()) : names.find(bytes, named + 1, after - 1);
    }

    private void takeName(int from, int to) {
        named = from;
        take(from, to);
    }

    @Override
    public @Nullable String nextMember() {
        count();
        int from = nextName();
        if (from < 0) {
            return null;
        }
        takeName(from);
        expected = UNTOLD;
        return memberName();
    }

    /** Where the next member's name starts, or -1 after the object's end. */
    private int nextName() {
        int i = white();
        if (scanner.at(i, '}')) {
            finish(i);
            return -1;
        }
        if (!fresh) {
            if (!scanner.at(i, ',')) {
                throw scanner.expected("',' or '}'", i);
            }
            i++;
            if (i >= end || bytes[i] <= ' ') {
                i = scanner.white(i);
            }
        }
        fresh = false;
        return i;
    }

    /** Returns the index after the name and its quotes. */
    private int takeName(int from) {
        int after = scanner.nameText(from);
        takeName(from, scanner.colon(after));
        return after;
    }

    @Override
    public String memberName() {
        int after = scanner.string(named + 1);
        return StringScan.decode(bytes, named + 1, after - 1, scanner.escaped());
    }

    @Override
    public void skip() {
        int from = white();
        take(from, scanner.value(from, outer + depth));
    }

    @Override
    public ReadLimits limits() {
        return scanner.limits();
    }

    @Override
    public References references() {
        return references;
    }

    @Override
    public ValueException unexpected(String wanted, String found) {
        return error(wanted, found, taken);
    }

    private ValueException mismatch(String wanted, int at) {
        return error(wanted, scanner.kind(at).inWords(), at);
    }

    private ValueException error(String wanted, String found, int at) {
        return ValueException.of(JsonPointer.find(scanner, start, at), wanted, found);
    }
}
