package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRevisionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"-x", "--output=x", "", " v1", "v1 v2", "v1:pom.xml", "v1;ls", "$(ls)", "v1\nv2", "v1..v2 "})
    void whatGitWouldTakeForSomethingElseIsNoRevision(String name) {
        assertThatThrownBy(() -> GitRevision.of(name, folder))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("baselineRevision is \"" + name
                        + "\", which names no revision; write a tag, a branch or a commit, such as v1.4.2.");
    }

    @Test
    void aFolderOutsideOfGitHasNoRevisions() {
        assertThatThrownBy(() -> GitRevision.of("v1", folder))
                .isInstanceOf(MojoFailureException.class)
                .message()
                .startsWith(
                        "baselineRevision needs a git work tree, and " + folder + " lies in none that can be used: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0-SNAPSHOT", "1.0-alpha", "1.0.Beta2", "1.0-rc1", "1.0-M3", "1.0.CR1", "1.0-milestone-2"})
    void earlyVersionsAreNoReleases(String version) {
        assertThat(Releases.isEarly(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.Final", "33.0-jre", "2024-01-01", "1.0.1", "1.0-mars"})
    void othersAre(String version) {
        assertThat(Releases.isEarly(version)).isFalse();
    }
}
