package dev.parley.framing;

import dev.parley.framing.UnreadableException.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks at the first bytes of a connection for a peer that speaks another protocol. Otherwise its first line might run a call: a
 * web page can have a browser post a line with a request to any local address.
 */
final class FirstBytes {
    /** How such protocols begin. The first two bytes of TLS are a type of record and the version. */
    private static final List<Start> STARTS = List.of(
            Start.of("HTTP", "GET "),
            Start.of("HTTP", "POST "),
            Start.of("HTTP", "PUT "),
            Start.of("HTTP", "HEAD "),
            Start.of("HTTP", "OPTIONS "),
            Start.of("HTTP", "PATCH "),
            Start.of("HTTP", "DELETE "),
            Start.of("HTTP", "TRACE "),
            Start.of("HTTP", "CONNECT "),
            Start.of("HTTP", "PRI * HTTP/2"),
            Start.of("HTTP", "HTTP/1."),
            Start.of("SSH", "SSH-"),
            Start.of("TLS", "\u0014\u0003"),
            Start.of("TLS", "\u0015\u0003"),
            Start.of("TLS", "\u0016\u0003"),
            Start.of("TLS", "\u0017\u0003"));

    private static final int MOST_QUOTED = 60;

    private boolean known;

    private record Start(String protocol, byte[] bytes) {
        static Start of(String protocol, String start) {
            return new Start(protocol, start.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** How many of its bytes are there; less than none as soon as one of them differs. */
        int matched(byte[] in, int from, int to) {
            int length = Math.min(bytes.length, to - from);
            for (int i = 0; i < length; i++) {
                if (in[from + i] != bytes[i]) {
                    return -1;
                }
            }
            return length;
        }
    }

    /**
     * Whether it is known by now that the peer speaks none of these protocols.
     *
     * @param last whether no bytes will follow
     * @throws UnreadableException when it speaks one of them
     */
    boolean areInOrder(byte[] bytes, int from, int to, boolean last) throws UnreadableException {
        if (known) {
            return true;
        }
        boolean undecided = from == to;
        for (Start start : STARTS) {
            int matched = start.matched(bytes, from, to);
            if (matched == start.bytes.length) {
                throw new UnreadableException(
                        Rule.PROTOCOL,
                        "the peer speaks " + start.protocol + ": it began with " + quoted(bytes, from, to));
            }
            undecided |= matched > 0;
        }
        known = !undecided || last;
        return known;
    }

    /** The first line if it is text, else the first bytes. */
    private static String quoted(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && end - from < MOST_QUOTED && bytes[end] >= ' ' && bytes[end] < 0x7F) {
            end++;
        }
        if (end - from >= 4) {
            return '"' + new String(bytes, from, end - from, StandardCharsets.US_ASCII) + '"';
        }
        StringBuilder hex = new StringBuilder("the bytes");
        for (int i = from; i < Math.min(to, from + 8); i++) {
            hex.append(String.format(" %02x", bytes[i] & 0xFF));
        }
        return hex.toString();
    }
}
