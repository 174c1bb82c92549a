package dev.parley.codegen.schema;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of JSON or YAML, with the position of each value in it. */
public final class Document {
    private final Path file;
    private final String text;
    private final JsonNode root;
    private final JsonPlaces places;
    private @Nullable Map<String, String> identifiers;

    private Document(Path file, String text, JsonNode root, JsonPlaces places) {
        this.file = file;
        this.text = text;
        this.root = root;
        this.places = places;
    }

    /**
     * Parses a file's text: YAML where the file's name says so, else JSON.
     *
     * @throws UnreadableException when it is neither
     */
    static Document parse(Path file, String text) {
        if (isYaml(file)) {
            JsonPlaces places = new JsonPlaces(file);
            return new Document(file, text, YamlTree.read(file, text, places), places);
        }
        try {
            return new Document(file, text, JsonMapper.shared().readTree(text), new JsonPlaces(file, text));
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw new UnreadableException(
                    e.getOriginalMessage(),
                    location == null ? 0 : location.getLineNr(),
                    location == null ? 0 : location.getColumnNr(),
                    e);
        }
    }

    static boolean isYaml(Path file) {
        return file.toString().matches("(?i).*\\.ya?ml");
    }

    /**
     * The value of a text that is in no file.
     *
     * @param name a name: one that ends in {@code .yaml} or {@code .yml} is that of YAML, any other of JSON
     * @throws IllegalArgumentException when it is neither; the message says why, in words that follow the name
     */
    public static JsonNode value(String name, String text) {
        Path file = Path.of(name);
        try {
            return parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text).root;
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(
                    "is not " + (isYaml(file) ? "YAML" : "JSON") + ": " + e.getMessage() + " in line " + e.line(), e);
        }
    }

    /** A document that is in no file, so that nothing is known of lines. */
    public static Document of(JsonNode root) {
        Path none = Path.of("");
        return new Document(none, "", root, new JsonPlaces(none));
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

    /** Whether the text is JSON. */
    public boolean isJson() {
        return !isYaml(file);
    }

    /** The whole value. */
    public Located root() {
        return new Located(this, "", root);
    }

    /** The names that an object has twice. */
    List<JsonPlaces.Twice> twice() {
        return places.twice();
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

    /** The value of a pointer that counts from a schema with an identifier around a position; null when there is none. */
    @Nullable
    Located findFrom(String position, String pointer) {
        for (String around = position; !around.isEmpty(); around = around.substring(0, around.lastIndexOf('/'))) {
            Located resource = find(around);
            Located found = resource == null || resource.text("$id").isEmpty() ? null : find(around + pointer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The schema whose identifier is a reference; null when there is none. */
    @Nullable
    Located named(String reference) {
        Map<String, String> known = identifiers;
        if (known == null) {
            known = new HashMap<>();
            collect(root(), known);
            identifiers = known;
        }
        String pointer = known.get(reference);
        return pointer == null ? null : find(pointer);
    }

    private static void collect(Located at, Map<String, String> identifiers) {
        String identifier = at.text("$id");
        if (!identifier.isEmpty()) {
            identifiers.putIfAbsent(identifier, at.pointer());
        }
        at.elements().forEach(each -> collect(each, identifiers));
        at.members().values().forEach(each -> collect(each, identifiers));
    }

    private static Located step(Located at, String name) {
        JsonNode node = at.node();
        boolean element = node.isArray() && name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < node.size();
        return element ? at.elements().get(Integer.parseInt(name)) : at.child(name);
    }

    /** The position of the value that a pointer leads to; the start of the file when it leads nowhere. */
    Place place(String pointer) {
        return places.at(pointer);
    }

    /** The position of a value, or of the nearest one around it. */
    public Place nearest(String pointer) {
        return places.nearest(pointer);
    }
}
