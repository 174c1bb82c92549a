package dev.parley.codegen.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that one run reads of one package: codecs are written and shared within it.
 *
 * @param packageName the package
 * @param services the services, by name
 * @param models every type of the user's that their methods reach, by name
 * @param taken classes that exist already where the generator writes, so that it must find other names
 * @param neighbours simple names of all types of the package, which hide those of {@code java.lang}
 * @param checks whether codecs check the limits that types have
 */
public record Api(
        String packageName,
        List<Service> services,
        Map<ClassRef, ModelType> models,
        Set<ClassRef> taken,
        Set<String> neighbours,
        boolean checks) {
    /** One whose codecs check no limits. */
    public Api(
            String packageName,
            List<Service> services,
            Map<ClassRef, ModelType> models,
            Set<ClassRef> taken,
            Set<String> neighbours) {
        this(packageName, services, models, taken, neighbours, false);
    }

    /** Copies and sorts. */
    public Api {
        services = services.stream()
                .sorted(java.util.Comparator.comparing(Service::name))
                .toList();
        models = java.util.Collections.unmodifiableMap(new TreeMap<>(models));
        taken = Set.copyOf(taken);
        neighbours = Set.copyOf(neighbours);
    }

    /** The description of a model type. */
    public ModelType model(ClassRef name) {
        ModelType model = models.get(name);
        if (model == null) {
            throw new IllegalStateException(name + " was never read");
        }
        return model;
    }
}
