package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Finds out whether a package mentions types that are not there, or not yet. */
final class Unresolved {
    private Unresolved() {}

    static boolean isIn(Api api, List<TypeElement> services) {
        boolean superinterface = services.stream()
                .flatMap(service -> service.getInterfaces().stream())
                .anyMatch(type -> type.getKind() == TypeKind.ERROR);
        return superinterface
                || Stream.concat(
                                api.services().stream().flatMap(Unresolved::types),
                                api.models().values().stream().flatMap(model -> model.parts().stream()))
                        .anyMatch(Unresolved::isUnresolved);
    }

    private static Stream<Type> types(Service service) {
        return service.methods().stream().flatMap(Unresolved::types);
    }

    private static Stream<Type> types(Method method) {
        return Stream.of(
                        Stream.of(method.result()),
                        method.parameters().stream().map(Parameter::type),
                        method.errors().stream().map(DeclaredError::data))
                .flatMap(types -> types);
    }

    private static boolean isUnresolved(Type type) {
        return Unsupported.isUnresolved(type) || type.parts().stream().anyMatch(Unresolved::isUnresolved);
    }
}
