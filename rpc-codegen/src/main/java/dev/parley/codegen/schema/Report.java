package dev.parley.codegen.schema;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what there is to say about documents, once for each place and key. */
public final class Report {
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    /** Something that is wrong. */
    public void mistake(String key, Located at, String message) {
        mistake(key, at, message, "");
    }

    /** One of several mistakes of one kind in one place. */
    public void mistake(String key, Located at, String message, String which) {
        add(Problem.Severity.ERROR, key, at, message, which);
    }

    /** Something that is not as it should be, though what is meant is clear. */
    public void warning(String key, Located at, String message) {
        add(Problem.Severity.WARNING, key, at, message, "");
    }

    /** A name that an object has twice. */
    void twice(JsonPlaces.Twice name) {
        String text = name.pointer() + " appears twice, in line " + name.first().line() + " and in line "
                + name.second().line() + ". Remove one of them.";
        problems.putIfAbsent("twice " + name, Problem.error("duplicate-name", name.second(), text));
    }

    /** Something that the generated code leaves untyped. */
    public void untyped(String key, Located at, String message) {
        add(Problem.Severity.NOTE, key, at, message, "");
    }

    /** Something that the generated code takes less strictly, since the user said so. */
    public void note(String key, Located at, String message) {
        add(Problem.Severity.NOTE, key, at, message, "");
    }

    private void add(Problem.Severity severity, String key, Located at, String message, String which) {
        String where = at.pointer().isEmpty() ? "The document" : at.pointer();
        problems.putIfAbsent(
                key + " " + which + " " + at.key(), new Problem(severity, key, at.place(), where + " " + message));
    }

    /** A file that can't be read or parsed. */
    void unreadable(Path file, int line, int column, String message) {
        Place place = new Place(file, line, column);
        problems.putIfAbsent("unreadable " + file, Problem.error("unreadable-document", place, message));
    }

    /** All that was found, in this order. */
    public List<Problem> problems() {
        return new ArrayList<>(problems.values());
    }
}
