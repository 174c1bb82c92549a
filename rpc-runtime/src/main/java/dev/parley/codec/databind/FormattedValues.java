package dev.parley.codec.databind;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Reads what {@code @JsonFormat} lets Jackson write in another form, which it does not read back by itself. */
final class FormattedValues extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
        return isFormatted(annotated) ? FormattedScalar.of(valueType(annotated)) : null;
    }

    @Override
    public @Nullable Object findContentDeserializer(MapperConfig<?> config, Annotated annotated) {
        JavaType content = isFormatted(annotated) ? valueType(annotated).getContentType() : null;
        return content == null ? null : FormattedScalar.of(content);
    }

    private static boolean isFormatted(Annotated annotated) {
        JsonFormat format = annotated instanceof AnnotatedMember ? annotated.getAnnotation(JsonFormat.class) : null;
        return format != null
                && (format.shape() == JsonFormat.Shape.STRING || format.shape().isNumeric());
    }

    private static JavaType valueType(Annotated annotated) {
        boolean setter = annotated instanceof AnnotatedMethod method && method.getParameterCount() == 1;
        return setter ? ((AnnotatedMethod) annotated).getParameterType(0) : annotated.getType();
    }
}
