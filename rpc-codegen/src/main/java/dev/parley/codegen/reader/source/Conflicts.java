package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds methods that a service inherits from several interfaces which say different things of them: else the order of
 * {@code extends} would decide.
 */
final class Conflicts {
    private static final List<String> OF_METHODS =
            List.of("RpcMethod", "RpcNotification", "RpcNonBlocking", "RpcIdempotent", "RpcSecret", "RpcCodec");
    private static final List<String> OF_PARAMETERS = List.of("RpcParam", "RpcDefault", "RpcSecret", "RpcCodec");

    private final Session session;
    private final TypeElement service;

    Conflicts(Session session, TypeElement service) {
        this.session = session;
        this.service = service;
    }

    void check(Lineage lineage) {
        List<ExecutableElement> heads = lineage.heads();
        OF_METHODS.forEach(name -> compare(lineage, lineage.saying(name, heads), each -> text(each, name)));
        compare(
                lineage,
                heads,
                method -> isNullableResult(method) ? "a result that may be null" : "a result that is never null");
        compare(lineage, heads, this::signature);
        for (int i = 0; i < lineage.method().getParameters().size(); i++) {
            List<Element> parameters = lineage.parameters(i);
            String named =
                    lineage.method().getParameters().get(i).getSimpleName().toString();
            OF_PARAMETERS.forEach(name -> compare(lineage, lineage.saying(name, parameters), each -> text(each, name)));
            List<Element> own = parameters.subList(0, heads.size());
            if (lineage.annotation(i, "RpcParam").isEmpty()) {
                compare(lineage, own, each -> "a parameter \"" + each.getSimpleName() + "\"");
            }
            compare(lineage, own, each -> named + (isNullable(each) ? " with" : " without") + " @Nullable");
        }
    }

    private static boolean isNullableResult(ExecutableElement method) {
        return Nullness.isNullable(method) || Nullness.isNullable(method.getReturnType());
    }

    private static boolean isNullable(Element parameter) {
        return Nullness.isNullable(parameter) || Nullness.isNullable(parameter.asType());
    }

    // Compilers print annotations each in its way.
    private static String text(Element element, String annotation) {
        AnnotationMirror mirror = Annotations.ours(element, annotation).orElseThrow();
        String values = mirror.getElementValues().entrySet().stream()
                .map(entry -> entry.getKey().getSimpleName() + " = " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + annotation + (values.isEmpty() ? "" : "(" + values.replaceFirst("^value = ", "") + ")");
    }

    private static String text(AnnotationValue value) {
        return value.getValue() instanceof Element constant
                ? constant.getSimpleName().toString()
                : value.toString();
    }

    /** What a caller sees, before type variables are bound: where it differs, no call says which is meant. */
    private String signature(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> session.types().erasure(parameter.asType()))
                .map(type -> type.toString().replaceAll("@\\S+ |[\\w.]+\\.", ""))
                .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
    }

    private <E extends Element> void compare(Lineage lineage, List<E> elements, Function<E, String> said) {
        Map<String, String> owners = new LinkedHashMap<>();
        elements.forEach(element -> owners.putIfAbsent(
                said.apply(element),
                Session.enclosingType(element).getSimpleName().toString()));
        if (owners.size() > 1) {
            List<String> all = new ArrayList<>();
            owners.forEach((text, owner) -> all.add(owner + " (" + text + ")"));
            ExecutableElement method = lineage.method();
            session.report(Problem.error(
                    "inheritance-conflict",
                    session.places().of(service),
                    service.getSimpleName() + " inherits " + method.getSimpleName() + " from "
                            + String.join(" and ", all) + ", which differ. Override it in " + service.getSimpleName()
                            + ", and say there what holds."));
        }
    }
}
