package dev.parley.serializer.binary;

import dev.parley.serializer.Members;
import dev.parley.serializer.ReadLimits;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** What sets one binary format apart from another. Immutable. */
abstract class BinaryFormat {
    /** Limits are the scanner's. */
    static final StreamReadConstraints READ = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    static final StreamWriteConstraints WRITE =
            StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build();

    private final TokenStreamFactory factory;
    private final int namesSlot;
    /** Made once: it would be made for each name that is read. */
    private final Function<Members, PropertyNameMatcher> matching = this::matcher;

    /** @param namesSlot the slot of {@link Members#prepared} for the names to read; that of those to write is Jackson's */
    BinaryFormat(TokenStreamFactory factory, int namesSlot) {
        this.factory = factory;
        this.namesSlot = namesSlot;
    }

    /** The name in {@code ?serializer=…}. */
    abstract String name();

    /** The name in words. */
    abstract String title();

    /** What stands before each message; not to be changed. */
    abstract byte[] header();

    abstract BinaryScanner scanner(byte[] bytes, int from, int to, ReadLimits limits);

    /** The integer of more than 64 bits that a parser stands at. */
    abstract BigInteger bigInteger(JsonParser parser, byte[] bytes);

    /** The number with a scale that a parser stands at. */
    abstract BigDecimal decimal(JsonParser parser, byte[] bytes);

    /** Writes a whole value that was encoded before. */
    abstract void writeEncoded(JsonGenerator out, byte[] bytes, int from, int length);

    /** A parser of a checked value. */
    final JsonParser parser(byte[] bytes, int from, int to) {
        return factory.createParser(ObjectReadContext.empty(), bytes, from, to - from);
    }

    /** A generator for any number of values, which may write something before the first. */
    final JsonGenerator generator(OutputStream out) {
        return factory.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** The names in the form that the format's parser compares bytes with. */
    final PropertyNameMatcher names(Members members) {
        return members.prepared(namesSlot, matching);
    }

    private PropertyNameMatcher matcher(Members members) {
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            names.add(Named.fromString(members.name(i)));
        }
        return factory.constructNameMatcher(names, false);
    }

    /** The names as bytes to write, the same for every binary format. */
    static SerializableString[] written(Members members) {
        SerializableString[] names = new SerializableString[members.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = new SerializedString(members.name(i));
        }
        return names;
    }
}
