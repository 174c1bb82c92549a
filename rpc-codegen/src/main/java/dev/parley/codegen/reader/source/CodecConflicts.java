package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds types for which the services of one package, whose codecs are shared, name different codecs. */
final class CodecConflicts {
    private final Session session;

    CodecConflicts(Session session) {
        this.session = session;
    }

    /** The conflicts among the services of a package; one service may be in conflict with itself. */
    List<Problem> read(List<TypeElement> services) {
        List<Problem> conflicts = new ArrayList<>();
        Map<String, Choice> choices = new HashMap<>();
        services.stream()
                .sorted(Comparator.comparing(Session::ref))
                .forEach(service -> Annotations.ours(service, "RpcService")
                        .map(mirror -> Annotations.classes(mirror, "codecs"))
                        .orElse(List.of())
                        .forEach(codec -> UserCodecs.target(session, codec)
                                .ifPresent(type -> add(new Choice(service, codec), type, choices, conflicts))));
        return conflicts;
    }

    private void add(Choice choice, TypeMirror type, Map<String, Choice> choices, List<Problem> conflicts) {
        Choice other = choices.putIfAbsent(UserCodecs.key(type), choice);
        if (other != null && !other.codec().equals(choice.codec())) {
            String name = Session.element(type).getSimpleName().toString();
            conflicts.add(Problem.error(
                    "codec-conflict",
                    session.places().of(choice.service()),
                    other.text() + " and " + choice.text() + " for " + name
                            + ", but the services of a package share their codecs. Name the same codec, or put one where"
                            + " it is needed with @RpcCodec."));
        }
    }

    private record Choice(TypeElement service, TypeElement codec) {
        String text() {
            return service.getSimpleName() + " names " + codec.getSimpleName();
        }
    }
}
