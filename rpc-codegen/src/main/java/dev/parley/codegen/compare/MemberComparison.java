package dev.parley.codegen.compare;

import java.util.ArrayList;
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
    private final Spot spot;

    MemberComparison(TypeComparison types, Changes changes, Direction direction, String subject, Spot spot) {
        this.types = types;
        this.changes = changes;
        this.direction = direction;
        this.subject = subject;
        this.spot = spot;
    }

    void compare(Form old, Form now) {
        Map<String, Spot> before = old.members();
        Map<String, Spot> after = now.members();
        before.forEach((name, member) -> {
            if (after.containsKey(name)) {
                kept(name, old, now, member, after.get(name));
            } else {
                removed(name, old, now);
            }
        });
        after.forEach((name, member) -> {
            if (!before.containsKey(name)) {
                added(name, old, now, member);
            }
        });
        others(old, now);
        order(new ArrayList<>(old.properties.keySet()), new ArrayList<>(now.properties.keySet()));
    }

    private void removed(String name, Form old, Form now) {
        if (direction == Direction.GIVEN) {
            boolean required = old.required.contains(name);
            String text = required ? "is gone, and old clients can't read what lacks it." : "is gone.";
            add(required ? Rule.RESULT_MEMBER_REMOVED : Rule.RESULT_OPTIONAL_MEMBER_REMOVED, name, spot, text);
        } else if (now.closed) {
            add(Rule.PARAMETER_MEMBERS_REFUSED, name, spot, "is gone, and what old clients give there is refused.");
        } else {
            add(Rule.PARAMETER_MEMBER_REMOVED, name, spot, "is gone, and what old clients give there is ignored.");
        }
    }

    private void added(String name, Form old, Form now, Spot member) {
        boolean required = now.required.contains(name);
        if (direction == Direction.GIVEN) {
            boolean unexpected = old.closed;
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

    private void kept(String name, Form old, Form now, Spot before, Spot after) {
        boolean was = old.required.contains(name);
        boolean is = now.required.contains(name);
        if (was && !is) {
            boolean taken = direction == Direction.TAKEN;
            add(
                    taken ? Rule.PARAMETER_RELAXED : Rule.RESULT_MEMBER_OPTIONAL,
                    name,
                    after,
                    taken ? "may be left out now." : "may be missing now, and old clients need it.");
        } else if (is && !was) {
            boolean taken = direction == Direction.TAKEN;
            add(
                    taken ? Rule.PARAMETER_MEMBER_REQUIRED : Rule.RESULT_TIGHTENED,
                    name,
                    after,
                    taken ? "is required now, and old clients may leave it out." : "is given in any case now.");
        } else if (!is && direction == Direction.TAKEN) {
            JsonNode then = FormReader.read(before).defaultValue;
            JsonNode since = FormReader.read(after).defaultValue;
            if (!Objects.equals(then, since)) {
                add(Rule.DEFAULT_CHANGED, name, after, Texts.defaults(then, since));
            }
        }
        types.compare(before, after, direction, subject + "." + name);
    }

    private void add(Rule rule, String name, Spot at, String text) {
        changes.add(rule, subject + "." + name, at, text);
    }

    private void others(Form old, Form now) {
        boolean taken = direction == Direction.TAKEN;
        if (old.closed && !now.closed) {
            changes.add(
                    taken ? Rule.PARAMETER_RELAXED : Rule.RESULT_MEMBERS_UNEXPECTED,
                    subject + "{}",
                    spot,
                    "allows other members now.");
        } else if (!old.closed && now.closed) {
            changes.add(
                    taken ? Rule.PARAMETER_MEMBERS_REFUSED : Rule.RESULT_TIGHTENED,
                    subject + "{}",
                    spot,
                    "rules out other members now.");
        } else if (old.additional != null || now.additional != null) {
            types.compare(additional(old), additional(now), direction, subject + "{}");
        }
        old.patterns.forEach((pattern, schema) -> {
            Spot same = now.patterns.get(pattern);
            if (same != null) {
                types.compare(schema, same, direction, subject + "{" + pattern + "}");
            }
        });
        if (!old.patterns.keySet().equals(now.patterns.keySet())) {
            changes.add(
                    direction.limits(Extent.OTHER),
                    subject + "{}",
                    spot,
                    "has other patterns of names: they were " + old.patterns.keySet() + " and are "
                            + now.patterns.keySet() + ".");
        }
    }

    private static Spot additional(Form form) {
        Spot additional = form.additional;
        return additional == null ? form.spot.child("additionalProperties").orAnything() : additional;
    }

    // Only who makes such objects gives their members in an order.
    private void order(List<String> before, List<String> after) {
        before.retainAll(after);
        after.retainAll(before);
        if (direction == Direction.TAKEN && !before.equals(after)) {
            changes.add(
                    Rule.MEMBER_ORDER_CHANGED,
                    subject,
                    spot,
                    "has its members in another order: it was " + String.join(", ", before) + " and is "
                            + String.join(", ", after) + ".");
        }
    }
}
