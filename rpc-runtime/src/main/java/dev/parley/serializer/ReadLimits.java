package dev.parley.serializer;

/** What a reader refuses, whatever the format. Immutable. */
public final class ReadLimits {
    /** 128 levels, 262,144 values, names of 1,024 bytes, numbers of 1,000 characters. */
    public static final ReadLimits DEFAULT = new Builder().build();

    private final int depth;
    private final int values;
    private final int nameLength;
    private final int numberLength;

    private ReadLimits(Builder builder) {
        depth = builder.depth;
        values = builder.values;
        nameLength = builder.nameLength;
        numberLength = builder.numberLength;
    }

    /** Starts other limits, which are these but for what is changed. */
    public Builder change() {
        return new Builder(this);
    }

    /** How deep arrays and objects may nest, the message itself being level 1. */
    public int depth() {
        return depth;
    }

    /** How many values a frame may hold, in its messages and at any depth. */
    public int values() {
        return values;
    }

    /** How many bytes a member's name may have. */
    public int nameLength() {
        return nameLength;
    }

    /** How many characters a number may have, and how many digits if it is written without exponent. */
    public int numberLength() {
        return numberLength;
    }

    /** Collects limits; each method sets the limit of its name, and refuses what is less than 1. */
    public static final class Builder {
        private int depth = 128;
        private int values = 262_144;
        private int nameLength = 1024;
        private int numberLength = 1000;

        private Builder() {}

        private Builder(ReadLimits limits) {
            depth = limits.depth;
            values = limits.values;
            nameLength = limits.nameLength;
            numberLength = limits.numberLength;
        }

        /** See {@link ReadLimits#depth()}. */
        public Builder depth(int levels) {
            depth = checked("depth", levels);
            return this;
        }

        /** See {@link ReadLimits#values()}. */
        public Builder values(int number) {
            values = checked("values", number);
            return this;
        }

        /** See {@link ReadLimits#nameLength()}. */
        public Builder nameLength(int bytes) {
            nameLength = checked("nameLength", bytes);
            return this;
        }

        /** See {@link ReadLimits#numberLength()}. */
        public Builder numberLength(int characters) {
            numberLength = checked("numberLength", characters);
            return this;
        }

        private static int checked(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
            }
            return value;
        }

        /** The limits. */
        public ReadLimits build() {
            return new ReadLimits(this);
        }
    }
}
