package dev.parley.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest over everything that a run depends on: two runs with the same fingerprint make the same files.
 *
 * <p>It depends on contents alone, never on times or on where a file lies: line endings of sources count as the same,
 * and a folder of classes counts as the jar that is made of it, so that {@code mvn compile} and {@code mvn package} agree.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    /** Adds a parameter. */
    Fingerprint parameter(String name, Object value) {
        return line(name + "=" + value);
    }

    /** Adds a parameter with several values, whose order counts. */
    Fingerprint parameter(String name, Collection<?> values) {
        line(name + "=" + values.size());
        values.forEach(value -> line(String.valueOf(value)));
        return this;
    }

    /** Adds every source file below a folder. */
    Fingerprint sources(Path root) throws IOException {
        line("sources");
        try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = found.filter(Fingerprint::isSourceFile).sorted().toList();
            for (Path file : files) {
                line(slashed(root.relativize(file)) + " " + of(withLineFeeds(Files.readAllBytes(file))));
            }
        }
        return this;
    }

    /** Adds a file of any kind. */
    Fingerprint file(Path file) throws IOException {
        return line("file " + file.getFileName() + " " + of(withLineFeeds(Files.readAllBytes(file))));
    }

    /** Adds the classes in a jar or a folder. */
    Fingerprint classes(Path jarOrFolder) throws IOException {
        line("classes");
        SortedMap<String, String> classes =
                Files.isDirectory(jarOrFolder) ? classesInFolder(jarOrFolder) : entriesOfJar(jarOrFolder, ".class");
        return entries(classes);
    }

    /** Adds the sources in a jar. */
    Fingerprint sourceJar(Path jar) throws IOException {
        line("source jar");
        return entries(entriesOfJar(jar, ".java"));
    }

    /** The digest so far, as hexadecimal digits. */
    String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this JDK cannot be cloned", e);
        }
    }

    /** The digest of some bytes. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private Fingerprint entries(Map<String, String> entries) {
        entries.forEach((name, checksum) -> line(name + " " + checksum));
        return this;
    }

    private Fingerprint line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return this;
    }

    private static SortedMap<String, String> classesInFolder(Path folder) throws IOException {
        SortedMap<String, String> classes = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".class")).toList()) {
                byte[] content = Files.readAllBytes(file);
                CRC32 checksum = new CRC32();
                checksum.update(content);
                classes.put(slashed(folder.relativize(file)), checksum(checksum.getValue(), content.length));
            }
        }
        return classes;
    }

    /** Reads the table of contents only: a jar knows the checksum of each of its entries. */
    private static SortedMap<String, String> entriesOfJar(Path jar, String ending) throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().endsWith(ending)) {
                    entries.put(entry.getName(), checksum(entry.getCrc(), entry.getSize()));
                }
            }
        }
        return entries;
    }

    private static String checksum(long crc, long size) {
        return Long.toHexString(crc) + " " + size;
    }

    private static boolean isSourceFile(Path path) {
        return (path.toString().endsWith(".java") || path.toString().endsWith(".kt")) && Files.isRegularFile(path);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Without the carriage return of each CR LF: a checkout on Windows has the same fingerprint. */
    private static byte[] withLineFeeds(byte[] text) {
        byte[] result = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
                result[length++] = text[i];
            }
        }
        return Arrays.copyOf(result, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
