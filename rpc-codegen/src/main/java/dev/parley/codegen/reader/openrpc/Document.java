package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file, and where in it everything stands. */
final class Document {
    private final Path file;
    private final String text;
    private final JsonNode root;
    private @Nullable Map<String, Place> places;

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
        Map<String, Place> all = places;
        if (all == null) {
            all = index();
            places = all;
        }
        return all.getOrDefault(pointer, new Place(file, 1, 1));
    }

    private Map<String, Place> index() {
        Map<String, Place> found = new HashMap<>();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            for (JsonToken token; (token = parser.nextToken()) != null; ) {
                if (token != JsonToken.PROPERTY_NAME && token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    found.put(pointer(parser, token), place(parser.currentTokenLocation()));
                }
            }
        }
        return found;
    }

    // At the start of a container the parser is inside it already.
    private static String pointer(JsonParser parser, JsonToken token) {
        var context = parser.streamReadContext();
        return (token.isStructStart() ? context.getParent() : context)
                .pathAsPointer()
                .toString();
    }

    private Place place(TokenStreamLocation location) {
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
