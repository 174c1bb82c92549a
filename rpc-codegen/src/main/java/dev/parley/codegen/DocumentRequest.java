package dev.parley.codegen;

import java.nio.file.Path;
import java.util.List;

/**
 * An OpenRPC document to generate from.
 *
 * @param file the document
 * @param packageName the package of what is generated
 * @param serviceName the name of the interface; empty for one made of the document's title
 * @param keepUnknown whether records keep members that their schema does not name, in a map
 * @param checks whether codecs check what schemas say of values besides their types: lengths, patterns, bounds
 * @param optionalMembers which members are optional though the document requires them: {@code COMPONENT.member} or
 *     {@code METHOD.member}, with {@code *} for any text; null and absence are then read alike
 * @param defaultMethods whether the interface's methods have bodies, which refuse the call as that of an unknown method
 */
public record DocumentRequest(
        Path file,
        String packageName,
        String serviceName,
        boolean keepUnknown,
        boolean checks,
        List<String> optionalMembers,
        boolean defaultMethods) {
    /** Copies the list. */
    public DocumentRequest {
        optionalMembers = List.copyOf(optionalMembers);
    }

    /** A document that is taken as it stands, whose limits on values are not checked. */
    public DocumentRequest(Path file, String packageName, String serviceName, boolean keepUnknown) {
        this(file, packageName, serviceName, keepUnknown, false, List.of(), false);
    }

    /** A document whose interface is named by its title, and whose records drop unknown members. */
    public DocumentRequest(Path file, String packageName) {
        this(file, packageName, "", false);
    }
}
