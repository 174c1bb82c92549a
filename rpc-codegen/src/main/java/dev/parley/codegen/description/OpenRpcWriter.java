package dev.parley.codegen.description;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Service;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the OpenRPC document of a service (OpenRPC 1.4.1). */
public final class OpenRpcWriter {
    private static final String VERSION = "1.4.1";
    private static final JsonMapper JSON = new JsonMapper();
    /** Half a character, which no file could hold. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final Api api;
    private final String version;

    /**
     * A writer for the services of a package that passed all checks.
     *
     * @param version the version of services whose comments name none; empty for none, which a document can't say
     */
    public OpenRpcWriter(Api api, String version) {
        this.api = api;
        this.version = version.isEmpty() ? "0" : version;
    }

    /** The document's text, indented, with line feeds only. */
    public String write(Service service) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openrpc", VERSION);
        document.set("info", info(service));
        Schemas schemas = new Schemas(api);
        MethodObjects methods = new MethodObjects(schemas, api);
        ArrayNode array = document.putArray("methods");
        service.methods().forEach(method -> array.add(methods.of(method)));
        addComponents(document, "errors", methods.shared());
        addComponents(document, "schemas", schemas.components());
        return print(document) + "\n";
    }

    /** Where what stands in the document comes from. */
    public Origins origins(Service service) {
        Schemas schemas = new Schemas(api);
        MethodObjects methods = new MethodObjects(schemas, api);
        service.methods().forEach(methods::of);
        return new Origins(api, service, schemas.names());
    }

    private static void addComponents(ObjectNode document, String kind, SortedMap<String, ObjectNode> all) {
        if (!all.isEmpty()) {
            ObjectNode components = document.withObject("components").putObject(kind);
            all.forEach(components::set);
        }
    }

    private ObjectNode info(Service service) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("title", service.name().simpleName());
        String docs = Markdown.of(service.docs().body());
        if (!docs.isEmpty()) {
            info.put("description", docs);
        }
        String named = Stream.of("version", "since")
                .map(service.docs()::first)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(version);
        return info.put("version", named);
    }

    private static String print(ObjectNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return LONE_SURROGATE
                .matcher(JSON.writer().with(printer).writeValueAsString(document))
                .replaceAll(match -> "\\\\u" + Integer.toHexString(match.group().charAt(0)));
    }
}
