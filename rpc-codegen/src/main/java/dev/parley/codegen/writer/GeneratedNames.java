package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of the classes that are written for a package. Where one exists already, ours gives way with a number; the
 * order of names, not of files, decides.
 */
final class GeneratedNames {
    private final String packageName;
    private final Set<String> used = new HashSet<>();
    private final Map<String, ClassName> names = new HashMap<>();

    /** Chooses the names. */
    GeneratedNames(Api api) {
        packageName = api.packageName();
        api.taken().forEach(taken -> used.add(taken.simpleName()));
        // Types inside a service are known by their simple names in its client, where they would hide ours.
        api.services().forEach(service -> used.addAll(service.memberTypes()));
        for (Service service : api.services()) {
            for (String suffix : new String[] {"Client", "Skeleton", "Methods"}) {
                choose(service.name(), suffix);
            }
        }
        for (ModelType model : api.models().values()) {
            choose(model.name(), "Codec");
        }
    }

    private void choose(ClassRef type, String suffix) {
        String wanted = type.joinedName() + suffix;
        String name = wanted;
        for (int number = 2; !used.add(name); number++) {
            name = wanted + number;
        }
        names.put(type + suffix, ClassName.get(packageName, name));
    }

    ClassName client(Service service) {
        return find(service.name(), "Client");
    }

    ClassName skeleton(Service service) {
        return find(service.name(), "Skeleton");
    }

    ClassName methods(Service service) {
        return find(service.name(), "Methods");
    }

    ClassName codec(ClassRef model) {
        return find(model, "Codec");
    }

    private ClassName find(ClassRef type, String suffix) {
        ClassName name = names.get(type + suffix);
        if (name == null) {
            throw new IllegalStateException("no " + suffix + " was planned for " + type);
        }
        return name;
    }
}
