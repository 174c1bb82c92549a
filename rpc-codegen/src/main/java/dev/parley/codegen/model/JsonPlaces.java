package dev.parley.codegen.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Where in a file of JSON everything stands. */
public final class JsonPlaces {
    private final Path file;
    private final Map<String, Place> places = new HashMap<>();

    /** Reads a file's text, or throws what the parser throws. */
    public JsonPlaces(Path file, String text) {
        this.file = file;
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            for (JsonToken token; (token = parser.nextToken()) != null; ) {
                if (token != JsonToken.PROPERTY_NAME && token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    places.put(pointer(parser, token), place(parser.currentTokenLocation()));
                }
            }
        }
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

    /** Where the value that a pointer leads to starts; the start of the file for one that leads nowhere. */
    public Place at(String pointer) {
        return places.getOrDefault(pointer, new Place(file, 1, 1));
    }

    /** Where a value starts, or the nearest one around it that is there. */
    public Place nearest(String pointer) {
        String around = pointer;
        while (!around.isEmpty() && !places.containsKey(around)) {
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return at(around);
    }
}
