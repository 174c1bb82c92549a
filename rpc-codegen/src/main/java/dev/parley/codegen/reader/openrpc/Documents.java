package dev.parley.codegen.reader.openrpc;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** All files that were read, and what references lead to. Only files are followed: a build needs no network. */
final class Documents {
    private final Map<Path, Document> loaded = new HashMap<>();
    private final Set<Path> broken = new HashSet<>();
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private final Report report;

    Documents(Report report) {
        this.report = report;
    }

    /** Every file that was read, sorted. */
    List<Path> files() {
        return List.copyOf(new TreeSet<>(loaded.keySet()));
    }

    /** A file; null, and a finding, when it can't be read. */
    @Nullable
    Document load(Path path) {
        Path file = path.toAbsolutePath().normalize();
        Document known = loaded.get(file);
        if (known != null || broken.contains(file)) {
            return known;
        }
        try {
            Document document = new Document(file, Files.readString(file));
            loaded.put(file, document);
            return document;
        } catch (IOException e) {
            report.unreadable(
                    file, 0, 0, "The file can't be read: " + e.getClass().getSimpleName() + ".");
        } catch (JacksonException e) {
            var location = e.getLocation();
            report.unreadable(
                    file,
                    location == null ? 0 : location.getLineNr(),
                    location == null ? 0 : location.getColumnNr(),
                    "The file is no JSON: " + e.getOriginalMessage() + ".");
        }
        broken.add(file);
        return null;
    }

    /** What a value stands for: itself, or what its reference leads to, over any number of references. */
    Located follow(Located from) {
        Set<String> seen = new HashSet<>();
        Located at = from;
        while (at.has("$ref")) {
            if (!seen.add(at.key())) {
                report.mistake("circular-reference", from, "refers to itself. Let one reference lead to a value.");
                return at.with(BooleanNode.TRUE);
            }
            at = target(at);
        }
        return at;
    }

    private Located target(Located at) {
        String reference = at.text("$ref");
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : decode(reference.substring(hash + 1));
        if (!at.child("$ref").node().isString()) {
            report.mistake(
                    "wrong-type", at.child("$ref"), "is " + at.child("$ref").node() + ". Write a string.");
            return at.with(BooleanNode.TRUE);
        } else if (SCHEME.matcher(file).lookingAt()) {
            report.mistake(
                    "remote-reference",
                    at,
                    "refers to " + reference
                            + ", and nothing is fetched. Save it beside the document and refer to the file.");
            return at.with(BooleanNode.TRUE);
        }
        Document document = file.isEmpty() ? at.document() : load(path(at, file));
        Located target = document == null ? null : find(document, pointer);
        if (target == null) {
            report.mistake(
                    "dangling-reference",
                    at,
                    "refers to " + reference + ", where there is nothing. Correct the reference.");
            return at.with(BooleanNode.TRUE);
        }
        return target;
    }

    private static Path path(Located at, String file) {
        Path own = at.document().file();
        try {
            return file.isEmpty() ? own : own.resolveSibling(decode(file)).normalize();
        } catch (InvalidPathException noPath) {
            // There is no such file, which is said where it is looked for.
            return own.resolveSibling("\uFFFD");
        }
    }

    private static @Nullable Located find(Document document, String pointer) {
        Located at = document.root();
        if (pointer.isEmpty()) {
            return at;
        } else if (!pointer.startsWith("/")) {
            return null;
        }
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            at = step(at, name);
            if (!at.exists()) {
                return null;
            }
        }
        return at;
    }

    private static Located step(Located at, String name) {
        JsonNode node = at.node();
        if (node.isArray() && name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < node.size()) {
            return at.elements().get(Integer.parseInt(name));
        }
        return at.child(name);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
