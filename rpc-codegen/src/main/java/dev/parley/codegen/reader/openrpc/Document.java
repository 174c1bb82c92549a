package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file, and where in it everything stands. */
final class Document {
    private final Path file;
    private final String text;
    private final JsonNode root;
    private @Nullable JsonPlaces places;

    /** Parses a file's text, or throws what the parser throws. */
    Document(Path file, String text) {
        this.file = file;
        this.text = text;
        this.root = JsonMapper.shared().readTree(text);
    }

    Path file() {
        return file;
    }

    /** What the file is called, without its extension. */
    String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    String text() {
        return text;
    }

    Located root() {
        return new Located(this, "", root);
    }

    /** Where the value that a pointer leads to starts; the start of the file for one that leads nowhere. */
    Place place(String pointer) {
        JsonPlaces all = places;
        if (all == null) {
            all = new JsonPlaces(file, text);
            places = all;
        }
        return all.at(pointer);
    }
}
