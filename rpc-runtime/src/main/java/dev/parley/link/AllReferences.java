package dev.parley.link;

import dev.parley.serializer.References;
import java.util.List;

/** The tables of several extensions, each of which knows its own types. */
final class AllReferences implements References {
    private final List<References> tables;

    AllReferences(List<References> tables) {
        this.tables = tables;
    }

    @Override
    public boolean knows(ReferenceType<?> type) {
        return tables.stream().anyMatch(table -> table.knows(type));
    }

    @Override
    public <T> String export(T object, ReferenceType<T> type) {
        return table(type).export(object, type);
    }

    @Override
    public <T> T resolve(String handle, ReferenceType<T> type) {
        return table(type).resolve(handle, type);
    }

    private References table(ReferenceType<?> type) {
        return tables.stream().filter(table -> table.knows(type)).findFirst().orElse(References.NONE);
    }
}
