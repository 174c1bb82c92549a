package dev.parley.codegen.schema;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
            Document document = Document.parse(file, text(file));
            loaded.put(file, document);
            document.twice().forEach(report::twice);
            return document;
        } catch (NoSuchFileException e) {
            report.unreadable(file, 0, 0, "There is no file " + file + ". Correct the path.");
        } catch (MalformedInputException e) {
            report.unreadable(file, 0, 0, "The file is not UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
            report.unreadable(file, 0, 0, "The file can't be read: " + reason + ".");
        } catch (UnreadableException e) {
            String language = Document.isYaml(file) ? "YAML" : "JSON";
            report.unreadable(file, e.line(), e.column(), "The file is not " + language + ": " + e.getMessage() + ".");
        }
        broken.add(file);
        return null;
    }

    // Some editors begin a file with a mark that only says that it is UTF-8.
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        }
        Located named = at.document().named(at.text("$ref"));
        if (named != null) {
            return named;
        } else if (SCHEME.matcher(reference.file()).lookingAt()) {
            report.mistake(
                    "remote-reference",
                    at,
                    "refers to " + at.text("$ref")
                            + ", and nothing is fetched. Save it beside the document and refer to the file.");
            return at.with(BooleanNode.TRUE);
        }
        Located target = found(at, reference);
        if (target == null) {
            report.mistake(
                    "dangling-reference",
                    at,
                    "refers to " + at.text("$ref") + ", where there is nothing. Correct the reference.");
            return at.with(BooleanNode.TRUE);
        }
        return target;
    }

    private @Nullable Located found(Located at, Reference reference) {
        if (!reference.file().isEmpty()) {
            Document document = load(path(at, reference.file()));
            return document == null ? null : document.find(reference.pointer());
        }
        Located here = at.document().find(reference.pointer());
        return here != null ? here : at.document().findFrom(at.pointer(), reference.pointer());
    }

    private static Path path(Located at, String file) {
        Path own = at.document().file();
        try {
            return own.resolveSibling(file).normalize();
        } catch (InvalidPathException noPath) {
            // Such a file can't exist, which is reported where it is read.
            return own.resolveSibling("\uFFFD");
        }
    }
}
