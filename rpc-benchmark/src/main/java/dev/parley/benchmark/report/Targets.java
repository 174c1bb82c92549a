package dev.parley.benchmark.report;

import dev.parley.benchmark.process.Idle;
import dev.parley.benchmark.process.Measured;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What Parley sets out to reach, and how far it got. Where calls a second are compared, so is processor time: how many
 * times as much the other takes for a call, which on a machine with nothing else to do comes to the same.
 */
final class Targets {
    private static final String FAST = "parley-nonblocking";
    private static final String JACKSON = "parley-jackson";
    private static final ToDoubleFunction<Measured> RATE =
            round -> round.result().rate();
    private static final ToDoubleFunction<Measured> P50 =
            round -> round.result().p50();
    private static final double MEGA = 1e6;

    /** One line of the table; {@code atMost} when less is better. */
    private record Target(
            String text,
            boolean atMost,
            double least,
            double aim,
            Function<Findings, Optional<Spread>> measured,
            Function<Findings, Optional<Spread>> byProcessorTime) {
        Target(String text, boolean atMost, double least, double aim, Function<Findings, Optional<Spread>> measured) {
            this(text, atMost, least, aim, measured, findings -> Optional.empty());
        }

        String verdict(Spread spread) {
            if (reaches(spread.median(), aim)) {
                return "aim";
            }
            return reaches(spread.median(), least) ? "yes" : "no";
        }

        private boolean reaches(double value, double wanted) {
            return atMost ? value <= wanted : value >= wanted;
        }
    }

    private static final List<Target> TARGETS = List.of(
            rate("`echo`, 64 in flight, non-blocking, to the limit", FAST, "limit", "echo.p64", 0.5, 0.65),
            rate("the same to gRPC-java direct", FAST, "grpc-direct", "echo.p64", 5, 6),
            rate("512 in flight, non-blocking, to gRPC-java direct", FAST, "grpc-direct", "echo.p512", 10, 14),
            rate(
                    "512 in flight, defaults, to gRPC-java with its default executor",
                    "parley",
                    "grpc",
                    "echo.p512",
                    12,
                    15),
            rate(
                    "64 in flight, defaults, to gRPC-java with its default executor",
                    "parley",
                    "grpc",
                    "echo.p64",
                    12,
                    15),
            rate("16 × 16, non-blocking, to gRPC-java direct", FAST, "grpc-direct", "echo.16x16", 8, 12),
            rate(
                    "16 × 16, non-blocking, to jsonrpc4j with TCP_NODELAY",
                    FAST,
                    "jsonrpc4j-nodelay",
                    "echo.16x16",
                    15,
                    20),
            new Target(
                    "one at a time, p50 to the limit's",
                    true,
                    1.15,
                    1.0,
                    findings -> ratio(findings, FAST, "limit", "echo.seq", P50)),
            rate("one at a time, calls/s to gRPC-java direct", FAST, "grpc-direct", "echo.seq", 2, 2.5),
            rate(
                    "one at a time, calls/s to jsonrpc4j with TCP_NODELAY",
                    FAST,
                    "jsonrpc4j-nodelay",
                    "echo.seq",
                    1.2,
                    1.5),
            rate("2 persons, 64 in flight, to gRPC-java direct", FAST, "grpc-direct", "2.p64", 3, 4),
            rate("1,000 persons, 64 in flight, to gRPC-java direct", FAST, "grpc-direct", "1000.p64", 0.85, 1.0),
            rate("1,000 persons, 16 × 16, to gRPC-java direct", FAST, "grpc-direct", "1000.16x16", 0.85, 1.0),
            rate(
                    "1,000 persons in CBOR, 64 in flight, to JSON by Jackson",
                    "parley-cbor",
                    JACKSON,
                    "1000.p64",
                    1.0,
                    1.5),
            rate("1,000 persons in CBOR, 16 × 16, to JSON by Jackson", "parley-cbor", JACKSON, "1000.16x16", 1.0, 1.5),
            rate(
                    "1,000 persons in Smile, 64 in flight, to JSON by Jackson",
                    "parley-smile",
                    JACKSON,
                    "1000.p64",
                    1.0,
                    1.5),
            rate(
                    "1,000 persons in Smile, 16 × 16, to JSON by Jackson",
                    "parley-smile",
                    JACKSON,
                    "1000.16x16",
                    1.0,
                    1.5),
            new Target(
                    "batch of 100 echoes to 100 pipelined calls",
                    false,
                    1.0,
                    1.5,
                    findings -> findings.series(FAST, "echo.batch100")
                            .flatMap(batch ->
                                    findings.series(FAST, "echo.burst100").map(burst -> batch.ratio(burst, RATE)))),
            new Target(
                    "allocated per `echo`, 64 in flight, server, bytes",
                    true,
                    250,
                    150,
                    findings -> findings.series(FAST, "echo.p64")
                            .map(series -> series.spread(round -> round.perCall(round.serverAllocated())))),
            new Target(
                    "the same, client",
                    true,
                    350,
                    200,
                    findings -> findings.series(FAST, "echo.p64")
                            .map(series -> series.spread(
                                    round -> round.perCall(round.result().allocated())))),
            new Target(
                    "resident KiB per idle connection",
                    true,
                    10,
                    6,
                    findings -> Optional.ofNullable(findings.idle.get("parley"))
                            .map(Idle::residentKib)
                            .map(Targets::exactly)),
            new Target(
                    "from nothing to the first answer, to gRPC-java's",
                    true,
                    1.0,
                    0.75,
                    findings -> findings.startupMillis("parley")
                            .flatMap(own -> findings.startupMillis("grpc")
                                    .map(other -> exactly(own.median() / other.median())))),
            new Target(
                    "`rpc-runtime` with its mandatory dependencies, MB",
                    true,
                    7,
                    5,
                    findings -> Optional.ofNullable(findings.size.get("rpc-runtime"))
                            .map(bytes -> exactly(bytes / MEGA))));

    private Targets() {}

    private static Target rate(String text, String contender, String other, String workload, double least, double aim) {
        return new Target(
                text,
                false,
                least,
                aim,
                findings -> ratio(findings, contender, other, workload, RATE),
                findings -> ratio(findings, other, contender, workload, Measured::cpu));
    }

    private static Optional<Spread> ratio(
            Findings findings, String contender, String other, String workload, ToDoubleFunction<Measured> number) {
        return findings.series(contender, workload)
                .flatMap(own -> findings.series(other, workload).map(its -> own.ratio(its, number)));
    }

    private static Optional<Spread> batch(Findings findings, BiFunction<Series, Series, Spread> compared) {
        return findings.series(FAST, "echo.batch100")
                .flatMap(batch -> findings.series(FAST, "echo.burst100").map(burst -> compared.apply(batch, burst)));
    }

    private static Spread exactly(double value) {
        return new Spread(value, value, value);
    }

    static String markdown(Findings findings) {
        StringBuilder out = new StringBuilder(
                "| target | at least | aim | measured | reached | the same in processor time a call |\n|---|---|---|---|---|---|\n");
        for (Target target : TARGETS) {
            Optional<Spread> measured = target.measured.apply(findings);
            out.append("| ")
                    .append(target.text)
                    .append(target.atMost ? " | ≤ " : " | ")
                    .append(Spread.number(target.least))
                    .append(target.atMost ? " | ≤ " : " | ")
                    .append(Spread.number(target.aim))
                    .append(" | ")
                    .append(measured.map(Targets::text).orElse("–"))
                    .append(" | ")
                    .append(measured.map(target::verdict).orElse("not measured"))
                    .append(" | ")
                    .append(target.byProcessorTime
                            .apply(findings)
                            .map(Targets::text)
                            .orElse("–"))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String text(Spread spread) {
        return spread.least() == spread.most() ? Spread.number(spread.median()) : spread.text();
    }
}
