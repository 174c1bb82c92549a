package dev.parley.serializer.binary;

import dev.parley.serializer.ReadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.SimpleStreamWriteContext;
import tools.jackson.dataformat.smile.SmileFactory;
import tools.jackson.dataformat.smile.SmileGenerator;
import tools.jackson.dataformat.smile.SmileReadFeature;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * Smile by Jackson, with nothing shared, so that a value means the same in any message. Loaded only when it is asked
 * for, because its jar may be missing.
 */
final class SmileFormat extends BinaryFormat {
    static final BinarySerializer SERIALIZER = new BinarySerializer(new SmileFormat());

    private SmileFormat() {
        super(
                SmileFactory.builder()
                        // Jackson 3.2.2 loses its place after a name of short Unicode form that is in its table of
                        // names and not among those that it is asked to match. Without the table it keeps it.
                        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                        .disable(SmileReadFeature.REQUIRE_HEADER)
                        .disable(SmileWriteFeature.CHECK_SHARED_NAMES)
                        .disable(SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
                        .disable(SmileWriteFeature.ENCODE_BINARY_AS_7BIT)
                        .enable(SmileWriteFeature.LENIENT_UTF_ENCODING)
                        .streamReadConstraints(READ)
                        .streamWriteConstraints(WRITE)
                        .build(),
                4);
    }

    @Override
    String name() {
        return "smile";
    }

    @Override
    String title() {
        return "Smile";
    }

    @Override
    byte[] header() {
        return SmileScanner.HEADER;
    }

    @Override
    BinaryScanner scanner(byte[] bytes, int from, int to, ReadLimits limits) {
        return new SmileScanner(bytes, from, to, limits);
    }

    @Override
    BigInteger bigInteger(JsonParser parser, byte[] bytes) {
        return parser.getBigIntegerValue();
    }

    @Override
    BigDecimal decimal(JsonParser parser, byte[] bytes) {
        return parser.getDecimalValue();
    }

    /** A message that is encoded has its header, which is not repeated inside another. */
    @Override
    void writeEncoded(JsonGenerator out, byte[] bytes, int from, int length) {
        int header = length > 0 && bytes[from] == SmileScanner.HEADER[0] ? SmileScanner.HEADER.length : 0;
        ((SimpleStreamWriteContext) out.streamWriteContext()).writeValue();
        ((SmileGenerator) out).writeBytes(bytes, from + header, length - header);
    }
}
