package dev.parley.framing;

/** Each message behind its length, four bytes, the highest first. */
final class LengthFraming implements Framing {
    private static final int PREFIX = Integer.BYTES;
    private static final byte[] NOTHING = {};

    @Override
    public String name() {
        return "length";
    }

    @Override
    public boolean survivesGarbage() {
        return true;
    }

    @Override
    public boolean takesAnyBytes() {
        return true;
    }

    @Override
    public Splitter splitter(int maxFrame, int maxDepth) {
        return new LengthSplitter(maxFrame);
    }

    @Override
    public byte[] before(int length) {
        return new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
    }

    @Override
    public byte[] after() {
        return NOTHING;
    }

    private static final class LengthSplitter implements Splitter {
        private final int maxFrame;

        /** How many bytes are still to come of a message that was reported as too large. */
        private long skipping;

        private int frameFrom;
        private int next;

        LengthSplitter(int maxFrame) {
            this.maxFrame = maxFrame;
        }

        @Override
        public boolean find(byte[] bytes, int start, int end) throws UnreadableException {
            int skipped = (int) Math.min(skipping, end - start);
            skipping -= skipped;
            next = start + skipped;
            if (end - next < PREFIX) {
                return false;
            }
            long length = length(bytes, next);
            if (length > maxFrame) {
                next += PREFIX;
                skipping = length;
                throw new UnreadableException(
                        UnreadableException.Rule.SIZE,
                        "the message is larger than the limit of " + maxFrame + " bytes");
            }
            if (length > end - next - PREFIX) {
                return false;
            }
            frameFrom = next + PREFIX;
            next = frameFrom + (int) length;
            return true;
        }

        private static long length(byte[] bytes, int at) {
            long length = 0;
            for (int i = at; i < at + PREFIX; i++) {
                length = length << 8 | bytes[i] & 0xFF;
            }
            return length;
        }

        @Override
        public boolean findLast(byte[] bytes, int start, int end) throws UnreadableException {
            if (find(bytes, start, end)) {
                return true;
            }
            if (next < end) {
                next = end;
                throw new UnreadableException(UnreadableException.Rule.SYNTAX, "the input ended within a message");
            }
            return false;
        }

        @Override
        public int frameFrom() {
            return frameFrom;
        }

        @Override
        public int frameTo() {
            return next;
        }

        @Override
        public int next() {
            return next;
        }

        @Override
        public boolean goesOn() {
            return true;
        }
    }
}
