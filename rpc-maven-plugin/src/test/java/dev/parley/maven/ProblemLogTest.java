package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ProblemLogTest {
    private final List<String> lines = new ArrayList<>();
    private final ProblemLog problems = new ProblemLog(
            new SystemStreamLog() {
                @Override
                public void error(CharSequence content) {
                    lines.add("ERROR " + content);
                }

                @Override
                public void info(CharSequence content) {
                    lines.add("INFO " + content);
                }

                @Override
                public void debug(CharSequence content) {
                    lines.add("DEBUG " + content);
                }

                @Override
                public void warn(CharSequence content) {
                    lines.add("WARNING " + content);
                }
            },
            "rpc:generate",
            new BuildMemory());

    @Test
    void saysAllProblemsWithTheirPlacesAndThenFails() {
        assertThatThrownBy(() -> problems.report(
                        List.of(
                                problem(Problem.Severity.ERROR, "/src/A.java", 14),
                                problem(Problem.Severity.WARNING, "/src/A.java", 15),
                                problem(Problem.Severity.ERROR, "/src/B.java", 1)),
                        false))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("rpc:generate found 2 errors in 2 files (see above)."
                        + " Nothing was written; what an earlier run wrote is still there.");
        assertThat(lines)
                .containsExactly(
                        "ERROR /src/A.java:[14,3] [some-key] what is wrong",
                        "WARNING /src/A.java:[15,3] [some-key] what is wrong",
                        "ERROR /src/B.java:[1,3] [some-key] what is wrong");
    }

    @Test
    void aWarningStopsTheBuildOnlyWhenAskedTo() {
        List<Problem> warning = List.of(problem(Problem.Severity.WARNING, "/src/A.java", 15));

        assertThatCode(() -> problems.report(warning, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> problems.report(warning, true))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("rpc:generate found 1 warning in 1 file, and rpc.failOnWarning is set (see above)."
                        + " Nothing was written; what an earlier run wrote is still there.");
    }

    @Test
    void saysANoteOnceInABuildAndFewOfEachKind() throws MojoFailureException {
        List<Problem> few = List.of(problem(Problem.Severity.NOTE, "/src/a.json", 1));
        List<Problem> many = List.of(
                problem(Problem.Severity.NOTE, "/src/b.json", 1),
                problem(Problem.Severity.NOTE, "/src/b.json", 2),
                problem(Problem.Severity.NOTE, "/src/b.json", 3),
                problem(Problem.Severity.NOTE, "/src/b.json", 4));

        problems.report(few, false);
        problems.report(few, false);
        problems.report(many, false);
        problems.report(many, false);

        assertThat(lines)
                .containsExactly(
                        "INFO /src/a.json:[1,3] [some-key] what is wrong",
                        "INFO /src/b.json:[1,3] [some-key] what is wrong",
                        "INFO [some-key] and 3 more places; mvn -X lists them.",
                        "DEBUG /src/b.json:[2,3] [some-key] what is wrong",
                        "DEBUG /src/b.json:[3,3] [some-key] what is wrong",
                        "DEBUG /src/b.json:[4,3] [some-key] what is wrong");
    }

    @Test
    void saysAWarningOnceInABuild() throws MojoFailureException {
        problems.report(List.of(problem(Problem.Severity.WARNING, "/src/A.java", 15)), false);
        problems.warn("/src/A.java:[15,3] [some-key] what is wrong");

        assertThat(lines).hasSize(1);
    }

    private static Problem problem(Problem.Severity severity, String file, int line) {
        return new Problem(severity, "some-key", new Place(Path.of(file), line, 3), "what is wrong");
    }
}
