package dev.parley.codec.databind;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleKeyDeserializers;

/** Refuses to read values that are classes, which Jackson would load by their names. */
final class NoClassValues extends SimpleDeserializers {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
        check(type);
        return super.findBeanDeserializer(type, config, bean);
    }

    private static void check(JavaType type) {
        if (type.hasRawClass(Class.class) || JavaType.class.isAssignableFrom(type.getRawClass())) {
            throw new ClassFromPeerException("a member is a "
                    + type.getRawClass().getSimpleName() + ", which lets a peer name any class to load");
        }
    }

    /** The same for the keys of maps. */
    static final class Keys extends SimpleKeyDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            check(type);
            return super.findKeyDeserializer(type, config, bean);
        }
    }
}
