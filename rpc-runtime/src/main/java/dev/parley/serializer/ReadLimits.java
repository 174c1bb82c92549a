package dev.parley.serializer;

/**
 * What a reader refuses, whatever the format.
 *
 * @param depth how deep arrays and objects may nest, the message itself being level 1
 * @param nameLength how many bytes a member's name may have
 * @param numberLength how many characters a number may have
 */
public record ReadLimits(int depth, int nameLength, int numberLength) {
    /** 128 levels, names of 1,024 bytes, numbers of 1,000 characters. */
    public static final ReadLimits DEFAULT = new ReadLimits(128, 1024, 1000);

    /** Checks that each is at least 1. */
    public ReadLimits {
        if (depth < 1 || nameLength < 1 || numberLength < 1) {
            throw new IllegalArgumentException("limits must be at least 1, but are depth " + depth + ", nameLength "
                    + nameLength + ", numberLength " + numberLength);
        }
    }
}
