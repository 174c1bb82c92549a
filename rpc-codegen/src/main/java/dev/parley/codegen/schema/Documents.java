package dev.parley.codegen.schema;

import java.io.IOException;
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
import tools.jackson.databind.node.BooleanNode;

/** Reads files and follows references between them. It never fetches anything: a build needs no network. */
public final class Documents implements References {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private final Map<Path, Document> loaded = new HashMap<>();
    private final Set<Path> broken = new HashSet<>();
    private final Report report;

    /** @param report takes what is wrong with the files and their references */
    public Documents(Report report) {
        this.report = report;
    }

    /** Every file that was read, sorted. */
    public List<Path> files() {
        return List.copyOf(new TreeSet<>(loaded.keySet()));
    }

    /** Reads a file; null, and a finding, when it can't be read. */
    public @Nullable Document load(Path path) {
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

    @Override
    public Located follow(Located from) {
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
        Reference reference = Reference.of(at.text("$ref"));
        if (!at.child("$ref").node().isString()) {
            report.mistake(
                    "wrong-type", at.child("$ref"), "is " + at.child("$ref").node() + ". Write a string.");
            return at.with(BooleanNode.TRUE);
        } else if (SCHEME.matcher(reference.file()).lookingAt()) {
            report.mistake(
                    "remote-reference",
                    at,
                    "refers to " + at.text("$ref")
                            + ", and nothing is fetched. Save it beside the document and refer to the file.");
            return at.with(BooleanNode.TRUE);
        }
        Document document = reference.file().isEmpty() ? at.document() : load(path(at, reference.file()));
        Located target = document == null ? null : document.find(reference.pointer());
        if (target == null) {
            report.mistake(
                    "dangling-reference",
                    at,
                    "refers to " + at.text("$ref") + ", where there is nothing. Correct the reference.");
            return at.with(BooleanNode.TRUE);
        }
        return target;
    }

    private static Path path(Located at, String file) {
        Path own = at.document().file();
        try {
            return own.resolveSibling(file).normalize();
        } catch (InvalidPathException noPath) {
            // There is no such file, which is said where it is looked for.
            return own.resolveSibling("\uFFFD");
        }
    }
}
