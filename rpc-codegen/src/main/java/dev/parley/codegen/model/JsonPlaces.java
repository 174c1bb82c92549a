package dev.parley.codegen.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** The position of each value in a file, by its JSON pointer. */
public final class JsonPlaces {
    private final Path file;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Place> names = new HashMap<>();
    private final List<Twice> twice = new ArrayList<>();

    /**
     * A name that an object has twice.
     *
     * @param pointer the member
     * @param first where the name comes first
     * @param second where it comes again
     */
    public record Twice(String pointer, Place first, Place second) {}

    /** Positions that are not known yet. */
    public JsonPlaces(Path file) {
        this.file = file;
    }

    /** Reads a file's text, or throws what the parser throws. */
    public JsonPlaces(Path file, String text) {
        this(file);
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            for (JsonToken token; (token = parser.nextToken()) != null; ) {
                if (token == JsonToken.PROPERTY_NAME) {
                    addName(pointer(parser, token), place(parser.currentTokenLocation()));
                } else if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    add(pointer(parser, token), place(parser.currentTokenLocation()));
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

    /** Adds the position of a value. */
    public void add(String pointer, Place place) {
        places.put(pointer, place);
    }

    /** Adds the position of a member's name. */
    public void addName(String pointer, Place place) {
        Place first = names.putIfAbsent(pointer, place);
        if (first != null) {
            twice.add(new Twice(pointer, first, place));
        }
    }

    /** The names that an object has twice: only the last of them counts for most programs. */
    public List<Twice> twice() {
        return List.copyOf(twice);
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
