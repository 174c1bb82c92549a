package dev.parley.codegen;

import dev.parley.codec.Codec;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.ServiceDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A service that was generated and compiled. */
final class Compiled {
    private final ClassLoader loader;
    private final String service;

    Compiled(Project project, String service) {
        this.loader = project.loader();
        this.service = service;
    }

    /** What the generated code says of it. */
    ServiceDescriptor descriptor() throws ReflectiveOperationException {
        Field field = loader.loadClass(service + "Methods").getDeclaredField("SERVICE");
        field.setAccessible(true);
        return (ServiceDescriptor) field.get(null);
    }

    /** A parameter or result: its type and the codec that generated code has for it. */
    record Case(String name, Type type, Codec<Object> codec) {}

    /** All of them, by the names of their types. */
    @SuppressWarnings("unchecked") // Parameters and results stand in the order of the interface's.
    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (MethodDescriptor<?> method : descriptor().methods()) {
            Method declared = Stream.of(loader.loadClass(service).getMethods())
                    .filter(candidate -> candidate.getName().equals(method.name()))
                    .findFirst()
                    .orElseThrow();
            List<Parameter<?>> parameters = method.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                Type type = declared.getGenericParameterTypes()[i];
                cases.add(new Case(type.getTypeName(), type, (Codec<Object>)
                        parameters.get(i).codec()));
            }
            if (!method.isVoid()) {
                Type type = declared.getGenericReturnType();
                cases.add(new Case(type.getTypeName(), type, (Codec<Object>) method.result()));
            }
        }
        cases.sort(Comparator.comparing(Case::name));
        return cases;
    }
}
