package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds alternatives of an {@code anyOf} that hold for one value together. Each of them would drop the members that only the
 * others name, so their combination becomes an alternative of its own.
 */
final class Overlaps {
    /** More alternatives have more combinations than anybody wants types. */
    private static final int MOST = 3;

    private final SchemaReader schemas;
    private final Report report;

    Overlaps(SchemaReader schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
    }

    /** The alternatives, followed by their combinations. */
    List<Alternative> with(List<Alternative> alternatives, Located at) {
        List<Alternative> objects =
                alternatives.stream().filter(Overlaps::isOpen).toList();
        List<Alternative> combined = new ArrayList<>();
        for (int subset = 1; subset < 1 << Math.min(objects.size(), MOST); subset++) {
            List<Alternative> parts = new ArrayList<>();
            for (int i = 0; i < Math.min(objects.size(), MOST); i++) {
                if ((subset & 1 << i) != 0) {
                    parts.add(objects.get(i));
                }
            }
            if (parts.size() > 1 && areTogether(parts)) {
                combined.add(combination(parts));
            }
        }
        if (objects.size() > MOST && overlap(objects)) {
            report.untyped(
                    "overlapping-alternatives",
                    at,
                    "has more than " + MOST + " alternatives that may hold for one value together: a value keeps the"
                            + " members of one of them.");
            return alternatives;
        }
        List<Alternative> all = new ArrayList<>(alternatives);
        all.addAll(combined);
        return all;
    }

    private static boolean isOpen(Alternative alternative) {
        Schema schema = alternative.schema();
        return schema.is(Kind.OBJECT)
                && schema.unions().isEmpty()
                && !schema.members().properties().isEmpty()
                && schema.members().additional().isEmpty()
                && schema.members().open() == null;
    }

    private boolean overlap(List<Alternative> objects) {
        for (int i = 0; i < objects.size(); i++) {
            for (int j = i + 1; j < objects.size(); j++) {
                if (areTogether(List.of(objects.get(i), objects.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one value can be all of them, and none of them names all of its members. */
    private boolean areTogether(List<Alternative> parts) {
        Alternative all = combination(parts);
        Set<String> names = all.schema().members().properties().keySet();
        boolean named = parts.stream()
                .anyMatch(part -> part.schema().members().properties().keySet().equals(names));
        return !named && isPossible(all.schema());
    }

    private boolean isPossible(Schema schema) {
        return schema.members().properties().values().stream()
                .noneMatch(property -> schemas.read(property).values().impossible());
    }

    private Alternative combination(List<Alternative> parts) {
        List<Located> conjunction = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        parts.stream()
                .flatMap(part -> part.conjunction().stream())
                .filter(each -> seen.add(Schema.key(List.of(each))))
                .forEach(conjunction::add);
        return new Alternative(parts.get(0).at(), conjunction, schemas.read(conjunction), parts);
    }
}
