package dev.parley.codec.databind;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Jackson's annotations, but for those that let a peer name a class: type ids that are class names, and resolvers, whose
 * code could turn any text into a class.
 */
final class TypeIds extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final Set<JsonTypeInfo.Id> NAMING =
            Set.of(JsonTypeInfo.Id.CLASS, JsonTypeInfo.Id.MINIMAL_CLASS, JsonTypeInfo.Id.CUSTOM);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        JsonTypeInfo.Value info = super.findPolymorphicTypeInfo(config, annotated);
        if (info != null && NAMING.contains(info.getIdType())) {
            throw refused(annotated, "@JsonTypeInfo(use = " + info.getIdType() + ")");
        }
        return info;
    }

    @Override
    public @Nullable Object findTypeResolverBuilder(MapperConfig<?> config, Annotated annotated) {
        Object resolver = super.findTypeResolverBuilder(config, annotated);
        if (resolver != null) {
            throw refused(annotated, "@JsonTypeResolver");
        }
        return null;
    }

    @Override
    public @Nullable Object findTypeIdResolver(MapperConfig<?> config, Annotated annotated) {
        Object resolver = super.findTypeIdResolver(config, annotated);
        if (resolver != null) {
            throw refused(annotated, "@JsonTypeIdResolver");
        }
        return null;
    }

    private static ClassFromPeerException refused(Annotated annotated, String annotation) {
        return new ClassFromPeerException(subject(annotated) + " lets a peer name a class to load, by " + annotation);
    }

    private static String subject(Annotated annotated) {
        return annotated instanceof AnnotatedMember member
                ? (member.getName() + " of ").replaceFirst("^ of", "a parameter of")
                        + member.getDeclaringClass().getName()
                : annotated.getRawType().getName();
    }
}
