package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.link.Wire;
import java.util.regex.Pattern;

/** Writes the messages of one connection to a wire log. */
final class LoggedWire implements Wire {
    private static final int MAX_LENGTH = 8192;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");

    private final WireLog log;
    private final String remote;
    private final boolean accepted;
    private final Redaction redaction;

    LoggedWire(WireLog log, String remote, boolean accepted, Redaction redaction) {
        this.log = log;
        this.remote = remote;
        this.accepted = accepted;
        this.redaction = redaction;
    }

    @Override
    public void connected() {
        log.line(accepted ? remote + " connected" : "connect to " + remote);
    }

    @Override
    public void calls(String name, MethodDescriptor<?> method) {
        redaction.learn(name, method);
    }

    @Override
    public void in(Frame message) {
        log.line(remote + (accepted ? " --> " : " <-- ") + cut(redaction.text(message, true)));
    }

    @Override
    public void out(Frame message) {
        log.line(remote + (accepted ? " <-- " : " --> ") + cut(redaction.text(message, false)));
    }

    @Override
    public void garbage(UnreadableException problem) {
        log.line(remote + (accepted ? " --> " : " <-- ") + "(no message: " + problem.getMessage() + ")");
    }

    @Override
    public void closed() {
        log.line(remote + " close");
    }

    /** One line, whatever came: control characters could forge further lines, or worse on a terminal. */
    private static String cut(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ");
        return line.length() <= MAX_LENGTH
                ? line
                : line.substring(0, MAX_LENGTH) + "… (" + line.length() + " characters)";
    }
}
