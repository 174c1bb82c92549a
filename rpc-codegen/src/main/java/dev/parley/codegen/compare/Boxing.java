package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import java.util.List;
import java.util.Set;

/** Finds values that are of a primitive type in Java on one side and may be null on the other: callers must be compiled again. */
final class Boxing {
    private final Changes changes;
    private final Direction direction;

    Boxing(Changes changes, Direction direction) {
        this.changes = changes;
        this.direction = direction;
    }

    /**
     * Compares one value.
     *
     * @param wasOptional whether it could be missing
     * @param isOptional whether it may be missing now
     */
    void compare(List<Located> before, boolean wasOptional, List<Located> after, boolean isOptional, String subject) {
        Form old = FormReader.read(before);
        Form now = FormReader.read(after);
        if (!isSimple(old) || !isSimple(now)) {
            return;
        }
        boolean was = !wasOptional && !old.takesNull();
        boolean is = !isOptional && !now.takesNull();
        Located at = after.get(0);
        if (direction == Direction.TAKEN && was && !is) {
            changes.add(
                    Rule.PARAMETER_TYPE_WIDENED,
                    subject,
                    at,
                    "was a primitive type in Java and may be null now, so that callers must be compiled again.");
        } else if (direction == Direction.GIVEN && is && !was) {
            changes.add(
                    Rule.RESULT_TYPE_NARROWED,
                    subject,
                    at,
                    "could be null and is a primitive type in Java now, so that callers must be compiled again.");
        }
    }

    /** Whether Java has a primitive type for values that are always there. */
    private static boolean isSimple(Form form) {
        String format = form.schema().values().format();
        if (form.kinds().equals(Set.of(Kind.NUMBER))) {
            return format.equals("double") || format.equals("float");
        }
        return form.kinds().equals(Set.of(Kind.BOOLEAN))
                || form.kinds().equals(Set.of(Kind.INTEGER)) && Range.isPrimitive(form);
    }
}
