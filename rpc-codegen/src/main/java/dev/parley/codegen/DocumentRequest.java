package dev.parley.codegen;

import java.nio.file.Path;

/**
 * An OpenRPC document to generate from.
 *
 * @param file the document
 * @param packageName the package of what is generated
 * @param serviceName the name of the interface; empty for one made of the document's title
 * @param keepUnknown whether records keep members that their schema does not name, in a map
 * @param checks whether codecs check what schemas say of values besides their types: lengths, patterns, bounds
 */
public record DocumentRequest(Path file, String packageName, String serviceName, boolean keepUnknown, boolean checks) {
    /** A document whose limits on values are not checked. */
    public DocumentRequest(Path file, String packageName, String serviceName, boolean keepUnknown) {
        this(file, packageName, serviceName, keepUnknown, false);
    }

    /** A document whose interface is named by its title, and whose records drop unknown members. */
    public DocumentRequest(Path file, String packageName) {
        this(file, packageName, "", false);
    }
}
