package dev.parley.serializer.jackson;

import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueContract;

class JacksonValueTest extends ValueContract {
    @Override
    protected Serializer serializer() {
        return JacksonSerializer.INSTANCE;
    }
}
