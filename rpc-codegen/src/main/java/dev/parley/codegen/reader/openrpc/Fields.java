package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.FieldCheck.Wanted;
import java.util.Map;

/** The types that OpenRPC gives to members of a document. */
final class Fields {
    static final Map<String, Wanted> DOCUMENT = Map.of(
            "openrpc", Wanted.TEXT,
            "info", Wanted.OBJECT,
            "methods", Wanted.ARRAY,
            "components", Wanted.OBJECT);

    static final Map<String, Wanted> INFO = Map.of(
            "title", Wanted.TEXT,
            "version", Wanted.TEXT,
            "description", Wanted.TEXT);

    static final Map<String, Wanted> METHOD = Map.of(
            "name", Wanted.TEXT,
            "params", Wanted.ARRAY,
            "result", Wanted.OBJECT,
            "errors", Wanted.ARRAY,
            "deprecated", Wanted.FLAG,
            "paramStructure", Wanted.TEXT,
            "summary", Wanted.TEXT,
            "description", Wanted.TEXT);

    /** A parameter or result. */
    static final Map<String, Wanted> DESCRIPTOR = Map.of(
            "name", Wanted.TEXT,
            "required", Wanted.FLAG,
            "deprecated", Wanted.FLAG,
            "summary", Wanted.TEXT,
            "description", Wanted.TEXT);

    private Fields() {}
}
