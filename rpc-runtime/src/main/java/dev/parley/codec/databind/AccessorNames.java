package dev.parley.codec.databind;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;

/** Treats records like beans: a method whose name merely starts like an accessor's, such as {@code issue}, is not one. */
final class AccessorNames extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
        return new OfRecords(config, type);
    }

    private static final class OfRecords extends DefaultAccessorNamingStrategy.RecordNaming {
        OfRecords(MapperConfig<?> config, AnnotatedClass type) {
            super(config, type);
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            boolean component = _fieldNames.contains(name);
            return component || isAccessor(name, "get") ? super.findNameForRegularGetter(method, name) : null;
        }

        @Override
        public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
            return isAccessor(name, "is") ? super.findNameForIsGetter(method, name) : null;
        }

        private static boolean isAccessor(String name, String prefix) {
            return name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isLetter(name.charAt(prefix.length()))
                    && !Character.isLowerCase(name.charAt(prefix.length()));
        }
    }
}
