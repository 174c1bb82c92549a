package dev.parley.serializer.json;

import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueContract;

class JsonValueTest extends ValueContract {
    @Override
    protected Serializer serializer() {
        return JsonSerializer.INSTANCE;
    }
}
