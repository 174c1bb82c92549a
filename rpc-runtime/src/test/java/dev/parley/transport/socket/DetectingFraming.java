package dev.parley.transport.socket;

import dev.parley.framing.Framing;
import dev.parley.framing.FramingSession;
import dev.parley.framing.Framings;
import dev.parley.framing.Splitter;
import dev.parley.framing.UnreadableException;

/** Takes a peer whose first byte opens a JSON value for one that sends lines, and any other for one that sends lengths. */
final class DetectingFraming implements Framing {
    @Override
    public String name() {
        return "detecting";
    }

    @Override
    public boolean takesAnyBytes() {
        return true;
    }

    @Override
    public FramingSession session(int maxFrame, int maxDepth) {
        return new Session(Framings.LINE.session(maxFrame, maxDepth), Framings.LENGTH.session(maxFrame, maxDepth));
    }

    private static final class Session extends Splitter implements FramingSession {
        private final FramingSession lines;
        private final FramingSession lengths;
        private volatile FramingSession detected;
        private boolean certain;

        Session(FramingSession lines, FramingSession lengths) {
            this.lines = lines;
            this.lengths = lengths;
            this.detected = lengths;
        }

        @Override
        public boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
            if (!certain && start < end) {
                certain = true;
                detected = bytes[start] == '{' || bytes[start] == '[' ? lines : lengths;
            }
            Splitter splitter = detected.splitter();
            return splitter.find(bytes, start, end, last)
                    ? found(splitter.frameFrom(), splitter.frameTo(), splitter.next())
                    : notYet(splitter.next());
        }

        @Override
        public Splitter splitter() {
            return this;
        }

        @Override
        public byte[] before(int length) {
            return detected.before(length);
        }

        @Override
        public byte[] after() {
            return detected.after();
        }

        @Override
        public boolean survivesGarbage() {
            return detected.survivesGarbage();
        }
    }
}
