package dev.parley.codegen.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code changes.md}: all differences since the last release, with what they break and what was agreed on. */
public final class ChangeReport {
    private final String baseline;
    private final Verdict verdict;

    /**
     * A report.
     *
     * @param baseline what was compared with, in words
     */
    public ChangeReport(String baseline, Verdict verdict) {
        this.baseline = baseline;
        this.verdict = verdict;
    }

    /** The report's text: Markdown, with line feeds only, and the same for the same differences on any day. */
    public String write() {
        StringBuilder text = new StringBuilder("# Changes\n\nCompared with " + baseline + ".\n");
        section(text, "Stop the release", verdict.stopping());
        section(text, "Break what this build does not hold", verdict.tolerated());
        if (!verdict.waived().isEmpty()) {
            text.append("\n## Waived\n\n| rule | place | what | reason | until |\n|---|---|---|---|---|\n");
            for (Map.Entry<Change, Waiver> each : verdict.waived().entrySet()) {
                Waiver waiver = each.getValue();
                text.append(row(each.getKey(), waiver.reason(), waiver.until().toString()));
            }
        }
        section(text, "Compatible", verdict.compatible());
        boolean none = verdict.stopping().isEmpty()
                && verdict.tolerated().isEmpty()
                && verdict.waived().isEmpty()
                && verdict.compatible().isEmpty();
        return text + (none ? "\nThere is no difference.\n" : "");
    }

    private static void section(StringBuilder text, String title, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n| rule | place | breaks | what |\n|---|---|---|---|\n");
        for (Change change : changes) {
            Optional<Level> level = change.rule().breaks();
            text.append(cells(
                    "`" + change.rule().key() + "`",
                    code(change.subject()),
                    level.map(Level::name).orElse(""),
                    change.text()));
        }
    }

    private static String row(Change change, String reason, String until) {
        return cells("`" + change.rule().key() + "`", code(change.subject()), change.text(), reason, until);
    }

    private static String cells(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(cell.replace("|", "\\|").replace('\n', ' ')).append(" |");
        }
        return row.append('\n').toString();
    }

    private static String code(String text) {
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }
}
