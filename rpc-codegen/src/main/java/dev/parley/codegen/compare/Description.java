package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Document;
import dev.parley.codegen.schema.Located;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of one service.
 *
 * @param name what it is called: the qualified name of the interface, where that is known
 * @param document the OpenRPC document
 * @param places where people wrote what is in it
 */
public record Description(String name, JsonNode document, Places places) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a document's text.
     *
     * @throws IllegalArgumentException when it is no OpenRPC document; the message says why, in words that follow a name
     */
    public static Description of(String name, String text, Places places) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "is no JSON: " + e.getOriginalMessage() + " in line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    e);
        }
        if (!document.path("methods").isArray()) {
            throw new IllegalArgumentException("is no OpenRPC document: it has no array \"methods\"");
        }
        return new Description(name, document, places);
    }

    /** What the document calls the service. */
    String title() {
        return document.path("info").path("title").asString("");
    }

    /** The name without its package. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether a method gives the description itself: every server answers it, whether or not it is described. */
    static boolean isDiscovery(Located method) {
        return method.text("name").equals("rpc.discover");
    }

    Located root() {
        return Document.of(document).root();
    }
}
