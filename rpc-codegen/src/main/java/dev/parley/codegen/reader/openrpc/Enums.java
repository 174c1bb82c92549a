package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Describes enums. */
final class Enums {
    private Enums() {}

    static ModelType of(ClassRef name, List<String> values, Docs docs, Place place) {
        Set<String> used = new HashSet<>();
        List<ModelType.Constant> constants = new ArrayList<>();
        for (String value : values) {
            String base = JavaNames.constant(value);
            String constant = base;
            for (int number = 2; !used.add(constant); number++) {
                constant = base + "_" + number;
            }
            constants.add(new ModelType.Constant(constant, value));
        }
        return new ModelType.EnumType(Models.header(name, docs, place), constants);
    }
}
