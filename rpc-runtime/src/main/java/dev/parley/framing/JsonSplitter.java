package dev.parley.framing;

import dev.parley.framing.UnreadableException.Rule;

/**
 * A lexical state machine over strings, brackets, depth and size. It knows which bytes may stand where, and no grammar:
 * {@code [,]} is a message to it, and its reader will complain.
 *
 * <p>The result does not depend on how the bytes were cut: limits are checked by position, not by what has arrived.
 */
final class JsonSplitter extends Splitter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What a byte outside strings is. */
    private static final byte OTHER = 0;

    private static final byte SPACE = 1;
    private static final byte WORD = 2;
    private static final byte SEPARATOR = 3;
    private static final byte QUOTE = 4;
    private static final byte OPEN = 5;
    private static final byte CLOSE = 6;
    private static final byte[] KINDS = kinds();

    // Where it stands. No enum: storing a reference costs more here than looking at the byte that changes it.

    /** At the very start, where a byte order mark may stand. */
    private static final int AT_START = 0;

    private static final int BETWEEN = 1;
    private static final int NESTED = 2;
    private static final int IN_STRING = 3;
    private static final int IN_ESCAPE = 4;
    private static final int IN_WORD = 5;

    private final int maxFrame;
    private final int maxDepth;
    private final OpenBrackets brackets = new OpenBrackets();
    private int state = AT_START;

    /** How many brackets may be open in this message: readers do not count the array of a batch. */
    private int mostOpen;

    /** How many of the bytes not yet consumed the state stands for. */
    private int scanned;

    /** Where in the array the next byte to look at is, during a call. */
    private int at;

    /** Where the message, or what may become one, starts. */
    private int from;

    /** Whether the rest of a message passes by that was rejected as too large. */
    private boolean skipping;

    JsonSplitter(int maxFrame, int maxDepth) {
        this.maxFrame = maxFrame;
        this.maxDepth = maxDepth;
    }

    @Override
    public boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
        from = start;
        at = start + scanned;
        if (skipping && !skip(bytes, end)) {
            return notYet(end);
        }
        if ((state != AT_START || pastByteOrderMark(bytes, end))
                && (state != BETWEEN || begin(bytes, end))
                && goOn(bytes, end)) {
            return complete();
        }
        scanned = at - from;
        return last ? findLast(end) : notYet(from);
    }

    /** Follows the message that is too large to its end, which may not have come yet. */
    private boolean skip(byte[] bytes, int end) throws UnreadableException {
        if (!follow(bytes, end)) {
            return false;
        }
        skipping = false;
        state = BETWEEN;
        from = at;
        return true;
    }

    private boolean findLast(int end) throws UnreadableException {
        if (state == BETWEEN || from == end) {
            return notYet(end);
        }
        if (state != IN_WORD) {
            throw syntax("the input ended within a message");
        }
        return complete();
    }

    private boolean complete() {
        scanned = 0;
        state = BETWEEN;
        return found(from, at, at);
    }

    private boolean pastByteOrderMark(byte[] bytes, int end) throws UnreadableException {
        while (at < end) {
            int seen = at - from;
            if (bytes[at] != BYTE_ORDER_MARK[seen]) {
                if (seen > 0) {
                    throw startsNothing(BYTE_ORDER_MARK[0]);
                }
                state = BETWEEN;
                return true;
            }
            at++;
            if (seen + 1 == BYTE_ORDER_MARK.length) {
                state = BETWEEN;
                from = at;
                return true;
            }
        }
        return false;
    }

    /** Skips white space and takes the first byte of a message, if there is one. */
    private boolean begin(byte[] bytes, int end) throws UnreadableException {
        at = white(bytes, at, end);
        from = at;
        if (at == end) {
            return false;
        }
        byte first = bytes[at++];
        mostOpen = first == '[' ? maxDepth + 1 : maxDepth;
        switch (KINDS[first & 0xFF]) {
            case OPEN -> open(first);
            case QUOTE -> state = IN_STRING;
            case WORD -> state = IN_WORD;
            case CLOSE -> throw syntax(quoted(first) + " closes nothing that is open");
            default -> throw startsNothing(first);
        }
        return true;
    }

    /** The first index from {@code from} on where no white space stands, or {@code to}. */
    static int white(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isWhite(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isWhite(byte b) {
        return KINDS[b & 0xFF] == SPACE;
    }

    /** Follows the message that has begun, as far as there are bytes and its size allows. */
    private boolean goOn(byte[] bytes, int end) throws UnreadableException {
        int limit = (int) Math.min(end, (long) from + maxFrame);
        return follow(bytes, limit) || at - from >= maxFrame && full(bytes, end);
    }

    private boolean follow(byte[] bytes, int limit) throws UnreadableException {
        boolean complete = false;
        while (!complete && at < limit) {
            complete = switch (state) {
                case IN_STRING -> string(bytes, limit);
                case IN_ESCAPE -> escaped();
                case NESTED -> nested(bytes, limit);
                default -> word(bytes, limit);
            };
        }
        return complete;
    }

    /** No byte more fits: all right only for a word that ends exactly here, which the next byte tells. */
    private boolean full(byte[] bytes, int end) throws UnreadableException {
        boolean word = state == IN_WORD && at - from == maxFrame;
        if (!word || at < end && KINDS[bytes[at] & 0xFF] == WORD) {
            skipping = true;
            scanned = 0;
            throw rejectTooLarge(maxFrame, at);
        }
        return at < end;
    }

    private boolean string(byte[] bytes, int limit) {
        at = ByteScan.quoteOrBackslash(bytes, at, limit);
        if (at == limit) {
            return false;
        }
        if (bytes[at++] == '\\') {
            state = IN_ESCAPE;
            return false;
        }
        state = NESTED;
        return brackets.depth() == 0;
    }

    private boolean escaped() {
        at++;
        state = IN_STRING;
        return false;
    }

    private boolean word(byte[] bytes, int limit) {
        while (at < limit && KINDS[bytes[at] & 0xFF] == WORD) {
            at++;
        }
        return at < limit;
    }

    /** Passes over strings without escapes itself: a change of state for each would cost more than the string. */
    private boolean nested(byte[] bytes, int limit) throws UnreadableException {
        int i = at;
        while (i < limit) {
            byte b = bytes[i++];
            switch (KINDS[b & 0xFF]) {
                case QUOTE -> {
                    i = ByteScan.quoteOrBackslash(bytes, i, limit);
                    if (i == limit || bytes[i] == '\\') {
                        state = IN_STRING;
                        at = i;
                        return false;
                    }
                    i++;
                }
                case OPEN -> open(b);
                case CLOSE -> {
                    if (close(b)) {
                        at = i;
                        return true;
                    }
                }
                case OTHER -> throw syntax(quoted(b) + " can't stand outside a string");
                default -> {}
            }
        }
        at = i;
        return false;
    }

    private void open(byte bracket) throws UnreadableException {
        if (brackets.depth() == mostOpen) {
            throw reject(Rule.DEPTH, "the message nests deeper than the limit of " + maxDepth, -1);
        }
        brackets.open(bracket);
        state = NESTED;
    }

    private boolean close(byte bracket) throws UnreadableException {
        if (brackets.expected() != bracket) {
            throw syntax(quoted(bracket) + " stands where " + quoted(brackets.expected()) + " should close");
        }
        brackets.close();
        return brackets.depth() == 0;
    }

    private UnreadableException startsNothing(byte b) {
        return syntax(quoted(b) + " can't start a message");
    }

    private UnreadableException syntax(String message) {
        return reject(Rule.SYNTAX, message, -1);
    }

    private static String quoted(byte b) {
        return b > ' ' && b < 0x7F ? "'" + (char) b + "'" : String.format("the byte 0x%02x", b & 0xFF);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        "\t\n\r ".chars().forEach(c -> kinds[c] = SPACE);
        "0123456789+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .forEach(c -> kinds[c] = WORD);
        ",:".chars().forEach(c -> kinds[c] = SEPARATOR);
        "[{".chars().forEach(c -> kinds[c] = OPEN);
        "]}".chars().forEach(c -> kinds[c] = CLOSE);
        kinds['"'] = QUOTE;
        return kinds;
    }
}
