package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds annotations of ours where they mean nothing, which is usually a slip. */
final class StrayReader {
    private static final Set<String> OF_METHODS =
            Set.of("RpcMethod", "RpcNotification", "RpcNonBlocking", "RpcIdempotent");
    private static final Set<String> OF_PARAMETERS = Set.of("RpcParam", "RpcDefault");

    private final Places places;
    private final RoundEnvironment round;

    StrayReader(Places places, RoundEnvironment round) {
        this.places = places;
        this.round = round;
    }

    List<Problem> read(Set<? extends TypeElement> annotations) {
        List<Problem> problems = new ArrayList<>();
        for (TypeElement annotation : annotations) {
            if (!annotation.getQualifiedName().toString().startsWith("dev.parley.annotation.")) {
                continue;
            }
            String name = annotation.getSimpleName().toString();
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                String reason = reason(name, element);
                if (!reason.isEmpty()) {
                    problems.add(Problem.error(
                            "misplaced-annotation", places.of(element), "@" + name + " means nothing here. " + reason));
                }
            }
        }
        return problems;
    }

    private static String reason(String annotation, Element element) {
        if (OF_METHODS.contains(annotation) && element.getKind() == ElementKind.METHOD) {
            return ofMethod(element);
        } else if (OF_PARAMETERS.contains(annotation)) {
            return ofMethod(element.getEnclosingElement());
        } else if (annotation.equals("RpcNonBlocking") && !Annotations.hasOurs(element, "RpcService")) {
            return "It belongs on a service or a method of one. Add @RpcService, or remove it.";
        } else if (annotation.equals("RpcError")) {
            return isException(element) ? "" : "It belongs on an exception type. Remove it, or extend Exception.";
        }
        return "";
    }

    private static String ofMethod(Element method) {
        if (method.getEnclosingElement().getKind() != ElementKind.INTERFACE) {
            return "It belongs on a method of an interface with @RpcService. Move it there.";
        }
        if (method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            return "Static and private methods are never called by a peer. Remove it, or make the method abstract.";
        }
        return "";
    }

    private static boolean isException(Element element) {
        if (!(element instanceof TypeElement type)) {
            return false;
        }
        TypeElement at = type;
        while (at.getSuperclass() instanceof javax.lang.model.type.DeclaredType superclass) {
            at = (TypeElement) superclass.asElement();
            if (at.getQualifiedName().contentEquals("java.lang.Throwable")) {
                return true;
            }
        }
        return false;
    }
}
