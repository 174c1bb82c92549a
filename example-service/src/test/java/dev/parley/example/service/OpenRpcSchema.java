package dev.parley.example.service;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The meta-schema of OpenRPC 1.4, as the generator's tests have it, with draft-07's own for the address that it names. */
final class OpenRpcSchema {
    private static final Path FILE = Path.of("../rpc-codegen/src/test/resources/openrpc/meta-schema.json");
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final Schema SCHEMA = load();

    private OpenRpcSchema() {}

    private static Schema load() {
        try {
            String text = Files.readString(FILE)
                    .replace("https://meta.json-schema.tools/#/definitions/JSONSchemaObject", DRAFT)
                    .replaceAll("\"https://meta.json-schema.tools/?\"", '"' + DRAFT + '"');
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document. */
    static List<Error> errors(String document) {
        return SCHEMA.validate(document, InputFormat.JSON);
    }
}
