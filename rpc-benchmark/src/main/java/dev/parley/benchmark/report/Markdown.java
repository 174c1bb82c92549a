package dev.parley.benchmark.report;

import dev.parley.benchmark.process.Startup;
import java.util.Optional;

/** The tables of a run. */
public final class Markdown {
    private final Findings findings;
    private final StringBuilder out = new StringBuilder();

    private Markdown(Findings findings) {
        this.findings = findings;
    }

    /** Everything that was measured. */
    public static String of(Findings findings) {
        Markdown markdown = new Markdown(findings);
        markdown.circumstances();
        markdown.out.append("\n## Targets\n\n").append(Targets.markdown(findings));
        findings.workloads().forEach(markdown::workload);
        markdown.wire();
        markdown.startup();
        markdown.idle();
        markdown.size();
        return markdown.out.toString();
    }

    private void circumstances() {
        out.append("# Benchmark\n\n");
        findings.circumstances.forEach((name, value) ->
                out.append("- ").append(name).append(": ").append(value).append('\n'));
    }

    private void row(Object... cells) {
        out.append('|');
        for (Object cell : cells) {
            out.append(' ').append(cell).append(" |");
        }
        out.append('\n');
    }

    private void head(String title, Object... names) {
        out.append("\n## ").append(title).append("\n\n");
        row(names);
        out.append("|---".repeat(names.length)).append("|\n");
    }

    private void workload(String workload) {
        head(
                workload,
                "contender",
                "calls/s",
                "to limit",
                "to grpc-direct",
                "p50 µs",
                "p99 µs",
                "CPU s/100k server + client",
                "CPU to grpc-direct",
                "bytes allocated a call, server + client",
                "RSS MiB server + client",
                "wrong");
        findings.load.stream()
                .filter(series -> series.workload().equals(workload))
                .forEach(this::series);
    }

    private void series(Series series) {
        row(
                series.contender(),
                series.rate().text(),
                ratio(series, "limit"),
                ratio(series, "grpc-direct"),
                Spread.number(series.spread(round -> round.result().p50()).median() / 1e3),
                Spread.number(series.spread(round -> round.result().p99()).median() / 1e3),
                Spread.number(series.spread(round -> round.perCall(round.serverCpu()) * 1e5)
                                .median()) + " + "
                        + Spread.number(series.spread(round -> round.perCall(round.clientCpu()) * 1e5)
                                .median()),
                findings.series("grpc-direct", series.workload())
                        .map(other -> Spread.number(
                                series.ratio(other, round -> round.cpu()).median()))
                        .orElse("–"),
                Spread.number(series.spread(round -> round.perCall(round.serverAllocated()))
                                .median()) + " + "
                        + Spread.number(series.spread(
                                        round -> round.perCall(round.result().allocated()))
                                .median()),
                Spread.number(series.spread(round -> round.serverKib() / 1024.0).median()) + " + "
                        + Spread.number(series.spread(round -> round.clientKib() / 1024.0)
                                .median()),
                series.wrong());
    }

    private String ratio(Series series, String other) {
        Optional<Series> base = findings.series(other, series.workload());
        return base.map(its -> series.ratio(its, round -> round.result().rate()).text())
                .orElse("–");
    }

    private void wire() {
        if (findings.wire.isEmpty()) {
            return;
        }
        head("Bytes on the wire, a call", "contender", "workload", "request", "reply");
        findings.wire.forEach((contender, workloads) -> workloads.forEach((workload, bytes) ->
                row(contender, workload, Spread.number(bytes.request()), Spread.number(bytes.reply()))));
    }

    private void startup() {
        if (findings.startup.isEmpty()) {
            return;
        }
        head("Start, milliseconds", "contender", "server listens", "client has an answer", "together", "to grpc");
        Optional<Spread> grpc = findings.startupMillis("grpc");
        findings.startup.forEach((contender, starts) -> {
            Spread together = findings.startupMillis(contender).orElseThrow();
            row(
                    contender,
                    Spread.of(starts.stream().map(Startup::listening).toList()).text(),
                    Spread.of(starts.stream().map(Startup::answered).toList()).text(),
                    together.text(),
                    grpc.map(base -> Spread.number(together.median() / base.median()))
                            .orElse("–"));
        });
    }

    private void idle() {
        if (findings.idle.isEmpty()) {
            return;
        }
        head("Idle connections, KiB each on the server", "contender", "resident", "live heap");
        findings.idle.forEach(
                (contender, idle) -> row(contender, Spread.number(idle.residentKib()), Spread.number(idle.liveKib())));
    }

    private void size() {
        if (findings.size.isEmpty()) {
            return;
        }
        head("Jars", "contender", "MB");
        findings.size.forEach((contender, bytes) -> row(contender, Spread.number(bytes / 1e6)));
    }
}
