package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Returns;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one method of a service. */
final class MethodReader {
    private final Session session;
    private final TypeReader types;
    private final ErrorReader errors;

    MethodReader(Session session, TypeReader types) {
        this.session = session;
        this.types = types;
        this.errors = new ErrorReader(session, types);
    }

    Method read(TypeElement service, AnnotationMirror annotation, Lineage lineage) {
        ExecutableElement method = lineage.method();
        checkNames(service, lineage);
        ExecutableType shape = lineage.shape();
        boolean generic = !method.getTypeParameters().isEmpty();
        Place place = session.places().of(method, service);
        Result result = generic ? new Result(Returns.VALUE, Type.VOID) : result(lineage, shape.getReturnType());
        return new Method(
                method.getSimpleName().toString(),
                wireName(annotation, lineage),
                result.returns(),
                result.type(),
                generic ? List.of() : parameters(service, lineage),
                errors.read(service, lineage),
                traits(service, annotation, lineage),
                Set.of(),
                session.docs(method),
                place);
    }

    // Without names in a class file, the compiler makes some up, which would be others if it read the source.
    private void checkNames(TypeElement service, Lineage lineage) {
        ExecutableElement method = lineage.method();
        if (session.places().isSource(method)) {
            return;
        }
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            boolean madeUp = parameter.getSimpleName().contentEquals("arg" + i);
            if (madeUp && lineage.annotation(i, "RpcParam").isEmpty()) {
                unnamed.add("\"" + parameter.getSimpleName() + "\"");
            }
        }
        if (!unnamed.isEmpty()) {
            String owner = Session.enclosingType(method).getSimpleName().toString();
            session.report(Problem.warning(
                    "unnamed-parameters",
                    session.places().of(service),
                    method.getSimpleName() + " of " + owner
                            + " comes from a class file without the names of its parameters, which are "
                            + String.join(", ", unnamed) + " on the wire. Compile " + owner
                            + " with -parameters, or name them with @RpcParam."));
        }
    }

    private static String wireName(AnnotationMirror service, Lineage method) {
        String own = method.annotation("RpcMethod")
                .map(mirror -> Annotations.text(mirror, "value"))
                .filter(name -> !name.isEmpty())
                .orElse(method.method().getSimpleName().toString());
        return Annotations.text(service, "prefix") + own;
    }

    private record Result(Returns returns, Type type) {}

    private Result result(Lineage lineage, TypeMirror shape) {
        ExecutableElement method = lineage.method();
        TypeMirror declared = method.getReturnType();
        if (shape.getKind() == TypeKind.DECLARED) {
            Optional<Returns> later = later(Session.element(shape));
            if (later.isPresent()) {
                return new Result(later.get(), completed((DeclaredType) shape, declared));
            }
        }
        Type type = codec(lineage.annotation("RpcCodec"), shape).orElseGet(() -> types.read(shape, declared));
        if (type.nonNull().equals(Type.VOID) && shape.getKind() == TypeKind.DECLARED) {
            return new Result(Returns.VALUE, Unsupported.boxedVoid());
        }
        return new Result(Returns.VALUE, Nullness.isNullable(method) ? type.orNull() : type);
    }

    private static Optional<Returns> later(TypeElement type) {
        return switch (type.getQualifiedName().toString()) {
            case "java.util.concurrent.CompletableFuture" -> Optional.of(Returns.FUTURE);
            case "java.util.concurrent.CompletionStage" -> Optional.of(Returns.STAGE);
            default -> Optional.empty();
        };
    }

    private Type completed(DeclaredType shape, TypeMirror declared) {
        if (shape.getTypeArguments().isEmpty()) {
            return Unsupported.raw((TypeElement) shape.asElement());
        }
        boolean parallel = declared.getKind() == TypeKind.DECLARED
                && ((DeclaredType) declared).getTypeArguments().size() == 1;
        TypeMirror content = shape.getTypeArguments().get(0);
        Type type = types.read(
                content, parallel ? ((DeclaredType) declared).getTypeArguments().get(0) : content);
        if (TypeReader.hasWildcard(type)) {
            return Unsupported.nestedWildcard(type);
        }
        return type.nonNull().equals(Type.VOID) ? Type.VOID : type;
    }

    private static Optional<Type> codec(Optional<AnnotationMirror> annotation, TypeMirror shape) {
        return UserCodecs.named(annotation).map(codec -> new Type.Custom(Shapes.of(shape), codec));
    }

    private List<Parameter> parameters(TypeElement service, Lineage lineage) {
        List<Parameter> parameters = new ArrayList<>();
        ExecutableElement method = lineage.method();
        int last = method.getParameters().size() - 1;
        for (int i = 0; i <= last; i++) {
            parameters.add(parameter(service, lineage, i, i == last && method.isVarArgs()));
        }
        return parameters;
    }

    private Parameter parameter(TypeElement service, Lineage lineage, int index, boolean rest) {
        VariableElement parameter = lineage.method().getParameters().get(index);
        TypeMirror shape = lineage.shape().getParameterTypes().get(index);
        Type type = codec(lineage.annotation(index, "RpcCodec"), shape)
                .orElseGet(() -> types.read(shape, parameter.asType()));
        String name = parameter.getSimpleName().toString();
        return new Parameter(
                name,
                lineage.annotation(index, "RpcParam")
                        .map(mirror -> Annotations.text(mirror, "value"))
                        .orElse(name),
                Nullness.isNullable(parameter) ? type.orNull() : type,
                lineage.annotation(index, "RpcDefault")
                        .map(mirror -> Annotations.text(mirror, "value"))
                        .orElse(null),
                rest,
                lineage.annotation(index, "RpcSecret").isPresent(),
                session.places().of(parameter, service));
    }

    private static Set<Trait> traits(TypeElement service, AnnotationMirror annotation, Lineage lineage) {
        ExecutableElement method = lineage.method();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        add(traits, Trait.NOTIFICATION, lineage.has("RpcNotification"));
        add(
                traits,
                Trait.NON_BLOCKING,
                lineage.has("RpcNonBlocking") || Annotations.hasOurs(service, "RpcNonBlocking"));
        add(traits, Trait.IDEMPOTENT, lineage.has("RpcIdempotent"));
        add(traits, Trait.BY_NAME, isByName(annotation, lineage));
        add(traits, Trait.SECRET_RESULT, lineage.has("RpcSecret"));
        add(traits, Trait.DEPRECATED, Annotations.isDeprecated(method));
        add(
                traits,
                Trait.FOR_REMOVAL,
                Annotations.find(method, "java.lang.Deprecated")
                        .filter(mirror -> Annotations.flag(mirror, "forRemoval"))
                        .isPresent());
        add(traits, Trait.GENERIC, !method.getTypeParameters().isEmpty());
        return traits;
    }

    private static boolean isByName(AnnotationMirror service, Lineage method) {
        String own = method.annotation("RpcMethod")
                .map(mirror -> Annotations.constant(mirror, "params"))
                .orElse("");
        String params = own.isEmpty() || own.equals("DEFAULT") ? Annotations.constant(service, "params") : own;
        return params.equals("BY_NAME");
    }

    private static void add(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }
}
