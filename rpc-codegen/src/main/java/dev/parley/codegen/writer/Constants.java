package dev.parley.codegen.writer;

import com.palantir.javapoet.NameAllocator;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of the constants that hold a service's descriptors, one for each method in order. */
final class Constants {
    private final List<String> methods = new ArrayList<>();
    private final String service;

    Constants(Service service) {
        NameAllocator names = new NameAllocator();
        for (Method method : service.methods()) {
            methods.add(names.newName(constant(method.name())));
        }
        this.service = names.newName("SERVICE");
    }

    String method(int index) {
        return methods.get(index);
    }

    String service() {
        return service;
    }

    /** {@code findByName} as {@code FIND_BY_NAME}, {@code getURL} as {@code GET_URL}. */
    static String constant(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
                .toUpperCase(Locale.ROOT);
    }
}
