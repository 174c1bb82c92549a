package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alternative of a union.
 *
 * @param at where it is described
 * @param conjunction all that holds for it
 * @param schema the same, merged
 * @param combined the alternatives that hold together here; empty for one of the document's
 */
record Alternative(Located at, List<Located> conjunction, Schema schema, List<Alternative> combined) {
    /** One that the document states as such. */
    Alternative(Located at, List<Located> conjunction, Schema schema) {
        this(at, conjunction, schema, List.of());
    }

    /** The strings that it allows; null when there are others, or values of other kinds. */
    @Nullable
    List<String> strings() {
        return schema.is(Kind.STRING) ? schema.strings() : null;
    }
}
