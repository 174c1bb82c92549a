package dev.parley.serializer.binary;

import dev.parley.serializer.Serializer;

class CborValueTest extends BinaryValueContract {
    @Override
    protected Serializer serializer() {
        return BinarySerializer.cbor();
    }
}
