package dev.parley.serializer;

final class NoReferences implements References {
    @Override
    public boolean knows(ReferenceType<?> type) {
        return false;
    }

    @Override
    public <T> String export(T object, ReferenceType<T> type) {
        throw new IllegalStateException(
                type.type().getName() + " can't travel by reference here: the value goes to no connection");
    }

    @Override
    public <T> T resolve(String handle, ReferenceType<T> type) {
        throw new IllegalArgumentException("no object can be referred to here");
    }
}
