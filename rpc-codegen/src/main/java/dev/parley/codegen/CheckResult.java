package dev.parley.codegen;

import dev.parley.codegen.compare.Change;
import dev.parley.codegen.model.Problem;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param problems what to say: an error for each difference that stops the release and each waiver that is wrong, a
 *     warning for what is tolerated, a note for what was agreed on or breaks nothing
 * @param changes all differences
 * @param report all of it as Markdown, {@code changes.md}; empty when there was nothing to compare
 */
public record CheckResult(List<Problem> problems, List<Change> changes, String report) {
    /** Copies the lists. */
    public CheckResult {
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    /** Whether any problem is an error. */
    public boolean hasErrors() {
        return Problem.anyError(problems);
    }
}
