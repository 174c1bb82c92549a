package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.List;

/** Counts what a method or constructor takes: the class file format allows 255, with {@code this}. */
final class Slots {
    private static final int MOST = 254;

    private Slots() {}

    /**
     * Reports more values than Java allows.
     *
     * @param what the values, in the plural
     */
    static void check(List<Type> types, Located at, String what, Report report) {
        if (types.stream().mapToInt(Slots::of).sum() > MOST) {
            report.mistake(
                    "too-many-values",
                    at,
                    "has " + types.size() + " " + what + ", more than Java can pass to a method: " + MOST
                            + ", where long and double count twice. Put some into an object of their own.");
        }
    }

    private static int of(Type type) {
        return type.unchecked()
                .asPlain()
                .filter(plain -> plain == PlainType.LONG || plain == PlainType.DOUBLE)
                .map(plain -> 2)
                .orElse(type instanceof Type.Constant ? 0 : 1);
    }
}
