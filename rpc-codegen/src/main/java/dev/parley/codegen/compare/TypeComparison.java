package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares what values may be: each type once for each way that its values go, however often it is used. */
final class TypeComparison {
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum");

    private final Changes changes;
    private final boolean interfaces;
    private final Set<String> seen = new HashSet<>();

    /** @param interfaces whether the new description is that of an interface in Java */
    TypeComparison(Changes changes, boolean interfaces) {
        this.changes = changes;
        this.interfaces = interfaces;
    }

    /**
     * Compares two schemas.
     *
     * @param subject what they describe, should they have no name of their own
     */
    void compare(Located before, Located after, Direction direction, String subject) {
        compare(List.of(before.orAnything()), List.of(after.orAnything()), direction, subject);
    }

    /** Compares what several schemas say together, before and now. */
    void compare(List<Located> before, List<Located> conjunction, Direction direction, String subject) {
        Form old = FormReader.read(before);
        Form now = FormReader.read(conjunction);
        Located after = conjunction.get(0);
        rename(old, now, after, subject);
        String here = now.name().isEmpty() ? subject : now.name();
        nulls(old, now, direction, new Site(subject, after));
        if (seen.add(direction + " " + old.key() + " " + now.key())) {
            inside(old, now, direction, new Site(here, now.name().isEmpty() ? after : now.at()));
        }
    }

    /** What something is called, and its position. */
    private record Site(String subject, Located located) {}

    private void rename(Form old, Form now, Located after, String subject) {
        if (old.name().equals(now.name()) || !old.hasClass() && !now.hasClass()) {
            return;
        }
        Located at = now.name().isEmpty() ? after : now.at();
        boolean gone = !old.name().isEmpty() && !isComponent(old.name(), after);
        if (gone && !now.name().isEmpty()) {
            changes.add(Rule.TYPE_RENAMED, old.name(), at, "is called " + now.name() + " now, and so is its class.");
        } else {
            String was = old.name().isEmpty() ? "of no name" : "called " + old.name();
            String is = now.name().isEmpty() ? "of no name" : "called " + now.name();
            changes.add(Rule.TYPE_RENAMED, subject, at, "was of a type " + was + " and is of one " + is + ".");
        }
    }

    private static boolean isComponent(String name, Located in) {
        return in.document().root().child("components").child("schemas").has(name);
    }

    private void nulls(Form old, Form now, Direction direction, Site site) {
        boolean judged = old.isAnything()
                || now.isAnything()
                || old.kinds().isEmpty()
                || now.kinds().isEmpty();
        if (!judged && old.takesNull() != now.takesNull()) {
            String text =
                    now.takesNull() ? "could not be null and can be now." : "could be null and can't be any more.";
            changes.add(direction.nulls(now.takesNull()), site.subject(), site.located(), text);
        }
    }

    private void inside(Form old, Form now, Direction direction, Site site) {
        if (now.deprecated() && !old.deprecated()) {
            changes.add(Rule.DEPRECATED, site.subject(), site.located(), "is deprecated now.");
        }
        if (!old.cases().isEmpty() && !now.cases().isEmpty()) {
            alternatives(old, now, direction, site);
        } else if (old.cases().isEmpty() != now.cases().isEmpty()) {
            choice(old, now, direction, site);
            return;
        }
        Extent extent = extent(old, now);
        if (extent != Extent.SAME) {
            type(extent, old, now, direction, site);
        } else {
            limits(old, now, direction, site);
            values(old, now, direction, site);
        }
        boolean objects = old.kinds().contains(Kind.OBJECT) && now.kinds().contains(Kind.OBJECT);
        if (objects || old.kinds().equals(now.kinds())) {
            new MemberComparison(this, changes, direction, site.subject(), site.located()).compare(old, now);
        }
        if (old.kinds().contains(Kind.ARRAY) && now.kinds().contains(Kind.ARRAY)) {
            elements(old, now, direction, site);
        }
    }

    private static Extent extent(Form old, Form now) {
        boolean formats = !old.isAnything() && !now.isAnything() && !Range.areSame(old, now);
        Extent extent = Kinds.types(old.kinds(), now.kinds());
        if (formats) {
            extent = extent.and(Kinds.formats(
                    old.schema().values().format(), now.schema().values().format()));
        }
        return extent.and(enumeration(old, now)).and(opacity(old, now)).and(lengths(old, now));
    }

    private void type(Extent extent, Form old, Form now, Direction direction, Site site) {
        changes.add(
                direction.type(extent),
                site.subject(),
                site.located(),
                "was " + old.words() + " and is " + now.words() + ".");
    }

    private static Extent enumeration(Form old, Form now) {
        return old.isAnything() || now.isAnything()
                ? Extent.SAME
                : Extent.of(old.only() != null || now.only() == null, old.only() == null || now.only() != null);
    }

    private static Extent opacity(Form old, Form now) {
        return old.unseen().equals(now.unseen()) ? Extent.SAME : Extent.OTHER;
    }

    private static Extent lengths(Form old, Form now) {
        boolean arrays = old.kinds().equals(Set.of(Kind.ARRAY)) && now.kinds().equals(Set.of(Kind.ARRAY));
        return !arrays
                        || old.schema().elements().tuple().size()
                                == now.schema().elements().tuple().size()
                ? Extent.SAME
                : Extent.OTHER;
    }

    private void limits(Form old, Form now, Direction direction, Site site) {
        Map<String, JsonNode> then = old.limits();
        Map<String, JsonNode> since = now.limits();
        Set<String> words = new TreeSet<>(then.keySet());
        words.addAll(since.keySet());
        if (Range.areSame(old, now)) {
            words.removeAll(BOUNDS);
        }
        if (interfaces) {
            // A server takes any array for a Set, and Java's collections are not compared.
            words.remove("uniqueItems");
        }
        Map<Rule, List<String>> texts = new TreeMap<>();
        for (String word : words) {
            JsonNode before = then.get(word);
            JsonNode after = since.get(word);
            Extent extent = LimitWords.extent(word, before, after);
            if (extent != Extent.SAME) {
                texts.computeIfAbsent(direction.limits(extent), any -> new ArrayList<>())
                        .add(word + " was " + shown(before) + " and is " + shown(after));
            }
        }
        texts.forEach((rule, all) ->
                changes.add(rule, site.subject(), site.located(), "has other limits: " + String.join(", ", all) + "."));
    }

    private static String shown(@org.jspecify.annotations.Nullable JsonNode value) {
        String text = value == null ? "not set" : value.toString();
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }

    private void values(Form old, Form now, Direction direction, Site site) {
        List<JsonNode> before = old.only() == null ? List.of() : old.only();
        List<JsonNode> after = now.only() == null ? List.of() : now.only();
        for (JsonNode value : before) {
            if (!after.contains(value)) {
                changes.add(
                        direction.value(false), member(site, value), site.located(), "is no longer one of its values.");
            }
        }
        for (JsonNode value : after) {
            if (!before.contains(value)) {
                changes.add(direction.value(true), member(site, value), site.located(), "is a new value.");
            }
        }
    }

    private static String member(Site site, JsonNode value) {
        return site.subject() + "." + (value.isString() ? value.stringValue() : value.toString());
    }

    private void elements(Form old, Form now, Direction direction, Site site) {
        if (old.schema().elements().tuple().isEmpty()
                && now.schema().elements().tuple().isEmpty()) {
            if (!old.schema().elements().others().isEmpty()
                    || !now.schema().elements().others().isEmpty()) {
                compare(items(old), items(now), direction, site.subject() + "[]");
            }
        } else if (old.schema().elements().tuple().size()
                == now.schema().elements().tuple().size()) {
            for (int i = 0; i < old.schema().elements().tuple().size(); i++) {
                compare(
                        old.schema().elements().tuple().get(i),
                        now.schema().elements().tuple().get(i),
                        direction,
                        site.subject() + "[" + i + "]");
            }
            further(old, now, direction, site);
        }
    }

    /** What comes after the elements that are described one by one. */
    private void further(Form old, Form now, Direction direction, Site site) {
        boolean was = !old.schema().elements().closed();
        boolean is = !now.schema().elements().closed();
        String subject = site.subject() + "[]";
        if (was != is) {
            String text = is ? "allows further elements now." : "rules out further elements now.";
            changes.add(direction.limits(is ? Extent.WIDER : Extent.NARROWER), subject, site.located(), text);
        } else if (is) {
            compare(items(old), items(now), direction, subject);
        }
    }

    private static List<Located> items(Form form) {
        List<Located> items = form.schema().elements().others();
        return items.isEmpty() ? List.of(form.at().child("items").orAnything()) : items;
    }

    private void alternatives(Form old, Form now, Direction direction, Site site) {
        Map<String, Located> before = Alternatives.byKey(old.cases());
        Map<String, Located> after = Alternatives.byKey(now.cases());
        before.forEach((key, located) -> {
            String subject = site.subject() + "." + key;
            if (after.containsKey(key)) {
                compare(located, after.get(key), direction, subject);
            } else {
                changes.add(direction.alternative(false), subject, site.located(), "is no longer an alternative.");
            }
        });
        after.forEach((key, located) -> {
            if (!before.containsKey(key)) {
                changes.add(direction.alternative(true), site.subject() + "." + key, located, "is a new alternative.");
            }
        });
    }

    /** One type became a choice of several, or the other way round. */
    private void choice(Form old, Form now, Direction direction, Site site) {
        boolean opened = old.cases().isEmpty();
        Form single = opened ? old : now;
        Map<String, Located> all = Alternatives.byKey(opened ? now.cases() : old.cases());
        String key = Alternatives.key(single);
        boolean included = all.containsKey(key) || single.isAnything();
        boolean wider = opened != single.isAnything();
        type(included ? wider ? Extent.WIDER : Extent.NARROWER : Extent.OTHER, old, now, direction, site);
        Located same = all.get(key);
        if (same != null) {
            String subject = site.subject() + "." + key;
            compare(opened ? old.at() : same, opened ? same : now.at(), direction, subject);
        }
    }
}
