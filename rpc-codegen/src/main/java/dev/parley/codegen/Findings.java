package dev.parley.codegen;

import dev.parley.codegen.check.Checks;
import dev.parley.codegen.check.Finding;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.reader.source.SourceReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that there is to say about what was read, by file and line. */
final class Findings {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing((Problem problem) ->
                    problem.file() == null ? "" : problem.file().toString())
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::key)
            .thenComparing(Problem::message);

    private Findings() {}

    static List<Problem> of(SourceReader.Output read) {
        List<Problem> problems = new ArrayList<>();
        read.failures().forEach(failure -> problems.add(unreadable(failure)));
        Checks.run(read.apis(), read.strays()).forEach(finding -> problems.add(problem(finding)));
        problems.sort(BY_PLACE);
        return problems;
    }

    private static Problem problem(Finding finding) {
        Problem.Severity severity = finding.error() ? Problem.Severity.ERROR : Problem.Severity.WARNING;
        Place place = finding.place();
        return new Problem(severity, finding.key(), place.file(), place.line(), place.column(), finding.message());
    }

    private static Problem unreadable(SourceReader.Failure failure) {
        return new Problem(
                Problem.Severity.ERROR,
                "unreadable-source",
                failure.file(),
                (int) Math.max(failure.line(), 0),
                (int) Math.max(failure.column(), 0),
                failure.message());
    }
}
