package dev.parley.serializer.binary;

import dev.parley.serializer.Serializer;

class SmileValueTest extends BinaryValueContract {
    @Override
    protected Serializer serializer() {
        return BinarySerializer.smile();
    }
}
