package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.compare.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Levels, waivers and baselines. */
class ReleaseCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final String BEFORE = "package a; import dev.parley.annotation.*;\n"
            + "@RpcService public interface Api {\n    int count(String name);\n\n    void clear();\n}\n";
    private static final String AFTER = "package a; import dev.parley.annotation.*;\n"
            + "@RpcService public interface Api {\n    int count(@org.jspecify.annotations.Nullable String name, @org.jspecify.annotations.Nullable String city);\n}\n";

    @TempDir
    Path folder;

    @Test
    void levelsThatDoNotCountAreWarnings() {
        CheckResult result = check(null, EnumSet.of(Level.SOURCE));

        assertThat(said(result))
                .containsExactly(
                        "ERROR Api.java:[3,105] [optional-parameter-added] SOURCE: count(city) is new, and calls in Java"
                                + " lack an argument. Add an overload under another name on the wire, or let callers compile"
                                + " again.",
                        "WARNING Api.java:[2,30] [method-removed] WIRE: clear is gone, and calls of old clients fail. Keep"
                                + " it, deprecated, until its last caller is gone.",
                        "NOTE Api.java:[3,57] [parameter-relaxed] count(name) may be left out now.");
        assertThat(result.report()).isEqualTo("""
                        # Changes

                        Compared with 1.0.

                        ## Stop the release

                        | rule | place | breaks | what |
                        |---|---|---|---|
                        | `optional-parameter-added` | `count(city)` | SOURCE | count(city) is new, and calls in Java lack an argument. |

                        ## Break what this build does not hold

                        | rule | place | breaks | what |
                        |---|---|---|---|
                        | `method-removed` | `clear` | WIRE | clear is gone, and calls of old clients fail. |

                        ## Compatible

                        | rule | place | breaks | what |
                        |---|---|---|---|
                        | `parameter-relaxed` | `count(name)` |  | count(name) may be left out now. |
                        """);
    }

    @Test
    void aWaiverHoldsThroughItsLastDay() throws IOException {
        CheckResult result = check(
                waivers(waiver("method-removed", "clear", "Nobody | calls it.", "2026-01-31")), EnumSet.of(Level.WIRE));

        assertThat(result.hasErrors()).isFalse();
        assertThat(said(result))
                .contains("NOTE Api.java:[2,30] [method-removed] Waived until 2026-01-31 (Nobody | calls it.): clear is"
                        + " gone, and calls of old clients fail.");
        assertThat(result.report())
                .contains(
                        "| `method-removed` | `clear` | clear is gone, and calls of old clients fail. | Nobody \\| calls"
                                + " it. | 2026-01-31 |\n");
    }

    @Test
    void anExpiredWaiverIsAnErrorAndWaivesNothing() throws IOException {
        CheckResult result =
                check(waivers(waiver("method-removed", "clear", "A plan.", "2026-01-30")), EnumSet.of(Level.WIRE));

        assertThat(said(result))
                .contains(
                        "ERROR Api.java:[2,30] [method-removed] WIRE: clear is gone, and calls of old clients fail. Keep it,"
                                + " deprecated, until its last caller is gone.",
                        "ERROR waivers.json:[2,1] [waiver-expired] The waiver of method-removed for clear ended on"
                                + " 2026-01-30 (A plan.). Undo the change and remove the waiver, or agree on another date.");
    }

    @Test
    void aWaiverOfNothingIsReported() throws IOException {
        CheckResult result =
                check(waivers(waiver("method-removed", "clean", "A slip.", "2026-12-31")), EnumSet.noneOf(Level.class));

        assertThat(said(result))
                .contains(
                        "WARNING waivers.json:[2,1] [waiver-unused] The waiver of method-removed for clean is about no"
                                + " difference. Remove it, or correct its place.");
    }

    @Test
    void allThatIsWrongWithWaiversIsSaidAtOnce() throws IOException {
        String text = String.join(
                ",\n",
                "{\"rule\": \"method-removed\", \"place\": \"clear\", \"until\": \"2026-12-31\"}",
                "{\"rule\": \"method-removed\", \"place\": \"clear\", \"reason\": \" \"}",
                waiver("method-lost", "clear", "A slip.", "2026-12-31"),
                waiver("method-added", "clear", "A slip.", "2026-12-31"),
                waiver("method-removed", "clear", "A slip.", "31.12.2026"),
                "{\"rule\": \"method-removed\", \"place\": \"clear\", \"reason\": \"x\", \"until\": \"2026-12-31\","
                        + " \"unless\": 1}",
                "17");
        CheckResult result = check(waivers(text), EnumSet.allOf(Level.class));

        assertThat(said(result))
                .containsExactly(
                        "ERROR waivers.json:[2,1] [waiver-invalid] A waiver needs \"reason\" too: texts that are not empty.",
                        "ERROR waivers.json:[3,1] [waiver-invalid] A waiver needs \"reason\", \"until\" too: texts that are"
                                + " not empty.",
                        "ERROR waivers.json:[4,1] [waiver-invalid] There is no rule \"method-lost\". Copy the key from the"
                                + " message about the difference.",
                        "ERROR waivers.json:[5,1] [waiver-invalid] Differences of the rule method-added break nothing and"
                                + " need no waiver. Remove it.",
                        "ERROR waivers.json:[6,1] [waiver-invalid] \"31.12.2026\" is no date. Write \"until\" as year, month"
                                + " and day: \"2026-12-31\".",
                        "ERROR waivers.json:[7,1] [waiver-invalid] A waiver has no member \"unless\"; it has \"rule\","
                                + " \"place\", \"reason\", \"until\".",
                        "ERROR waivers.json:[8,1] [waiver-invalid] A waiver needs \"rule\", \"place\", \"reason\", \"until\""
                                + " too: texts that are not empty.");
        assertThat(result.report()).isEmpty();
    }

    @Test
    void waiversAreAnArrayOfJson() throws IOException {
        Path file = Files.writeString(folder.resolve("waivers.json"), "{}");
        assertThat(said(check(file, Set.of())))
                .containsExactly(
                        "ERROR waivers.json:[1,1] [waiver-invalid] Waivers are an array of objects. Write [ … ]"
                                + " around them.");

        Files.writeString(file, "[\n  oops\n]");
        assertThat(said(check(file, Set.of())))
                .singleElement()
                .asString()
                .startsWith("ERROR waivers.json:[2,3] [waiver-invalid] The file is no JSON: Unrecognized token 'oops'");
    }

    @Test
    void aBaselineMustBeReadable() {
        CheckResult result = ReleaseCheck.run(new CheckRequest(
                project("after", AFTER),
                new Baseline.Documents(
                        "com.example:api:1.0",
                        List.of(new Baseline.Document("a.Api", "{}"), new Baseline.Document("a.Other", "no"))),
                null,
                Set.of(),
                TODAY));

        assertThat(said(result).get(0))
                .isEqualTo(
                        "ERROR [unreadable-baseline] The baseline com.example:api:1.0 can't be compared with: a.Api is not"
                                + " an OpenRPC document: it has no array \"methods\". Name another baseline.");
        assertThat(said(result).get(1))
                .startsWith(
                        "ERROR [unreadable-baseline] The baseline com.example:api:1.0 can't be compared with: a.Other is"
                                + " not JSON: Unrecognized token 'no'")
                .endsWith(" in line 1. Name another baseline.");
    }

    @Test
    void theSourcesOfABaselineMustBeReadable() {
        CheckResult result = ReleaseCheck.run(new CheckRequest(
                project("after", AFTER),
                new Baseline.Sources("v1", project("before", BEFORE.replace("int count", "Missing count"))),
                null,
                Set.of(),
                TODAY));

        assertThat(said(result))
                .last()
                .isEqualTo(
                        "ERROR [unreadable-baseline] The sources of the baseline v1 can't be read as they are (see above)."
                                + " Name another baseline.");
    }

    @Test
    void theDocumentOfAReleaseIsAsGoodAsItsSources() {
        String document = Generator.generate(project("before", BEFORE))
                .descriptions()
                .get(0)
                .content();
        CheckResult result = ReleaseCheck.run(new CheckRequest(
                project("after", AFTER),
                new Baseline.Documents("1.0", List.of(new Baseline.Document("a.Api", document))),
                null,
                EnumSet.of(Level.SOURCE),
                TODAY));

        assertThat(said(result)).isEqualTo(said(check(null, EnumSet.of(Level.SOURCE))));
    }

    private static String waiver(String rule, String place, String reason, String until) {
        return "{\"rule\": \"" + rule + "\", \"place\": \"" + place + "\", \"reason\": \"" + reason
                + "\", \"until\": \"" + until + "\"}";
    }

    private Path waivers(String... waivers) throws IOException {
        return Files.writeString(folder.resolve("waivers.json"), "[\n" + String.join(",\n", waivers) + "\n]\n");
    }

    private CheckResult check(@Nullable Path waivers, Set<Level> failOn) {
        return ReleaseCheck.run(new CheckRequest(
                project("after", AFTER),
                new Baseline.Sources("1.0", project("before", BEFORE)),
                waivers,
                failOn,
                TODAY));
    }

    private GenerationRequest project(String name, String text) {
        return new Project(folder.resolve(name)).add("a/Api.java", text).request();
    }

    private static List<String> said(CheckResult result) {
        return result.problems().stream()
                .map(problem -> problem.severity() + " "
                        + (problem.place().file() == null
                                ? ""
                                : problem.place().file().getFileName() + ":["
                                        + problem.place().line() + ","
                                        + problem.place().column() + "] ")
                        + "[" + problem.key() + "] " + problem.text())
                .toList();
    }
}
