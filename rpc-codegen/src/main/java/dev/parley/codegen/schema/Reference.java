package dev.parley.codegen.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A reference, taken apart and decoded.
 *
 * @param file the file; empty for the one that holds the reference
 * @param pointer the JSON pointer in it
 */
record Reference(String file, String pointer) {
    static Reference of(String text) {
        int hash = text.indexOf('#');
        return new Reference(
                decoded(hash < 0 ? text : text.substring(0, hash)), hash < 0 ? "" : decoded(text.substring(hash + 1)));
    }

    // A plus means itself in an address; the decoder is made for forms, where it means a space.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
