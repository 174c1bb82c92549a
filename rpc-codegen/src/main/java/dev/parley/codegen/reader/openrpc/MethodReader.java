package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Documents;
import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes a method of a method object. */
final class MethodReader {
    private final Documents documents;
    private final TypeReader types;
    private final ErrorReader errors;
    private final DefaultReader defaults;
    private final DocumentCheck check;

    MethodReader(
            Documents documents, TypeReader types, ErrorReader errors, DefaultReader defaults, DocumentCheck check) {
        this.documents = documents;
        this.types = types;
        this.errors = errors;
        this.defaults = defaults;
        this.check = check;
    }

    /**
     * Reads one.
     *
     * @param own its name without what all names start with
     * @param javaName its name in Java
     */
    Method read(Located method, String own, String javaName) {
        List<Located> descriptors = method.child("params").elements().stream()
                .map(documents::follow)
                .toList();
        boolean byName = method.text("paramStructure").equals("by-name") || method.flag("x-by-name");
        check.checkParameters(descriptors, byName);
        Set<String> used = new HashSet<>();
        List<Parameter> parameters = new ArrayList<>();
        for (Located descriptor : descriptors) {
            parameters.add(parameter(descriptor, own, used));
        }
        check.checkCount(method, parameters);
        Located result = documents.follow(method.child("result"));
        check.checkMethod(method, result);
        Set<Trait> traits = traits(method, result);
        List<DeclaredError> thrown = traits.contains(Trait.NOTIFICATION) ? List.of() : errors.read(method);
        return new Method(
                javaName,
                method.text("name"),
                Method.Returns.VALUE,
                result(result, own),
                parameters,
                thrown,
                traits,
                Set.of(),
                docs(method, descriptors, parameters, result, thrown),
                method.place());
    }

    private Parameter parameter(Located descriptor, String method, Set<String> used) {
        String wireName = descriptor.text("name");
        String base = JavaNames.member(wireName);
        String name = base;
        for (int number = 2; !used.add(name); number++) {
            name = base + number;
        }
        Located schema = descriptor.has("schema") ? descriptor.child("schema") : descriptor.undescribed();
        Type type = types.read(schema, Where.ofMethod(JavaNames.type(method), JavaNames.type(wireName)));
        boolean secret = descriptor.flag("x-secret");
        if (descriptor.flag("x-rest") && type instanceof Type.Sequence rest) {
            return new Parameter(
                    name,
                    wireName,
                    new Type.ArrayOf(rest.element().unchecked()),
                    null,
                    true,
                    secret,
                    descriptor.place());
        }
        boolean required = descriptor.flag("required");
        String text = defaults.read(documents.follow(schema), type, required);
        return new Parameter(
                name,
                wireName,
                required || text != null ? type : Scalars.orNull(type),
                text,
                false,
                secret,
                required && type.isNullable(),
                descriptor.place());
    }

    private Type result(Located result, String method) {
        Located schema = result.child("schema");
        JsonNode node = schema.node();
        if (!schema.exists() || node.isBoolean() && !node.booleanValue()) {
            return Type.VOID;
        }
        Type type = types.read(schema, Where.ofMethod(JavaNames.type(method), "Result"));
        return type.nonNull().equals(Type.VOID) ? Type.VOID : type;
    }

    private static Set<Trait> traits(Located method, Located result) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (!result.exists() || method.flag("x-notification")) {
            traits.add(Trait.NOTIFICATION);
        }
        if (method.text("paramStructure").equals("by-name") || method.flag("x-by-name")) {
            traits.add(Trait.BY_NAME);
        }
        if (method.flag("deprecated")) {
            traits.add(Trait.DEPRECATED);
        }
        if (method.flag("x-idempotent")) {
            traits.add(Trait.IDEMPOTENT);
        }
        if (method.flag("x-secret")) {
            traits.add(Trait.SECRET_RESULT);
        }
        return traits;
    }

    private static Docs docs(
            Located method,
            List<Located> descriptors,
            List<Parameter> parameters,
            Located result,
            List<DeclaredError> errors) {
        StringBuilder text = new StringBuilder(
                Prose.docs(method.text("summary"), method.text("description")).text());
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < descriptors.size(); i++) {
            tag(tags, "@param " + parameters.get(i).name(), said(descriptors.get(i)));
        }
        tag(tags, "@return", result.exists() ? said(result) : "");
        errors.forEach(error -> tag(tags, "@throws " + error.type().simpleName(), error.message()));
        if (method.flag("deprecated")) {
            tag(tags, "@deprecated", "The document says so.");
        }
        boolean gap = text.length() > 0 && tags.length() > 0;
        return new Docs(text + (gap ? "\n\n" : "") + tags.toString().stripTrailing());
    }

    private static String said(Located descriptor) {
        String description = descriptor.text("description");
        return description.isEmpty() ? descriptor.text("summary") : description;
    }

    private static void tag(StringBuilder tags, String tag, String text) {
        if (!text.isBlank()) {
            tags.append(Prose.wrapped(tag + " " + Prose.escaped(text.strip().replaceAll("\\s+", " "))))
                    .append('\n');
        }
    }
}
