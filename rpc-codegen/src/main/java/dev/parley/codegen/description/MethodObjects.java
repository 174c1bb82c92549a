package dev.parley.codegen.description;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Method objects of an OpenRPC document. */
final class MethodObjects {
    private final Schemas schemas;
    private final Defaults defaults;
    private final SortedMap<String, ObjectNode> shared = new TreeMap<>();

    MethodObjects(Schemas schemas, Api api) {
        this.schemas = schemas;
        this.defaults = new Defaults(api);
    }

    ObjectNode of(Method method) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("name", method.wireName());
        addDocs(object, method.docs());
        ArrayNode parameters = object.putArray("params");
        method.parameters().forEach(parameter -> parameters.add(parameter(parameter, method.docs())));
        if (!method.is(Trait.NOTIFICATION)) {
            object.set("result", result(method));
        }
        addErrors(object, method);
        // Whatever clients do as a rule, a server takes both.
        object.put("paramStructure", "either");
        putIf(object, "deprecated", method.is(Trait.DEPRECATED));
        putIf(object, "x-notification", method.is(Trait.NOTIFICATION));
        putIf(object, "x-idempotent", method.is(Trait.IDEMPOTENT));
        putIf(object, "x-by-name", method.is(Trait.BY_NAME));
        putIf(object, "x-secret", method.is(Trait.SECRET_RESULT));
        return object;
    }

    private static void putIf(ObjectNode object, String name, boolean holds) {
        if (holds) {
            object.put(name, true);
        }
    }

    private static void addDocs(ObjectNode object, Docs docs) {
        String markdown = Markdown.of(docs.body());
        if (!markdown.isEmpty()) {
            String summary = Markdown.summary(markdown);
            object.put("summary", summary);
            if (!markdown.equals(summary)) {
                object.put("description", markdown);
            }
        }
    }

    private ObjectNode parameter(Parameter parameter, Docs docs) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("name", parameter.wireName());
        String text = Markdown.of(docs.parameter(parameter.name()));
        if (!text.isEmpty()) {
            object.put("description", text);
        }
        object.put("required", parameter.isRequired());
        Type type = parameter.rest() ? parameter.type().nonNull() : parameter.type();
        ObjectNode schema = schemas.of(type);
        if (parameter.defaultText() != null) {
            schema = withDefault(schema, parameter.type(), parameter.defaultText());
        }
        object.set("schema", schema);
        putIf(object, "x-rest", parameter.rest());
        putIf(object, "x-secret", parameter.secret());
        return object;
    }

    private ObjectNode withDefault(ObjectNode schema, Type type, String text) {
        ObjectNode target = schema;
        if (schema.has("$ref")) {
            // Draft-07 ignores what stands beside a reference.
            target = JsonNodeFactory.instance.objectNode();
            target.putArray("allOf").add(schema);
        }
        target.set("default", JsonValues.of(defaults.read(type, text)));
        return target;
    }

    private ObjectNode result(Method method) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("name", "result");
        String text = Markdown.of(method.docs().result());
        if (!text.isEmpty()) {
            result.put("description", text);
        }
        result.set("schema", schemas.of(method.result()));
        return result;
    }

    private void addErrors(ObjectNode object, Method method) {
        Set<Integer> codes = new HashSet<>();
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        for (DeclaredError error : method.errors()) {
            if (error.code() != null && codes.add(error.code())) {
                errors.add(error.message().isEmpty() ? error(error) : shared(error));
            }
        }
        if (!errors.isEmpty()) {
            object.set("errors", errors);
        }
    }

    // What a document declared is declared once again, under the name that its exception has.
    private ObjectNode shared(DeclaredError error) {
        String name = error.type().simpleName().replaceFirst("Exception$", "");
        if (!shared.containsKey(name)) {
            shared.put(name, error(error));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/errors/" + name);
    }

    /** The errors that methods refer to, by name. */
    SortedMap<String, ObjectNode> shared() {
        return shared;
    }

    private ObjectNode error(DeclaredError error) {
        String docs = Markdown.summary(Markdown.of(error.docs()));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("code", error.code());
        String said = docs.isEmpty() ? error.type().simpleName() : docs;
        object.put("message", error.message().isEmpty() ? said : error.message());
        if (error.hasData()) {
            object.set("data", schemas.of(error.data()));
        }
        return object;
    }
}
