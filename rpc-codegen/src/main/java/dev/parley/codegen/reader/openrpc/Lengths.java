package dev.parley.codegen.reader.openrpc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Keeps names of classes short enough for the files that they become: most file systems take names of 255 bytes. */
final class Lengths {
    /** With {@code Methods}, {@code Codec} and the like after it, and with those of classes around it. */
    private static final int MOST = 80;

    private static final int MOST_TOGETHER = 180;
    private static final int HASH = 8;

    private Lengths() {}

    /** A name that is not too long: of a longer one the start, and a hash of all of it, so that it stays the same. */
    static String shortened(String name) {
        if (bytes(name) <= MOST) {
            return name;
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        int end = name.length();
        while (bytes(name.substring(0, end)) > MOST - HASH || Character.isLowSurrogate(name.charAt(end))) {
            end--;
        }
        return name.substring(0, end) + "%08X".formatted(hash.getValue());
    }

    /** Whether a class may lie in others: the file of its byte code has the names of all of them. */
    static boolean fitsInside(List<String> outer, String name) {
        return outer.stream().mapToInt(each -> bytes(each) + 1).sum() + bytes(name) <= MOST_TOGETHER;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
