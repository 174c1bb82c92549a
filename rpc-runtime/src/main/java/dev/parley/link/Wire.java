package dev.parley.link;

import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;

/** What one connection reports of its messages; nobody listens unless a wire log is on. */
public interface Wire {
    /** For connections without a log. */
    Wire SILENT = new Silent();

    void connected();

    /** A method is about to be called, so that its secrets are known. */
    void calls(String name, MethodDescriptor<?> method);

    void in(Frame message);

    void out(Frame message);

    void garbage(UnreadableException problem);

    void closed();

    /** Reports nothing. */
    final class Silent implements Wire {
        @Override
        public void connected() {}

        @Override
        public void calls(String name, MethodDescriptor<?> method) {}

        @Override
        public void in(Frame message) {}

        @Override
        public void out(Frame message) {}

        @Override
        public void garbage(UnreadableException problem) {}

        @Override
        public void closed() {}
    }
}
