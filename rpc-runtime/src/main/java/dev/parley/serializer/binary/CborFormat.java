package dev.parley.serializer.binary;

import dev.parley.serializer.ReadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORReadFeature;
import tools.jackson.dataformat.cbor.CBORWriteContext;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

/** CBOR by Jackson. Loaded only when it is asked for, because its jar may be missing. */
final class CborFormat extends BinaryFormat {
    static final BinarySerializer SERIALIZER = new BinarySerializer(new CborFormat());
    private static final byte[] NOTHING = {};

    private CborFormat() {
        super(
                CBORFactory.builder()
                        .disable(CBORReadFeature.READ_UNDEFINED_AS_EMBEDDED_OBJECT)
                        .enable(CBORWriteFeature.LENIENT_UTF_ENCODING)
                        .streamReadConstraints(READ)
                        .streamWriteConstraints(WRITE)
                        .build(),
                3);
    }

    @Override
    String name() {
        return "cbor";
    }

    @Override
    String title() {
        return "CBOR";
    }

    @Override
    byte[] header() {
        return NOTHING;
    }

    @Override
    BinaryScanner scanner(byte[] bytes, int from, int to, ReadLimits limits) {
        return new CborScanner(bytes, from, to, limits);
    }

    @Override
    BigInteger bigInteger(JsonParser parser, byte[] bytes) {
        return CborScanner.bigInteger(bytes, index(parser));
    }

    @Override
    BigDecimal decimal(JsonParser parser, byte[] bytes) {
        return CborScanner.decimal(bytes, index(parser));
    }

    /** Where the value starts that a parser stands at, tags included; CBOR's parser counts from the array's start. */
    private static int index(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    @Override
    void writeEncoded(JsonGenerator out, byte[] bytes, int from, int length) {
        ((CBORWriteContext) out.streamWriteContext()).writeValue();
        ((CBORGenerator) out).writeBytes(bytes, from, length);
    }
}
