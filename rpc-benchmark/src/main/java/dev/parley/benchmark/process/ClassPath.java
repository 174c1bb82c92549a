package dev.parley.benchmark.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The class path of this process, and the parts of it that a contender needs. */
public final class ClassPath {
    private final List<Path> entries;

    private ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    /** The class path that the benchmark itself was started with. */
    public static ClassPath ofThisProcess() {
        return new ClassPath(Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList());
    }

    /** The jars with these names, each of which has to be there. */
    public List<Path> jars(List<String> names) {
        return names.stream().map(this::jar).toList();
    }

    private Path jar(String name) {
        return entries.stream()
                .filter(entry -> isJar(entry, name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar " + name + " is on the class path " + entries));
    }

    /** Jars have a version behind the name; a module that was only compiled is a folder. */
    private static boolean isJar(Path entry, String name) {
        String file = entry.getFileName().toString();
        return file.startsWith(name) && file.substring(name.length()).matches("[-.]\\d.*\\.jar")
                || entry.endsWith(Path.of(name, "target", "classes"));
    }

    /** For a process that serves or calls: our own classes, and these jars. */
    String with(List<Path> jars) {
        StringBuilder path = new StringBuilder(own());
        jars.forEach(jar -> path.append(File.pathSeparator).append(jar));
        return path.toString();
    }

    private static String own() {
        try {
            return Path.of(ClassPath.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
