package dev.parley.codegen.openrpc;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Where the documents lie that others wrote: {@code -Dparley.openrpc=…}, or beside the project. */
final class Corpus {
    private Corpus() {}

    static Path document(String name) {
        Path folder = Path.of(System.getProperty("parley.openrpc", "../../shared/openrpc"));
        Path file = folder.resolve("corpus").resolve(name);
        String missing = "There is no " + file.toAbsolutePath().normalize()
                + ". Set -Dparley.openrpc to the folder that holds corpus/.";
        if (Boolean.getBoolean("parley.peers.required")) {
            Assertions.assertTrue(Files.exists(file), missing);
        }
        Assumptions.assumeTrue(Files.exists(file), missing);
        return file;
    }
}
