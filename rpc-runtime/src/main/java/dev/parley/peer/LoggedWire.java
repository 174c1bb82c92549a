package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.link.Wire;
import dev.parley.serializer.ValueException;

/** Writes the messages of one connection to a wire log. */
final class LoggedWire implements Wire {
    private static final int MAX_LENGTH = 8192;

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
        log.line(remote + (accepted ? " --> " : " <-- ") + cut(text(message, true)));
    }

    @Override
    public void out(Frame message) {
        log.line(remote + (accepted ? " <-- " : " --> ") + cut(text(message, false)));
    }

    @Override
    public void garbage(UnreadableException problem) {
        log.line(remote + (accepted ? " --> " : " <-- ") + "(not a message: "
                + ValueException.printable(problem.getMessage()) + ")");
    }

    @Override
    public void closed() {
        log.line(remote + " close");
    }

    /** A log must not end a connection, whatever came. */
    private String text(Frame message, boolean incoming) {
        try {
            return redaction.text(message, incoming);
        } catch (RuntimeException e) {
            return "(" + message.length() + " bytes that cannot be shown)";
        }
    }

    /** Makes one line of it, whatever came: control characters could forge further lines, or worse on a terminal. */
    private static String cut(String text) {
        String line = ValueException.printable(text);
        return line.length() <= MAX_LENGTH
                ? line
                : line.substring(0, MAX_LENGTH) + "… (" + line.length() + " characters)";
    }
}
