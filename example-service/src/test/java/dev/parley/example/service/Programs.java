package dev.parley.example.service;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What tests need of a machine beside a JDK. A program that is missing skips the test, with a word on what it is; with
 * {@code -Dparley.peers.required=true}, as in CI, it fails the test.
 */
final class Programs {
    private Programs() {}

    /** The executable of that name on the PATH. */
    static String find(String name) {
        return all(name).findFirst().orElseGet(() -> missing(name + " is not on the PATH"));
    }

    /** The first Python 3 on the PATH that has a module. */
    static String python(String module) {
        return all("python3")
                .filter(python -> has(python, module))
                .findFirst()
                .orElseGet(() -> missing("no python3 with the module " + module + " is on the PATH"));
    }

    private static boolean has(String python, String module) {
        try (Running running = Running.start(python, "-c", "import " + module)) {
            return running.ended().status() == 0;
        } catch (Exception e) {
            throw new IllegalStateException(python + " does not run", e);
        }
    }

    private static Stream<String> all(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    /** A file or folder of the checks by programs in other languages; skips the test on a machine that has none. */
    static Path interop(String path) {
        return given("parley.interop", path);
    }

    /** A file that lies in a folder which a system property names; skips the test where it names none. */
    static Path given(String property, String path) {
        String folder = System.getProperty(property, "");
        if (folder.isEmpty()) {
            return abort("no folder is given by -D" + property);
        }
        Path file = Path.of(folder, path);
        return Files.exists(file) ? file : fail(file + " does not exist: is -D" + property + " right?");
    }

    /** Skips the test for want of something, or fails it where that is required. */
    static String missing(String what) {
        return Boolean.getBoolean("parley.peers.required") ? fail(what) : abort(what);
    }
}
