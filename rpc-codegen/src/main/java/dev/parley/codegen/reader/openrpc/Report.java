package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what there is to say about documents, once for each place and key. */
final class Report {
    private final Map<String, OpenRpcReader.Finding> findings = new LinkedHashMap<>();

    /** Something that is wrong. */
    void mistake(String key, Located at, String message) {
        mistake(key, at, message, "");
    }

    /** One of several mistakes of one kind in one place. */
    void mistake(String key, Located at, String message, String which) {
        add(true, key, at, message, which);
    }

    /** Something that the generated code leaves untyped. */
    void untyped(String key, Located at, String message) {
        add(false, key, at, message, "");
    }

    /** Something that the generated code takes less strictly, since the user said so. */
    void note(String key, Located at, String message) {
        add(false, key, at, message, "");
    }

    private void add(boolean error, String key, Located at, String message, String which) {
        String where = at.pointer().isEmpty() ? "The document" : at.pointer();
        findings.putIfAbsent(
                key + " " + which + " " + at.key(),
                new OpenRpcReader.Finding(error, key, at.pointer(), at.place(), where + " " + message));
    }

    /** A file that is no JSON or can't be read. */
    void unreadable(Path file, int line, int column, String message) {
        Place place = new Place(file, line, column);
        findings.putIfAbsent(
                "unreadable " + file, new OpenRpcReader.Finding(true, "unreadable-document", "", place, message));
    }

    List<OpenRpcReader.Finding> findings() {
        return new ArrayList<>(findings.values());
    }
}
