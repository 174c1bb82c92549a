package dev.parley.codegen;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Java source as it can be written in an encoding: the characters that it lacks are escaped, wherever they stand. */
final class JavaText {
    private JavaText() {}

    static String in(Charset encoding, String source) {
        CharsetEncoder encoder = encoding.newEncoder();
        if (encoder.canEncode(source)) {
            return source;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < source.length(); ) {
            String character = source.substring(i, source.offsetByCodePoints(i, 1));
            if (encoder.canEncode(character)) {
                out.append(character);
            } else {
                character.chars().forEach(unit -> out.append(String.format("\\u%04x", unit)));
            }
            i += character.length();
        }
        return out.toString();
    }
}
