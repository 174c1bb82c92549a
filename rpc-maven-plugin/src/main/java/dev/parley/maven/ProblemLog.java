package dev.parley.maven;

import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Says what is wrong with the input, all of it, in the form that editors and CI systems find places by. */
final class ProblemLog {
    /** How many notes of one key are shown; of more, the first one and their number. */
    private static final int SHOWN = 3;

    private final Log log;
    private final String goal;
    private final BuildMemory memory;

    ProblemLog(Log log, String goal, BuildMemory memory) {
        this.log = log;
        this.goal = goal;
        this.memory = memory;
    }

    /** Says every problem, then fails if one of them must stop the build. */
    void report(List<Problem> problems, boolean failOnWarning) throws MojoFailureException {
        for (Problem problem : problems) {
            switch (problem.severity()) {
                case ERROR -> log.error(problem.toString());
                case WARNING -> warn(problem.toString());
                case NOTE -> {}
            }
        }
        notes(of(problems, Problem.Severity.NOTE));
        List<Problem> errors = of(problems, Problem.Severity.ERROR);
        List<Problem> warnings = of(problems, Problem.Severity.WARNING);
        if (!errors.isEmpty()) {
            throw failure(errors, "error", "");
        }
        if (failOnWarning && !warnings.isEmpty()) {
            throw failure(warnings, "warning", ", and rpc.failOnWarning is set");
        }
    }

    /** Says notes once in a build, however many goals find them, and few of each key: a document may give a thousand. */
    private void notes(List<Problem> notes) {
        Map<String, List<Problem>> byKey = new LinkedHashMap<>();
        notes.stream()
                .filter(note -> memory.isNew(note.toString()))
                .forEach(note -> byKey.computeIfAbsent(note.key(), key -> new ArrayList<>())
                        .add(note));
        byKey.forEach((key, all) -> {
            int shown = all.size() > SHOWN ? 1 : all.size();
            all.subList(0, shown).forEach(note -> log.info(note.toString()));
            if (shown < all.size()) {
                log.info("[" + key + "] and " + count(all.size() - shown, "more place") + "; mvn -X lists them.");
            }
            all.subList(shown, all.size()).forEach(note -> log.debug(note.toString()));
        });
    }

    /** Says a warning, once in a build. */
    void warn(String warning) {
        if (memory.isNew(warning)) {
            log.warn(warning);
        }
    }

    private MojoFailureException failure(List<Problem> problems, String kind, String why) {
        long files = problems.stream()
                .map(problem -> problem.place().file())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        String where = files == 0 ? "" : " in " + count(files, "file");
        return new MojoFailureException(goal + " found " + count(problems.size(), kind) + where + why
                + " (see above). Nothing was written; what an earlier run wrote is still there.");
    }

    private static List<Problem> of(List<Problem> problems, Problem.Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
