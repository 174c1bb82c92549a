package dev.parley.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    private static final String ODD = "../a b/ü:*";

    @TempDir
    private Path base;

    private Path state;
    private Path root;

    @BeforeEach
    void layOut() {
        state = base.resolve("target/rpc");
        root = base.resolve("target/generated-sources/rpc");
    }

    @Test
    void knowsWhetherAllIsAsTheLastRunLeftIt() throws IOException {
        assertThat(open("default").isUpToDate("f1")).isFalse();
        replace("default", "f1", "a/A.java", "a/B.java");

        assertThat(open("default").isUpToDate("f1")).isTrue();
        assertThat(open("default").isUpToDate("f2")).isFalse();
        assertThat(open("other").isUpToDate("f1")).isFalse();
    }

    @Test
    void noticesADeletedAndAChangedFile() throws IOException {
        replace("default", "f1", "a/A.java", "a/B.java");
        Files.delete(root.resolve("a/A.java"));
        assertThat(open("default").isUpToDate("f1")).isFalse();

        assertThat(replace("default", "f1", "a/A.java", "a/B.java")).isEqualTo(new Outputs.Changes(2, 1, 0));
        Files.writeString(root.resolve("a/B.java"), "edited");
        assertThat(open("default").isUpToDate("f1")).isFalse();
    }

    @Test
    void removesWhatIsNoLongerMadeAndTheFoldersThatGetEmpty() throws IOException {
        replace("default", "f1", "a/A.java", "a/b/B.java", "c/C.java");
        Files.writeString(root.resolve("c/Mine.java"), "by hand");

        assertThat(replace("default", "f2", "a/A.java")).isEqualTo(new Outputs.Changes(1, 0, 2));
        assertThat(root.resolve("a/A.java")).exists();
        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("c")).isDirectoryContaining("glob:**/Mine.java");
        assertThat(root.resolve("c/C.java")).doesNotExist();
    }

    @Test
    void leavesTheFilesOfOtherExecutionsAlone() throws IOException {
        replace("one", "f1", "a/A.java", "a/Shared.java");
        replace("two", "f1", "b/B.java", "a/Shared.java");
        replace("one", "f2");

        assertThat(root.resolve("a/A.java")).doesNotExist();
        assertThat(root.resolve("a/Shared.java")).exists();
        assertThat(root.resolve("b/B.java")).exists();
        assertThat(open("two").isUpToDate("f1")).isTrue();
    }

    @Test
    void anotherOutputFolderLeavesNothingInTheOldOne() throws IOException {
        replace("default", "f1", "a/A.java");
        Path elsewhere = base.resolve("target/elsewhere");
        open("default")
                .replace(
                        "f2",
                        List.of(elsewhere),
                        Map.of(elsewhere.resolve("a/A.java"), "A".getBytes(UTF_8)),
                        List.of());

        assertThat(root).doesNotExist();
        assertThat(elsewhere.resolve("a/A.java")).exists();
    }

    @Test
    void aRunThatDiedHalfwayStillOwnsWhatItWrote() throws IOException {
        replace("default", "f1", "a/A.java");
        Files.createDirectories(root.resolve("a/B.java/in-the-way"));
        assertThatThrownBy(() -> replace("default", "f2", "a/AA.java", "a/B.java"))
                .isInstanceOf(IOException.class);
        assertThat(root.resolve("a/AA.java")).exists();
        Files.delete(root.resolve("a/B.java/in-the-way"));
        Files.delete(root.resolve("a/B.java"));

        assertThat(open("default").isUpToDate("f2")).isFalse();
        replace("default", "f3", "a/C.java");
        assertThat(root.resolve("a")).isDirectoryNotContaining("glob:**/A*.java");
    }

    @Test
    void takesOverWhatExecutionsLeftThatThePomDoesNotKnow() throws IOException {
        replace("two", "f1", "b/B.java");
        replace("default-cli", "f1", "a/A.java", "a/B.java");

        assertThat(replace("default", "f1", "a/A.java")).isEqualTo(new Outputs.Changes(1, 0, 1));
        assertThat(root.resolve("a/B.java")).doesNotExist();
        assertThat(root.resolve("b/B.java")).exists();
        assertThat(state.resolve("default-cli.generate.manifest")).doesNotExist();
        assertThat(open("default").isUpToDate("f1")).isTrue();
    }

    @Test
    void anExecutionThatThePomDoesNotKnowTakesOverNothing() throws IOException {
        replace("default", "f1", "a/A.java");
        replace("former", "f1", "a/B.java");
        replace("default-cli", "f1", "a/C.java");

        assertThat(root.resolve("a")).isDirectoryContaining("glob:**/A.java").isDirectoryContaining("glob:**/B.java");
        assertThat(open("default").isUpToDate("f1")).isFalse();
    }

    @Test
    void knowsTheSourceRootsOfAllExecutions() throws IOException {
        assertThat(Outputs.rootsOfAll(base, state)).isEmpty();
        replace("one", "f1", "a/A.java");
        Path outside = base.resolveSibling("outside");
        open("two").replace("f1", List.of(outside), Map.of(), List.of());

        assertThat(Outputs.rootsOfAll(base, state)).containsExactlyInAnyOrder(root, outside);
    }

    @Test
    void anExecutionIdMayBeAnyText() throws IOException {
        open(ODD).replace("f1", List.of(), Map.of(), List.of("beware"));

        assertThat(open(ODD).warnings()).containsExactly("beware");
        assertThat(state).isDirectoryContaining("glob:**/..%2fa%20b%2fü%3a%2a.generate.manifest");
    }

    @Test
    void saysWhatItDid() {
        assertThat(new Outputs.Changes(1, 0, 2)).hasToString("1 file (0 written, 2 removed)");
        assertThat(new Outputs.Changes(9, 3, 0)).hasToString("9 files (3 written, 0 removed)");
    }

    private Outputs open(String execution) throws IOException {
        return Outputs.open(base, state, name(execution), Set.of(name("default"), name("one"), name("two"), name(ODD)));
    }

    private static ExecutionName name(String execution) {
        return new ExecutionName(execution, "generate");
    }

    private Outputs.Changes replace(String execution, String fingerprint, String... names) throws IOException {
        Map<Path, byte[]> files =
                Stream.of(names).collect(Collectors.toMap(root::resolve, name -> ("text of " + name).getBytes(UTF_8)));
        return open(execution).replace(fingerprint, List.of(root), files, List.of());
    }
}
