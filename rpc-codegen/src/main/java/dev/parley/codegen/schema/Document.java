package dev.parley.codegen.schema;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of JSON, with the position of each value in it. */
public final class Document {
    private final Path file;
    private final String text;
    private final JsonNode root;
    private @Nullable JsonPlaces places;

    /** Parses a file's text, or throws what the parser throws. */
    Document(Path file, String text) {
        this(file, text, JsonMapper.shared().readTree(text));
    }

    private Document(Path file, String text, JsonNode root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /** A document that is in no file, so that nothing is known of lines. */
    public static Document of(JsonNode root) {
        return new Document(Path.of(""), "", root);
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The file's name without its extension. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** The text of the file. */
    public String text() {
        return text;
    }

    /** The whole value. */
    public Located root() {
        return new Located(this, "", root);
    }

    /** The value that a pointer leads to; null when it leads nowhere. */
    @Nullable
    Located find(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return null;
        }
        Located at = root();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            at = step(at, Located.unescaped(step));
            if (!at.exists()) {
                return null;
            }
        }
        return at;
    }

    private static Located step(Located at, String name) {
        JsonNode node = at.node();
        boolean element = node.isArray() && name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < node.size();
        return element ? at.elements().get(Integer.parseInt(name)) : at.child(name);
    }

    /** The position of the value that a pointer leads to; the start of the file when it leads nowhere. */
    Place place(String pointer) {
        JsonPlaces all = places;
        if (all == null) {
            all = new JsonPlaces(file, text);
            places = all;
        }
        return all.at(pointer);
    }
}
