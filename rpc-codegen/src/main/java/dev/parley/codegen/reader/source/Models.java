package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The types of the user's that were met: each is read once, after whatever mentioned it, so that they may be circular. */
final class Models {
    private final Set<ClassRef> known = new HashSet<>();
    private final Set<ClassRef> enums = new HashSet<>();
    private final Deque<TypeElement> waiting = new ArrayDeque<>();
    private final Map<ClassRef, ModelType> read = new TreeMap<>();

    /** Notes a type and gives a reference to it. */
    Type.Model use(TypeElement element, List<Type> arguments) {
        ClassRef name = Session.ref(element);
        if (known.add(name)) {
            waiting.add(element);
            if (element.getKind() == ElementKind.ENUM) {
                enums.add(name);
            }
        }
        return new Type.Model(name, arguments);
    }

    boolean isEnum(ClassRef name) {
        return enums.contains(name);
    }

    /** Reads what is noted, and what is noted meanwhile. */
    Map<ClassRef, ModelType> readAll(Function<TypeElement, ModelType> reader) {
        while (!waiting.isEmpty()) {
            ModelType model = reader.apply(waiting.remove());
            read.put(model.name(), model);
        }
        return read;
    }
}
