package dev.parley.codegen.model;

import java.util.List;
import java.util.Set;

/**
 * A service.
 *
 * @param name its interface
 * @param declaration what was declared to be a service
 * @param visible whether generated code and its users can name it
 * @param typeParameters how many type parameters it has; there may be none
 * @param ordered whether requests of one connection run one after another
 * @param deprecated whether it should not be used any more
 * @param methods its methods: its own as they are declared, then inherited ones
 * @param memberTypes simple names of types inside it and the interfaces that it extends, which hide others in a client
 * @param docs its comment
 * @param place where it stands
 */
public record Service(
        ClassRef name,
        Declaration declaration,
        boolean visible,
        int typeParameters,
        boolean ordered,
        boolean deprecated,
        List<Method> methods,
        Set<String> memberTypes,
        Docs docs,
        Place place) {
    /** What a user may have put the annotation on. */
    public enum Declaration {
        INTERFACE,
        SEALED_INTERFACE,
        CLASS,
        ANNOTATION
    }

    /** Copies the lists. */
    public Service {
        methods = List.copyOf(methods);
        memberTypes = Set.copyOf(memberTypes);
    }
}
