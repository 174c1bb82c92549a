package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Puts members into the order in which Jackson writes them. */
final class PropertyOrder {
    private PropertyOrder() {}

    /**
     * Sorts members: those that {@code @JsonPropertyOrder} names, then the rest.
     *
     * @param members as they are declared
     */
    static List<Member> sort(TypeElement owner, List<Member> members) {
        Optional<AnnotationMirror> order = Annotations.jackson(owner, "JsonPropertyOrder");
        if (order.isEmpty()) {
            return members;
        }
        List<Member> rest = new ArrayList<>(members);
        List<Member> sorted = new ArrayList<>();
        for (String name : Annotations.texts(order.get(), "value")) {
            rest.stream()
                    .filter(member ->
                            member.wireName().equals(name) || member.name().equals(name))
                    .findFirst()
                    .ifPresent(member -> {
                        sorted.add(member);
                        rest.remove(member);
                    });
        }
        if (Annotations.flag(order.get(), "alphabetic")) {
            rest.sort(Comparator.comparing(Member::wireName));
        }
        sorted.addAll(rest);
        return sorted;
    }
}
