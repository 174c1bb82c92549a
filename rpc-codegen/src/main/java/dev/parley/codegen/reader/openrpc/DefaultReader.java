package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what parameters are when they are left out. */
final class DefaultReader {
    private final Models models;
    private final Report report;

    DefaultReader(Models models, Report report) {
        this.models = models;
        this.report = report;
    }

    /** The text of a parameter's default value; null when Java can't say it. */
    @Nullable
    String read(Located schema, Type type, boolean required) {
        Located value = schema.child("default");
        JsonNode node = value.node();
        if (!value.exists() || node.isNull()) {
            return null;
        } else if (required) {
            report.untyped("unused-default", value, "is the default of a parameter that must be given: it is ignored.");
            return null;
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        Api known = new Api("", List.of(), models.all(), Set.of(), Set.of());
        try {
            new Defaults(known).read(type, text);
        } catch (IllegalArgumentException unsaid) {
            text = null;
        }
        if (text == null || type.isNullable()) {
            report.untyped(
                    "unsaid-default",
                    value,
                    "is a default that no annotation can say: what is left out arrives as null.");
            return null;
        }
        return text;
    }
}
