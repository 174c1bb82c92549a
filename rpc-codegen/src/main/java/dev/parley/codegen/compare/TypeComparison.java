package dev.parley.codegen.compare;

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
    private final Changes changes;
    private final Set<String> seen = new HashSet<>();

    TypeComparison(Changes changes) {
        this.changes = changes;
    }

    /**
     * Compares two schemas.
     *
     * @param subject what they describe, should they have no name of their own
     */
    void compare(Spot before, Spot after, Direction direction, String subject) {
        Form old = FormReader.read(before.orAnything());
        Form now = FormReader.read(after.orAnything());
        rename(old, now, after, subject);
        String here = now.name.isEmpty() ? subject : now.name;
        nulls(old, now, direction, new Site(subject, after));
        if (seen.add(direction + " " + old.spot.pointer() + " " + now.spot.pointer())) {
            inside(old, now, direction, new Site(here, now.name.isEmpty() ? after : now.spot));
        }
    }

    /** What something is called, and where it stands. */
    private record Site(String subject, Spot spot) {}

    private void rename(Form old, Form now, Spot after, String subject) {
        if (old.name.equals(now.name) || !old.hasClass() && !now.hasClass()) {
            return;
        }
        Spot at = now.name.isEmpty() ? after : now.spot;
        boolean gone = !old.name.isEmpty() && !isComponent(old.name, after);
        if (gone && !now.name.isEmpty()) {
            changes.add(Rule.TYPE_RENAMED, old.name, at, "is called " + now.name + " now, and so is its class.");
        } else {
            String was = old.name.isEmpty() ? "of no name" : "called " + old.name;
            String is = now.name.isEmpty() ? "of no name" : "called " + now.name;
            changes.add(Rule.TYPE_RENAMED, subject, at, "was of a type " + was + " and is of one " + is + ".");
        }
    }

    private static boolean isComponent(String name, Spot in) {
        return in.root().path("components").path("schemas").has(name);
    }

    private void nulls(Form old, Form now, Direction direction, Site site) {
        boolean judged = old.isAnything()
                || now.isAnything()
                || old.kinds().isEmpty()
                || now.kinds().isEmpty();
        if (!judged && old.takesNull() != now.takesNull()) {
            String text =
                    now.takesNull() ? "could not be null and can be now." : "could be null and can't be any more.";
            changes.add(direction.nulls(now.takesNull()), site.subject(), site.spot(), text);
        }
    }

    private void inside(Form old, Form now, Direction direction, Site site) {
        if (now.deprecated && !old.deprecated) {
            changes.add(Rule.DEPRECATED, site.subject(), site.spot(), "is deprecated now.");
        }
        if (!old.cases.isEmpty() && !now.cases.isEmpty()) {
            alternatives(old, now, direction, site);
        } else if (old.cases.isEmpty() != now.cases.isEmpty()) {
            choice(old, now, direction, site);
            return;
        }
        Extent extent = Kinds.types(old.kinds(), now.kinds());
        extent = extent.and(old.isAnything() || now.isAnything() ? Extent.SAME : Kinds.formats(old.format, now.format));
        extent = extent.and(enumeration(old, now)).and(opacity(old, now)).and(lengths(old, now));
        if (extent != Extent.SAME) {
            type(extent, old, now, direction, site);
        } else {
            limits(old, now, direction, site);
            values(old, now, direction, site);
        }
        boolean objects = old.kinds().contains("object") && now.kinds().contains("object");
        if (objects || old.kinds().equals(now.kinds())) {
            new MemberComparison(this, changes, direction, site.subject(), site.spot()).compare(old, now);
        }
        if (old.kinds().contains("array") && now.kinds().contains("array")) {
            elements(old, now, direction, site);
        }
    }

    private void type(Extent extent, Form old, Form now, Direction direction, Site site) {
        changes.add(
                direction.type(extent),
                site.subject(),
                site.spot(),
                "was " + words(old) + " and is " + words(now) + ".");
    }

    // Its own name says nothing of what changed in it.
    private static String words(Form form) {
        String name = form.name;
        form.name = "";
        String words = form.text();
        form.name = name;
        return words;
    }

    private static Extent enumeration(Form old, Form now) {
        return old.isAnything() || now.isAnything()
                ? Extent.SAME
                : Extent.of(old.values != null || now.values == null, old.values == null || now.values != null);
    }

    private static Extent opacity(Form old, Form now) {
        return old.unseen.equals(now.unseen) ? Extent.SAME : Extent.OTHER;
    }

    private static Extent lengths(Form old, Form now) {
        boolean arrays = old.kinds().equals(Set.of("array")) && now.kinds().equals(Set.of("array"));
        return !arrays || old.tuple.size() == now.tuple.size() ? Extent.SAME : Extent.OTHER;
    }

    private void limits(Form old, Form now, Direction direction, Site site) {
        Set<String> words = new TreeSet<>(old.limits.keySet());
        words.addAll(now.limits.keySet());
        Map<Rule, List<String>> texts = new TreeMap<>();
        for (String word : words) {
            JsonNode before = old.limits.get(word);
            JsonNode after = now.limits.get(word);
            Extent extent = Words.extent(word, before, after);
            if (extent != Extent.SAME) {
                texts.computeIfAbsent(direction.limits(extent), any -> new ArrayList<>())
                        .add(word + " was " + shown(before) + " and is " + shown(after));
            }
        }
        texts.forEach((rule, all) ->
                changes.add(rule, site.subject(), site.spot(), "has other limits: " + String.join(", ", all) + "."));
    }

    private static String shown(@org.jspecify.annotations.Nullable JsonNode value) {
        String text = value == null ? "not set" : value.toString();
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }

    private void values(Form old, Form now, Direction direction, Site site) {
        List<JsonNode> before = old.values == null ? List.of() : old.values;
        List<JsonNode> after = now.values == null ? List.of() : now.values;
        for (JsonNode value : before) {
            if (!after.contains(value)) {
                changes.add(direction.value(false), member(site, value), site.spot(), "is no value of it any more.");
            }
        }
        for (JsonNode value : after) {
            if (!before.contains(value)) {
                changes.add(direction.value(true), member(site, value), site.spot(), "is a new value.");
            }
        }
    }

    private static String member(Site site, JsonNode value) {
        return site.subject() + "." + (value.isString() ? value.stringValue() : value.toString());
    }

    private void elements(Form old, Form now, Direction direction, Site site) {
        if (old.tuple.isEmpty() && now.tuple.isEmpty()) {
            if (old.items != null || now.items != null) {
                compare(items(old), items(now), direction, site.subject() + "[]");
            }
        } else if (old.tuple.size() == now.tuple.size()) {
            for (int i = 0; i < old.tuple.size(); i++) {
                compare(old.tuple.get(i), now.tuple.get(i), direction, site.subject() + "[" + i + "]");
            }
        }
    }

    private static Spot items(Form form) {
        return form.items == null ? form.spot.child("items").orAnything() : form.items;
    }

    private void alternatives(Form old, Form now, Direction direction, Site site) {
        Map<String, Spot> before = Alternatives.byKey(old.cases);
        Map<String, Spot> after = Alternatives.byKey(now.cases);
        before.forEach((key, spot) -> {
            String subject = site.subject() + "." + key;
            if (after.containsKey(key)) {
                compare(spot, after.get(key), direction, subject);
            } else {
                changes.add(direction.alternative(false), subject, site.spot(), "is no alternative any more.");
            }
        });
        after.forEach((key, spot) -> {
            if (!before.containsKey(key)) {
                changes.add(direction.alternative(true), site.subject() + "." + key, spot, "is a new alternative.");
            }
        });
    }

    /** One type became a choice of several, or the other way round. */
    private void choice(Form old, Form now, Direction direction, Site site) {
        boolean opened = old.cases.isEmpty();
        Form single = opened ? old : now;
        Map<String, Spot> all = Alternatives.byKey(opened ? now.cases : old.cases);
        String key = Alternatives.key(single);
        boolean included = all.containsKey(key) || single.isAnything();
        boolean wider = opened != single.isAnything();
        type(included ? wider ? Extent.WIDER : Extent.NARROWER : Extent.OTHER, old, now, direction, site);
        Spot same = all.get(key);
        if (same != null) {
            String subject = site.subject() + "." + key;
            compare(opened ? old.spot : same, opened ? same : now.spot, direction, subject);
        }
    }
}
