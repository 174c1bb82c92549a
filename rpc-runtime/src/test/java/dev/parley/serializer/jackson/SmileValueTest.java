package dev.parley.serializer.jackson;

import dev.parley.serializer.Serializer;

class SmileValueTest extends BinaryValueContract {
    @Override
    protected Serializer serializer() {
        return BinarySerializer.smile();
    }
}
