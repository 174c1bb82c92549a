package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.schema.FieldCheck;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a document must have and has not. */
final class DocumentCheck {
    private static final Pattern VERSION = Pattern.compile("1\\.[0-4]\\..+");

    private static final Set<String> STRUCTURES = Set.of("by-name", "by-position", "either");

    private final Report report;

    private final FieldCheck fields;

    DocumentCheck(Report report) {
        this.report = report;
        this.fields = new FieldCheck(report);
    }

    void check(Located root) {
        if (!root.node().isObject()) {
            report.mistake("not-openrpc", root, "is not an object, and so not an OpenRPC document.");
            return;
        }
        fields.check(root, Fields.DOCUMENT);
        fields.check(root.child("info"), Fields.INFO);
        String version = root.text("openrpc");
        if (!root.has("openrpc")) {
            report.mistake(
                    "missing-member", root, "lacks the member \"openrpc\". Add it, with the version: \"1.4.1\".");
        } else if (!VERSION.matcher(version).matches()) {
            report.mistake(
                    "unknown-version",
                    root.child("openrpc"),
                    "is " + root.child("openrpc").node()
                            + "; known are 1.0 to 1.4. Write one of these, such as \"1.4.1\".");
        }
        for (String name : new String[] {"title", "version"}) {
            if (!root.child("info").has(name)) {
                report.mistake(
                        "missing-member", root, "lacks the " + name + " of its \"info\". Add one.", "info " + name);
            }
        }
        if (!root.child("methods").node().isArray()) {
            report.mistake("missing-member", root, "lacks the array \"methods\". Add it; it may be empty.", "methods");
        }
    }

    /** Finds what a method must have and has not. */
    void checkMethod(Located method, Located result) {
        fields.check(method, Fields.METHOD);
        if (!method.has("params")) {
            report.warning("missing-params", method, "lacks the array \"params\": it is taken to be empty. Add it.");
        }
        String structure = method.text("paramStructure");
        if (!structure.isEmpty() && !STRUCTURES.contains(structure)) {
            report.mistake(
                    "unknown-structure",
                    method.child("paramStructure"),
                    "is \"" + structure + "\". Write one of by-name, by-position, either.");
        }
        if (result.exists()) {
            fields.check(result, Fields.DESCRIPTOR);
            checkDescriptor(result);
        }
    }

    private void checkDescriptor(Located descriptor) {
        if (descriptor.text("name").isEmpty()) {
            report.mistake("missing-member", descriptor, "lacks a name. Add the member \"name\".");
        }
        if (!descriptor.has("schema")) {
            report.mistake(
                    "missing-member",
                    descriptor,
                    "lacks a schema. Add the member \"schema\": true takes any value.",
                    "schema");
        }
    }

    /** Finds methods of one name. */
    void checkNames(Iterable<Located> methods) {
        Map<String, Located> known = new HashMap<>();
        for (Located method : methods) {
            String name = method.text("name");
            Located first = known.putIfAbsent(name, method);
            if (name.isEmpty()) {
                report.mistake("missing-member", method, "lacks a name. Add the member \"name\".");
            } else if (first != null) {
                report.mistake(
                        "duplicate-method",
                        method,
                        "is named \"" + name + "\", as " + first.pointer() + " is. Rename one, or remove it.");
            }
        }
    }

    /** Finds methods with more parameters than Java allows. */
    void checkCount(Located method, List<Parameter> parameters) {
        Slots.check(parameters.stream().map(Parameter::type).toList(), method, "parameters", report);
    }

    /** Finds parameters of one name, and such without name or schema. */
    void checkParameters(Iterable<Located> parameters, boolean byName) {
        Located optional = null;
        Map<String, Located> known = new HashMap<>();
        for (Located parameter : parameters) {
            fields.check(parameter, Fields.DESCRIPTOR);
            checkDescriptor(parameter);
            if (!parameter.flag("required")) {
                optional = optional == null ? parameter : optional;
            } else if (optional != null && !byName) {
                report.untyped(
                        "required-after-optional",
                        parameter,
                        "is required and comes after " + optional.pointer()
                                + ", which is not, so that by position that one must always be given.");
            }
            String name = parameter.text("name");
            Located first = name.isEmpty() ? null : known.putIfAbsent(name, parameter);
            if (first != null) {
                report.mistake(
                        "duplicate-parameter",
                        parameter,
                        "is named \"" + name + "\", as " + first.pointer() + " is. Rename one.");
            }
        }
    }
}
