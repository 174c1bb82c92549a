package dev.parley.codegen;

import dev.parley.codegen.compare.Change;
import dev.parley.codegen.compare.ChangeReport;
import dev.parley.codegen.compare.Comparison;
import dev.parley.codegen.compare.Description;
import dev.parley.codegen.compare.Places;
import dev.parley.codegen.compare.UnseenReferences;
import dev.parley.codegen.compare.Verdict;
import dev.parley.codegen.compare.Waiver;
import dev.parley.codegen.compare.WaiverFile;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares what a module describes with what its last release did: one request in, one result out. */
public final class ReleaseCheck {
    private final CheckRequest request;
    private final List<Problem> problems = new ArrayList<>();

    private ReleaseCheck(CheckRequest request) {
        this.request = request;
    }

    /** Reads, compares and judges. Problems of the input are in the result; exceptions are bugs or unreadable disks. */
    public static CheckResult run(CheckRequest request) {
        return new ReleaseCheck(request).run();
    }

    private CheckResult run() {
        List<Description> before = before();
        List<Description> after = described(request.current(), "");
        List<Waiver> waivers = waivers();
        if (Problem.anyError(problems)) {
            return new CheckResult(problems, List.of(), "");
        }
        List<Change> changes = Comparison.of(before, after);
        Verdict verdict = Verdict.of(changes, waivers, request.failOn(), request.today());
        verdict.stopping().forEach(change -> say(Problem.Severity.ERROR, change, change.message()));
        verdict.tolerated().forEach(change -> say(Problem.Severity.WARNING, change, change.message()));
        verdict.waived().forEach((change, waiver) -> say(Problem.Severity.NOTE, change, waived(change, waiver)));
        verdict.compatible().forEach(change -> say(Problem.Severity.NOTE, change, change.message()));
        verdict.expired()
                .forEach(waiver -> say(Problem.Severity.ERROR, "waiver-expired", waiver.place(), expired(waiver)));
        verdict.unused()
                .forEach(waiver -> say(Problem.Severity.WARNING, "waiver-unused", waiver.place(), unused(waiver)));
        return new CheckResult(
                problems, changes, new ChangeReport(request.baseline().name(), verdict).write());
    }

    private List<Description> before() {
        String name = request.baseline().name();
        if (request.baseline() instanceof Baseline.Sources sources) {
            return described(sources.sources(), name);
        }
        List<Description> all = new ArrayList<>();
        for (Baseline.Document document : ((Baseline.Documents) request.baseline()).documents()) {
            try {
                all.add(Description.of(document.name(), document.text(), Places.UNKNOWN));
            } catch (IllegalArgumentException e) {
                String message = "The baseline " + name + " can't be compared with: " + document.name() + " "
                        + e.getMessage() + ". Name another baseline.";
                say(Problem.Severity.ERROR, "unreadable-baseline", Place.UNKNOWN, message);
            }
        }
        return all;
    }

    /**
     * What sources and documents describe.
     *
     * @param baseline what it is the baseline of; empty for what is described now
     */
    private List<Description> described(GenerationRequest sources, String baseline) {
        Reading read = Reading.of(sources);
        if (read.hasErrors()) {
            read.problems().stream().filter(Problem::isError).forEach(problems::add);
            if (!baseline.isEmpty()) {
                String message = "The sources of the baseline " + baseline + " can't be read as they are (see above)."
                        + " Name another baseline.";
                say(Problem.Severity.ERROR, "unreadable-baseline", Place.UNKNOWN, message);
            }
            return List.of();
        }
        List<Description> all = new ArrayList<>();
        read.apis().forEach(api -> all.addAll(new Output(api, sources.encoding()).described()));
        read.documents().forEach(document -> all.addAll(document.described()));
        all.forEach(description -> UnseenReferences.in(description)
                .forEach((reference, place) ->
                        say(Problem.Severity.WARNING, "unseen-reference", place, unseen(reference))));
        return all;
    }

    private static String unseen(String reference) {
        return "What " + reference
                + " says is not compared, because it stands in another file. Move it into the document.";
    }

    private List<Waiver> waivers() {
        Path file = request.waivers();
        if (file == null) {
            return List.of();
        }
        try {
            WaiverFile read = new WaiverFile(file, Files.readString(file, StandardCharsets.UTF_8));
            problems.addAll(read.mistakes());
            return read.waivers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String waived(Change change, Waiver waiver) {
        return "Waived until " + waiver.until() + " (" + waiver.reason() + "): " + change.text();
    }

    private static String expired(Waiver waiver) {
        return "The waiver of " + waiver.rule().key() + " for " + waiver.subject() + " ended on " + waiver.until()
                + " (" + waiver.reason() + "). Undo the change and remove the waiver, or agree on another date.";
    }

    private static String unused(Waiver waiver) {
        return "The waiver of " + waiver.rule().key() + " for " + waiver.subject()
                + " is about no difference. Remove it, or correct its place.";
    }

    private void say(Problem.Severity severity, Change change, String message) {
        say(severity, change.rule().key(), change.place(), message);
    }

    private void say(Problem.Severity severity, String key, Place place, String message) {
        problems.add(new Problem(severity, key, place, message));
    }
}
