package dev.parley.codec.databind;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Puts members into the order of their declaration: fields or components, those of superclasses first, then what only
 * getters give, by name. Left alone, Jackson moves members with a name of their own to the end, and takes getters in
 * the order that the virtual machine happens to give.
 */
final class DeclarationOrder extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String @Nullable [] findSerializationPropertyOrder(MapperConfig<?> config, AnnotatedClass type) {
        JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
        Set<String> names = new LinkedHashSet<>(order == null ? List.of() : List.of(order.value()));
        if (order == null || !order.alphabetic()) {
            type.fields().forEach(field -> names.add(field.getName()));
            names.addAll(getters(config, type));
        }
        return names.isEmpty() ? null : names.toArray(String[]::new);
    }

    private static Set<String> getters(MapperConfig<?> config, AnnotatedClass type) {
        var naming = config.getAccessorNaming().forPOJO(config, type);
        Set<String> names = new TreeSet<>();
        for (AnnotatedMethod method : type.memberMethods()) {
            if (method.getParameterCount() == 0) {
                String regular = naming.findNameForRegularGetter(method, method.getName());
                String name = regular == null ? naming.findNameForIsGetter(method, method.getName()) : regular;
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
