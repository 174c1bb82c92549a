package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.transport.UnreadableException;

/** Writes the messages of one connection to a wire log. */
final class LoggedWire implements Wire {
    private static final int MAX_LENGTH = 8192;

    private final WireLog log;
    private final String remote;
    private final boolean accepted;
    private final Redaction redaction;

    LoggedWire(WireLog log, String remote, boolean accepted, PeerSettings.Setup setup) {
        this.log = log;
        this.remote = remote;
        this.accepted = accepted;
        this.redaction = new Redaction(setup);
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

    private static String cut(String text) {
        String line = text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= MAX_LENGTH
                ? line
                : line.substring(0, MAX_LENGTH) + "… (" + line.length() + " characters)";
    }
}
