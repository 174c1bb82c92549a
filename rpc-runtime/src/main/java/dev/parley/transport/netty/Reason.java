package dev.parley.transport.netty;

import java.io.FileNotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Netty's error texts without its system calls and addresses, which differ between epoll and NIO. */
public final class Reason {
    private static final Pattern SYSTEM_CALL = Pattern.compile("^.*\\(\\.\\.\\) failed(?: with error\\(-?\\d+\\))?: ");

    private Reason() {}

    /** The text without system call and address. */
    public static String of(Throwable cause) {
        if (cause instanceof FileNotFoundException) { // of epoll, without a text
            return "No such file or directory";
        }
        String text = cause.getMessage();
        if (text == null) {
            return cause.getClass().getSimpleName();
        }
        Matcher matcher = SYSTEM_CALL.matcher(text);
        String words = matcher.find() ? text.substring(matcher.end()) : text;
        int address = words.indexOf(": ");
        return address < 0 ? words : words.substring(0, address);
    }

    /** Whether somebody else listens there. */
    public static boolean isAddressInUse(Throwable cause) {
        return of(cause).equals("Address already in use");
    }
}
