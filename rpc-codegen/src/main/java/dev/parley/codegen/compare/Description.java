package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Document;
import dev.parley.codegen.schema.Located;
import tools.jackson.databind.JsonNode;

/**
 * The description of one service.
 *
 * @param name what it is called: the qualified name of the interface, where that is known
 * @param document the OpenRPC document
 * @param places where people wrote what is in it
 */
public record Description(String name, JsonNode document, Places places) {
    /**
     * Reads a document's text.
     *
     * @param name what it is called; with the file's extension where the text is YAML
     * @throws IllegalArgumentException when it is not an OpenRPC document; the message says why, in words that follow a name
     */
    public static Description of(String name, String text, Places places) {
        JsonNode document = Document.value(name, text);
        if (!document.path("methods").isArray()) {
            throw new IllegalArgumentException("is not an OpenRPC document: it has no array \"methods\"");
        }
        return new Description(name.replaceFirst("(?i)\\.ya?ml$", ""), document, places);
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
