package dev.parley.codegen.openrpc;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.codec.JsonValue;
import java.util.Map;

/** What a validator that knows nothing of us says of a value and a schema inside a document. */
final class Verdict {
    private static final String DOCUMENT = "https://corpus.example/document.json";

    private final SchemaRegistry registry;

    Verdict(String document) {
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(DOCUMENT, document)));
    }

    boolean allows(String pointer, JsonValue value) {
        return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer))
                .validate(value.toString(), InputFormat.JSON)
                .isEmpty();
    }
}
