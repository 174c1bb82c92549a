package dev.parley.serializer.jackson;

import dev.parley.serializer.Serializer;

class CborValueTest extends BinaryValueContract {
    @Override
    protected Serializer serializer() {
        return BinarySerializer.cbor();
    }
}
