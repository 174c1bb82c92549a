package dev.parley.example.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Programs from npm, in the versions of {@code src/test/node/package.json}. {@code npm install --no-save} in that folder
 * fetches them; {@code -Dparley.npm} names another folder where it ran.
 */
final class NodePrograms {
    private static final Path SCRIPTS = Path.of("src", "test", "node").toAbsolutePath();

    private NodePrograms() {}

    /** Runs a script of ours that uses a package. */
    static Running start(String packageName, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Programs.find("node"), SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return Running.start(
                command, Map.of("NODE_PATH", modulesWith(packageName).toString()));
    }

    /** Starts anvil, the program itself: npm's script around it would outlive its end. */
    static Running anvil(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        try (DirectoryStream<Path> platforms =
                Files.newDirectoryStream(modulesWith("@foundry-rs/anvil").resolve("@foundry-rs"), "anvil-*")) {
            Iterator<Path> found = platforms.iterator();
            command.add(
                    found.hasNext()
                            ? found.next().resolve("bin").resolve("anvil").toString()
                            : Programs.missing("npm has no anvil for this platform"));
        }
        command.addAll(List.of(arguments));
        return Running.start(command, Map.of());
    }

    private static Path modulesWith(String packageName) {
        String given = System.getProperty("parley.npm", "");
        Path modules = (given.isEmpty() ? SCRIPTS : Path.of(given).toAbsolutePath()).resolve("node_modules");
        if (!Files.isDirectory(modules.resolve(packageName))) {
            Programs.missing(packageName + " is not in " + modules + ": run npm install --no-save in "
                    + "example-service/src/test/node, or set -Dparley.npm to a folder where it ran");
        }
        return modules;
    }
}
