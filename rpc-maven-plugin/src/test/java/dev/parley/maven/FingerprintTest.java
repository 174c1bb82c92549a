package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    private Path folder;

    @Test
    void sourcesCountByContentAndNameNotByTimeOrPlace() throws IOException {
        Path here = source("here/a/A.java", "class A {}\n");
        Path there = source("there/a/A.java", "class A {}\n");
        Files.setLastModifiedTime(there.resolve("a/A.java"), FileTime.fromMillis(0));

        assertThat(ofSources(here)).isEqualTo(ofSources(there));
        assertThat(ofSources(here)).isNotEqualTo(ofSources(source("other/a/A.java", "class A { }\n")));
        assertThat(ofSources(here)).isNotEqualTo(ofSources(source("moved/b/A.java", "class A {}\n")));
    }

    @Test
    void lineEndingsDoNotCountButALoneCarriageReturnDoes() throws IOException {
        String unix = ofSources(source("unix/A.java", "class A {\n}\n"));

        assertThat(ofSources(source("windows/A.java", "class A {\r\n}\r\n"))).isEqualTo(unix);
        assertThat(ofSources(source("odd/A.java", "class A {\r}\n"))).isNotEqualTo(unix);
    }

    @Test
    void aDeletedOrAddedSourceCounts() throws IOException {
        Path root = source("root/A.java", "class A {}\n");
        String one = ofSources(root);
        source("root/B.java", "class B {}\n");
        String two = ofSources(root);
        Files.delete(root.resolve("B.java"));

        assertThat(two).isNotEqualTo(one);
        assertThat(ofSources(root)).isEqualTo(one);
    }

    @Test
    void filesThatAreNoJavaDoNotCount() throws IOException {
        Path root = source("root/A.java", "class A {}\n");
        String before = ofSources(root);
        source("root/notes.txt", "changed");

        assertThat(ofSources(root)).isEqualTo(before);
    }

    @Test
    void aFolderOfClassesCountsAsTheJarMadeOfIt() throws IOException {
        Path classes = source("classes/a/A.class", "bytes");
        source("classes/a/B.class", "more bytes");
        Path jar = jar("one.jar", 1_000_000_000_000L, "bytes");

        assertThat(ofClasses(jar)).isEqualTo(ofClasses(classes));
        assertThat(ofClasses(jar("two.jar", 1_700_000_000_000L, "bytes"))).isEqualTo(ofClasses(classes));
        assertThat(ofClasses(jar("three.jar", 1_000_000_000_000L, "bytEs"))).isNotEqualTo(ofClasses(classes));
    }

    @Test
    void parametersAndTheirOrderCount() {
        String one = new Fingerprint().parameter("includes", List.of("a", "b")).hex();

        assertThat(new Fingerprint().parameter("includes", List.of("a", "b")).hex())
                .isEqualTo(one)
                .hasSize(64);
        assertThat(new Fingerprint().parameter("includes", List.of("b", "a")).hex())
                .isNotEqualTo(one);
        assertThat(new Fingerprint().parameter("excludes", List.of("a", "b")).hex())
                .isNotEqualTo(one);
        assertThat(new Fingerprint().parameter("client", true).hex())
                .isNotEqualTo(new Fingerprint().parameter("client", false).hex());
    }

    @Test
    void readingItDoesNotEndIt() {
        Fingerprint fingerprint = new Fingerprint().parameter("a", 1);
        String first = fingerprint.hex();

        assertThat(fingerprint.hex()).isEqualTo(first);
        assertThat(fingerprint.parameter("b", 2).hex())
                .isEqualTo(new Fingerprint().parameter("a", 1).parameter("b", 2).hex());
    }

    private static String ofSources(Path root) throws IOException {
        return new Fingerprint().sources(root).hex();
    }

    private static String ofClasses(Path entry) throws IOException {
        return new Fingerprint().classes(entry).hex();
    }

    /** Writes a file and gives the top folder that it lies in. */
    private Path source(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return folder.resolve(Path.of(path).getName(0));
    }

    private Path jar(String name, long time, String contentOfA) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(zip, "a/B.class", time, "more bytes");
            entry(zip, "META-INF/MANIFEST.MF", time, name);
            entry(zip, "a/A.class", time, contentOfA);
        }
        return jar;
    }

    private static void entry(ZipOutputStream zip, String name, long time, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
