package dev.parley.codec.databind;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.codec.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Tells the types of a sealed family apart, where no annotation of Jackson's does: as generated codecs do. */
final class SealedFamilies extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass) || !isOfFamily(annotated.getRawType())) {
            return null;
        }
        return JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null, null);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        Class<?> type = annotated.getRawType();
        if (!(annotated instanceof AnnotatedClass) || !type.isSealed()) {
            return null;
        }
        List<NamedType> types = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            types.add(new NamedType(permitted));
        }
        return types;
    }

    // Java's own sealed types are no families, nor is JsonValue: they have forms of their own.
    private static boolean isOfFamily(@Nullable Class<?> type) {
        if (type == null || type.getName().startsWith("java.") || JsonValue.class.isAssignableFrom(type)) {
            return false;
        }
        if (type.isSealed() && !type.isEnum()) {
            return true;
        }
        for (Class<?> superinterface : type.getInterfaces()) {
            if (isOfFamily(superinterface)) {
                return true;
            }
        }
        return isOfFamily(type.getSuperclass());
    }
}
