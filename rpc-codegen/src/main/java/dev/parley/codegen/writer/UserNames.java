package dev.parley.codegen.writer;

import com.palantir.javapoet.NameAllocator;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.Set;

/** Names in a client that are ours, chosen so that the user's own never clash with them. */
final class UserNames {
    private static final Set<String> OF_OBJECT = Set.of("toString", "hashCode", "clone", "finalize");

    private final Service service;
    private final String caller;
    private final String batch;

    UserNames(Service service) {
        this.service = service;
        NameAllocator fields = new NameAllocator();
        service.methods().stream()
                .flatMap(method -> method.parameters().stream())
                .map(Parameter::name)
                .distinct()
                .forEach(fields::newName);
        caller = fields.newName("caller");
        batch = fields.newName("batch");
    }

    /** The field that calls go through. */
    String caller() {
        return caller;
    }

    /** The field that a batch's calls go through. */
    String batchField() {
        return batch;
    }

    String async() {
        return free("async", List.of());
    }

    String notifying() {
        return free("notifying", List.of());
    }

    String batch() {
        return free("batch", List.of());
    }

    String send() {
        return free("send", List.of());
    }

    String call() {
        return free("call", List.of(PlainType.STRING, PlainType.JSON_VALUE));
    }

    /** A method's name in a class that does not implement the interface: those of Object can't be used again. */
    static String outsideInterface(Method method) {
        boolean taken = method.parameters().isEmpty() && OF_OBJECT.contains(method.name());
        return taken ? method.name() + "_" : method.name();
    }

    private String free(String wanted, List<PlainType> parameters) {
        String name = wanted;
        while (isTaken(name, parameters)) {
            name += "_";
        }
        return name;
    }

    private boolean isTaken(String name, List<PlainType> parameters) {
        return service.methods().stream()
                .filter(method -> method.name().equals(name))
                .anyMatch(method -> takes(method, parameters));
    }

    private static boolean takes(Method method, List<PlainType> parameters) {
        List<Type> types = method.parameters().stream()
                .map(parameter -> parameter.type().nonNull())
                .toList();
        return types.equals(parameters.stream().<Type>map(Type.Plain::new).toList());
    }
}
