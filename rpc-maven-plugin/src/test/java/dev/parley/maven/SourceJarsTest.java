package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class SourceJarsTest {
    @Test
    void aPatternNamesGroupAndArtifact() {
        Artifact artifact = new DefaultArtifact("com.example:model:1.0");

        assertThat(SourceJars.matches("com.example:model", artifact)).isTrue();
        assertThat(SourceJars.matches("com.example:*", artifact)).isTrue();
        assertThat(SourceJars.matches("*:model", artifact)).isTrue();
        assertThat(SourceJars.matches("com.example:other", artifact)).isFalse();
        assertThat(SourceJars.matches("com.example", artifact)).isFalse();
        assertThat(SourceJars.matches("com.example:model:1.0", artifact)).isFalse();
    }
}
