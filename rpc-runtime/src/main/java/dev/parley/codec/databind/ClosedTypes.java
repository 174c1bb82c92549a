package dev.parley.codec.databind;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.type.TypeModifier;
import tools.jackson.databind.util.LookupCache;
import tools.jackson.databind.util.SimpleLookupCache;

/** Types that come from Java only: whatever way a text takes through Jackson, no class is looked up by it. */
final class ClosedTypes extends TypeFactory {
    private static final long serialVersionUID = 1L;

    private static final int CACHED = 200;

    ClosedTypes() {
        this(new SimpleLookupCache<>(16, CACHED));
    }

    private ClosedTypes(LookupCache<Object, JavaType> cache) {
        super(cache, new TypeModifier[0], ClosedTypes.class.getClassLoader());
    }

    @Override
    public TypeFactory snapshot() {
        return new ClosedTypes(_typeCache.snapshot());
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException("no class is looked up by a name that was read");
    }
}
