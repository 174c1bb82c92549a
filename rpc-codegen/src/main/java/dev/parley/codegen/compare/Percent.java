package dev.parley.codegen.compare;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in references. */
final class Percent {
    private Percent() {}

    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
