package dev.parley.codegen;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The meta-schema of OpenRPC 1.4, with draft-07's own in place of the address that it names. */
public final class OpenRpcSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final Schema SCHEMA = load();

    private OpenRpcSchema() {}

    private static Schema load() {
        try (InputStream in = OpenRpcSchema.class.getResourceAsStream("/openrpc/meta-schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("https://meta.json-schema.tools/#/definitions/JSONSchemaObject", DRAFT)
                    .replace("\"https://meta.json-schema.tools/\"", '"' + DRAFT + '"')
                    .replace("\"https://meta.json-schema.tools\"", '"' + DRAFT + '"');
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document. */
    public static List<Error> errors(String document) {
        return SCHEMA.validate(document, InputFormat.JSON);
    }
}
