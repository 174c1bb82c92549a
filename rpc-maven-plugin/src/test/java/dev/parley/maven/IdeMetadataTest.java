package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What IDEs are told of the goals. */
class IdeMetadataTest {
    private static final Pattern GOAL = Pattern.compile("<goal>([a-z-]+)</goal>");

    @Test
    void everyGoalOfABuildIsRunByIdesToo() throws IOException {
        SortedSet<String> goals = goals("/META-INF/maven/plugin.xml");
        // IDEs look at what comes before tests are run, and these do not.
        goals.removeAll(List.of("help", "check"));
        assertThat(goals).isNotEmpty();
        assertThat(goals("/META-INF/m2e/lifecycle-mapping-metadata.xml")).isEqualTo(goals);
    }

    private static SortedSet<String> goals(String resource) throws IOException {
        SortedSet<String> goals = new TreeSet<>();
        try (InputStream in = IdeMetadataTest.class.getResourceAsStream(resource)) {
            Matcher goal = GOAL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (goal.find()) {
                goals.add(goal.group(1));
            }
        }
        return goals;
    }
}
