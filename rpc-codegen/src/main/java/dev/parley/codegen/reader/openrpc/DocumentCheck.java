package dev.parley.codegen.reader.openrpc;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a document must have and has not. */
final class DocumentCheck {
    private static final Pattern VERSION = Pattern.compile("1\\.[0-4]\\..+");

    private final Report report;

    DocumentCheck(Report report) {
        this.report = report;
    }

    void check(Located root) {
        if (!root.node().isObject()) {
            report.mistake("not-openrpc", root, "is no object, and so no OpenRPC document.");
            return;
        }
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
        if (root.text("info").isEmpty() && root.child("info").text("title").isEmpty()) {
            report.mistake("missing-member", root, "lacks the title of its \"info\". Add one.");
        }
        if (!root.child("methods").node().isArray()) {
            report.mistake("missing-member", root, "lacks the array \"methods\". Add it; it may be empty.");
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

    /** Finds parameters of one name, and such without name or schema. */
    void checkParameters(Iterable<Located> parameters) {
        Map<String, Located> known = new HashMap<>();
        for (Located parameter : parameters) {
            String name = parameter.text("name");
            Located first = known.putIfAbsent(name, parameter);
            if (name.isEmpty()) {
                report.mistake("missing-member", parameter, "lacks a name. Add the member \"name\".");
            } else if (first != null) {
                report.mistake(
                        "duplicate-parameter",
                        parameter,
                        "is named \"" + name + "\", as " + first.pointer() + " is. Rename one.");
            }
            if (!parameter.has("schema")) {
                report.mistake(
                        "missing-member",
                        parameter,
                        "lacks a schema. Add the member \"schema\": true takes any value.");
            }
        }
    }
}
