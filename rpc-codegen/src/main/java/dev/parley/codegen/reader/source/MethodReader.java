package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Returns;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Place;
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

    Method read(TypeElement service, AnnotationMirror annotation, ExecutableElement method) {
        ExecutableType shape = (ExecutableType) session.types().asMemberOf((DeclaredType) service.asType(), method);
        boolean generic = !method.getTypeParameters().isEmpty();
        Place place = session.places().of(method, service);
        Result result = generic ? new Result(Returns.VALUE, Type.VOID) : result(method, shape.getReturnType());
        return new Method(
                method.getSimpleName().toString(),
                wireName(annotation, method),
                result.returns(),
                result.type(),
                generic ? List.of() : parameters(service, method, shape),
                errors.read(service, method),
                traits(service, annotation, method),
                Set.of(),
                session.docs(method),
                place);
    }

    private static String wireName(AnnotationMirror service, ExecutableElement method) {
        String own = Annotations.ours(method, "RpcMethod")
                .map(mirror -> Annotations.text(mirror, "value"))
                .filter(name -> !name.isEmpty())
                .orElse(method.getSimpleName().toString());
        return Annotations.text(service, "prefix") + own;
    }

    private record Result(Returns returns, Type type) {}

    private Result result(ExecutableElement method, TypeMirror shape) {
        TypeMirror declared = method.getReturnType();
        if (shape.getKind() == TypeKind.DECLARED) {
            Optional<Returns> later = later(Session.element(shape));
            if (later.isPresent()) {
                return new Result(later.get(), completed((DeclaredType) shape, declared));
            }
        }
        Type type = codec(method, shape).orElseGet(() -> types.read(shape, declared));
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

    private static Optional<Type> codec(javax.lang.model.element.Element element, TypeMirror shape) {
        return UserCodecs.on(element).map(codec -> new Type.Custom(Shapes.of(shape), codec));
    }

    private List<Parameter> parameters(TypeElement service, ExecutableElement method, ExecutableType shape) {
        List<Parameter> parameters = new ArrayList<>();
        int last = method.getParameters().size() - 1;
        for (int i = 0; i <= last; i++) {
            VariableElement parameter = method.getParameters().get(i);
            boolean rest = i == last && method.isVarArgs();
            parameters.add(
                    parameter(service, parameter, shape.getParameterTypes().get(i), rest));
        }
        return parameters;
    }

    private Parameter parameter(TypeElement service, VariableElement parameter, TypeMirror shape, boolean rest) {
        Type type = codec(parameter, shape).orElseGet(() -> types.read(shape, parameter.asType()));
        String name = parameter.getSimpleName().toString();
        return new Parameter(
                name,
                Annotations.ours(parameter, "RpcParam")
                        .map(mirror -> Annotations.text(mirror, "value"))
                        .orElse(name),
                Nullness.isNullable(parameter) ? type.orNull() : type,
                Annotations.ours(parameter, "RpcDefault")
                        .map(mirror -> Annotations.text(mirror, "value"))
                        .orElse(null),
                rest,
                Annotations.hasOurs(parameter, "RpcSecret"),
                session.places().of(parameter, service));
    }

    private static Set<Trait> traits(TypeElement service, AnnotationMirror annotation, ExecutableElement method) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        add(traits, Trait.NOTIFICATION, Annotations.hasOurs(method, "RpcNotification"));
        add(
                traits,
                Trait.NON_BLOCKING,
                Annotations.hasOurs(method, "RpcNonBlocking") || Annotations.hasOurs(service, "RpcNonBlocking"));
        add(traits, Trait.IDEMPOTENT, Annotations.hasOurs(method, "RpcIdempotent"));
        add(traits, Trait.BY_NAME, isByName(annotation, method));
        add(traits, Trait.SECRET_RESULT, Annotations.hasOurs(method, "RpcSecret"));
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

    private static boolean isByName(AnnotationMirror service, ExecutableElement method) {
        String own = Annotations.ours(method, "RpcMethod")
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
