package dev.parley.framing;

/** Each message after its length, four bytes, the highest first. */
final class LengthFraming implements Framing {
    private static final int PREFIX = Integer.BYTES;
    private static final byte[] NOTHING = {};

    @Override
    public String name() {
        return "length";
    }

    @Override
    public boolean takesAnyBytes() {
        return true;
    }

    @Override
    public FramingSession session(int maxFrame, int maxDepth) {
        return new Session(new LengthSplitter(maxFrame));
    }

    private record Session(Splitter splitter) implements FramingSession {
        @Override
        public byte[] before(int length) {
            return new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
        }

        @Override
        public byte[] after() {
            return NOTHING;
        }

        @Override
        public boolean survivesGarbage() {
            return true;
        }
    }

    private static final class LengthSplitter extends Splitter {
        private final int maxFrame;

        /** How many bytes are still to come of a message that was reported as too large. */
        private long skipping;

        LengthSplitter(int maxFrame) {
            this.maxFrame = maxFrame;
        }

        @Override
        public boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
            int skipped = (int) Math.min(skipping, end - start);
            skipping -= skipped;
            int at = start + skipped;
            if (end - at < PREFIX) {
                return notYet(at, end, last);
            }
            long length = length(bytes, at);
            int from = at + PREFIX;
            if (length > maxFrame) {
                skipping = length;
                throw rejectTooLarge(maxFrame, from);
            }
            return length > end - from ? notYet(at, end, last) : found(from, from + (int) length, from + (int) length);
        }

        private boolean notYet(int at, int end, boolean last) throws UnreadableException {
            if (last && at < end) {
                throw reject(UnreadableException.Rule.SYNTAX, "the input ended within a message", end);
            }
            return notYet(at);
        }

        private static long length(byte[] bytes, int at) {
            long length = 0;
            for (int i = at; i < at + PREFIX; i++) {
                length = length << 8 | bytes[i] & 0xFF;
            }
            return length;
        }
    }
}
