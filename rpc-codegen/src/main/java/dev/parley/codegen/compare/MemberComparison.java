package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Compares what members objects have. */
final class MemberComparison {
    private final TypeComparison types;
    private final Changes changes;
    private final Direction direction;
    private final String subject;
    private final Located located;

    MemberComparison(TypeComparison types, Changes changes, Direction direction, String subject, Located located) {
        this.types = types;
        this.changes = changes;
        this.direction = direction;
        this.subject = subject;
        this.located = located;
    }

    void compare(Form old, Form now) {
        Map<String, List<Located>> before = old.members();
        Map<String, List<Located>> after = now.members();
        Map<String, String> renamed = renamed(old, now);
        before.forEach((name, member) -> {
            if (after.containsKey(name)) {
                kept(name, old, now, member, after.get(name));
            } else if (renamed.containsKey(name)) {
                renamed(name, renamed.get(name), after.get(renamed.get(name)).get(0));
            } else {
                removed(name, old, now);
            }
        });
        after.forEach((name, member) -> {
            if (!before.containsKey(name) && !renamed.containsValue(name)) {
                added(name, old, now, member.get(0));
            }
        });
        others(old, now);
        order(
                new ArrayList<>(old.schema().members().properties().keySet()),
                new ArrayList<>(now.schema().members().properties().keySet()));
    }

    /** New names of optional members by old ones: nothing else tells old clients that a value is gone. */
    private static Map<String, String> renamed(Form old, Form now) {
        Map<String, List<Located>> gone = optional(old, now);
        Map<String, List<Located>> come = optional(now, old);
        Map<String, String> renamed = new LinkedHashMap<>();
        gone.forEach((name, member) -> {
            List<String> same = come.keySet().stream()
                    .filter(other -> bare(come.get(other)).equals(bare(member)))
                    .filter(other -> gone.size() == 1 && come.size() == 1 || index(name, old) == index(other, now))
                    .toList();
            if (same.size() == 1) {
                renamed.put(name, same.get(0));
            }
        });
        return renamed;
    }

    private static int index(String member, Form form) {
        return List.copyOf(form.schema().members().properties().keySet()).indexOf(member);
    }

    /** The members that may be missing or null and that another form does not have. */
    private static Map<String, List<Located>> optional(Form form, Form other) {
        Map<String, List<Located>> optional =
                new LinkedHashMap<>(form.schema().members().properties());
        optional.keySet().removeAll(other.members().keySet());
        optional.keySet()
                .removeIf(name -> form.schema().members().required().contains(name)
                        && !FormReader.read(optional.get(name)).takesNull());
        return optional;
    }

    private static List<JsonNode> bare(List<Located> schemas) {
        return schemas.stream().map(schema -> LimitWords.bare(schema.node())).toList();
    }

    private void renamed(String name, String other, Located member) {
        boolean taken = direction == Direction.TAKEN;
        add(
                taken ? Rule.PARAMETER_MEMBER_RENAMED : Rule.RESULT_MEMBER_RENAMED,
                name,
                member,
                "is called " + other + " now, and "
                        + (taken ? "what old clients give by the old name is ignored." : "old clients read null."));
    }

    private void removed(String name, Form old, Form now) {
        if (direction == Direction.GIVEN) {
            boolean required = old.schema().members().required().contains(name);
            String text = required ? "is gone, and old clients can't read what lacks it." : "is gone.";
            add(required ? Rule.RESULT_MEMBER_REMOVED : Rule.RESULT_OPTIONAL_MEMBER_REMOVED, name, located, text);
        } else if (now.schema().members().closed()) {
            add(Rule.PARAMETER_MEMBERS_REFUSED, name, located, "is gone, and what old clients give there is refused.");
        } else {
            add(Rule.PARAMETER_MEMBER_REMOVED, name, located, "is gone, and what old clients give there is ignored.");
        }
    }

    private void added(String name, Form old, Form now, Located member) {
        boolean required = now.schema().members().required().contains(name);
        if (direction == Direction.GIVEN) {
            boolean unexpected = old.schema().members().closed();
            add(
                    unexpected ? Rule.RESULT_MEMBERS_UNEXPECTED : Rule.RESULT_MEMBER_ADDED,
                    name,
                    member,
                    unexpected ? "is new, and the old description ruled out other members." : "is new.");
        } else if (required) {
            add(Rule.PARAMETER_MEMBER_REQUIRED, name, member, "is new and required, and old clients don't give it.");
        } else {
            add(Rule.PARAMETER_MEMBER_ADDED, name, member, "is new, and so is an argument of its constructor.");
        }
    }

    private void kept(String name, Form old, Form now, List<Located> before, List<Located> after) {
        boolean was = old.schema().members().required().contains(name);
        boolean is = now.schema().members().required().contains(name);
        if (was && !is) {
            boolean taken = direction == Direction.TAKEN;
            add(
                    taken ? Rule.PARAMETER_RELAXED : Rule.RESULT_MEMBER_OPTIONAL,
                    name,
                    after.get(0),
                    taken ? "may be left out now." : "may be missing now, and old clients need it.");
        } else if (is && !was) {
            boolean taken = direction == Direction.TAKEN;
            add(
                    taken ? Rule.PARAMETER_MEMBER_REQUIRED : Rule.RESULT_TIGHTENED,
                    name,
                    after.get(0),
                    taken ? "is required now, and old clients may leave it out." : "is given in any case now.");
        } else if (!is && direction == Direction.TAKEN) {
            JsonNode then = FormReader.read(before).defaultValue();
            JsonNode since = FormReader.read(after).defaultValue();
            if (!Objects.equals(then, since)) {
                add(Rule.DEFAULT_CHANGED, name, after.get(0), Texts.defaults(then, since));
            }
        }
        types.compare(before, after, direction, subject + "." + name);
        new Boxing(changes, direction).compare(before, !was, after, !is, subject + "." + name);
    }

    private void add(Rule rule, String name, Located at, String text) {
        changes.add(rule, subject + "." + name, at, text);
    }

    private void others(Form old, Form now) {
        boolean taken = direction == Direction.TAKEN;
        if (old.schema().members().closed() && !now.schema().members().closed()) {
            changes.add(
                    taken ? Rule.PARAMETER_RELAXED : Rule.RESULT_MEMBERS_UNEXPECTED,
                    subject + "{}",
                    located,
                    "allows other members now.");
        } else if (!old.schema().members().closed() && now.schema().members().closed()) {
            changes.add(
                    taken ? Rule.PARAMETER_MEMBERS_REFUSED : Rule.RESULT_TIGHTENED,
                    subject + "{}",
                    located,
                    "rules out other members now.");
        } else if (!old.schema().members().additional().isEmpty()
                || !now.schema().members().additional().isEmpty()) {
            types.compare(additional(old), additional(now), direction, subject + "{}");
        }
        old.schema().members().patterns().forEach((pattern, schema) -> {
            Located same = now.schema().members().patterns().get(pattern);
            if (same != null) {
                types.compare(List.of(schema), List.of(same), direction, subject + "{" + pattern + "}");
            }
        });
        if (!old.schema()
                .members()
                .patterns()
                .keySet()
                .equals(now.schema().members().patterns().keySet())) {
            changes.add(
                    direction.limits(Extent.OTHER),
                    subject + "{}",
                    located,
                    "has other patterns of names: they were "
                            + old.schema().members().patterns().keySet() + " and are "
                            + now.schema().members().patterns().keySet() + ".");
        }
    }

    private static List<Located> additional(Form form) {
        List<Located> additional = form.schema().members().additional();
        return additional.isEmpty()
                ? List.of(form.at().child("additionalProperties").orAnything())
                : additional;
    }

    // Only who makes such objects gives their members in an order.
    private void order(List<String> before, List<String> after) {
        before.retainAll(after);
        after.retainAll(before);
        if (direction == Direction.TAKEN && !before.equals(after)) {
            changes.add(
                    Rule.MEMBER_ORDER_CHANGED,
                    subject,
                    located,
                    "has its members in another order: it was " + String.join(", ", before) + " and is "
                            + String.join(", ", after) + ".");
        }
    }
}
