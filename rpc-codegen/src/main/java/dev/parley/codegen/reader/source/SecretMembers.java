package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds the members that logs must not show, at any depth of a method's types. */
final class SecretMembers {
    private final Map<ClassRef, ModelType> models;

    SecretMembers(Map<ClassRef, ModelType> models) {
        this.models = models;
    }

    Service addTo(Service service) {
        List<Method> methods = service.methods().stream().map(this::addTo).toList();
        return new Service(
                service.name(),
                service.declaration(),
                service.visible(),
                service.typeParameters(),
                service.ordered(),
                service.deprecated(),
                methods,
                service.memberTypes(),
                service.docs(),
                service.place());
    }

    private Method addTo(Method method) {
        Set<String> secrets = new TreeSet<>();
        Set<ClassRef> seen = new HashSet<>();
        collect(method.result(), seen, secrets);
        method.parameters().stream().map(Parameter::type).forEach(type -> collect(type, seen, secrets));
        method.errors().forEach(error -> collect(error.data(), seen, secrets));
        return new Method(
                method.name(),
                method.wireName(),
                method.returns(),
                method.result(),
                method.parameters(),
                method.errors(),
                method.traits(),
                secrets,
                method.docs(),
                method.place());
    }

    private void collect(Type type, Set<ClassRef> seen, Set<String> secrets) {
        type.asModel().filter(model -> seen.add(model.name())).ifPresent(model -> {
            ModelType known = Objects.requireNonNull(models.get(model.name()));
            known.allMembers().stream().filter(ModelType.Member::secret).forEach(member -> {
                secrets.add(member.wireName());
                secrets.addAll(member.aliases());
            });
            known.parts().forEach(part -> collect(part, seen, secrets));
        });
        type.parts().forEach(part -> collect(part, seen, secrets));
    }
}
