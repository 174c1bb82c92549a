package dev.parley.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls a second of every contender as a multiple of one's, on a logarithmic axis: a row for each workload, a dot for
 * each median, and a line from the least to the most of the rounds.
 */
public final class RatioPlot {
    private static final String BASE = "grpc-direct";
    private static final int LEFT = 150;
    private static final int WIDTH = 640;
    private static final int TOP = 70;
    private static final int ROW = 44;
    private static final double LEAST = 0.01;
    private static final double MOST = 100;
    private static final Map<String, String> COLORS = Map.of(
            "limit", "#999999",
            "parley", "#e69f00",
            "parley-nonblocking", "#d55e00",
            "parley-jackson", "#f0e442",
            "grpc", "#56b4e9",
            "grpc-direct", "#0072b2",
            "lsp4j", "#cc79a7",
            "jsonrpc4j-nodelay", "#009e73",
            "go", "#000000");

    private final Findings findings;
    private final List<String> workloads;
    private final Svg svg;

    private RatioPlot(Findings findings) {
        this.findings = findings;
        this.workloads = findings.workloads().stream()
                .filter(workload -> findings.series(BASE, workload).isPresent())
                .toList();
        this.svg = new Svg(LEFT + WIDTH + 30, TOP + ROW * workloads.size() + 30);
    }

    /** The picture. */
    public static String of(Findings findings) {
        RatioPlot plot = new RatioPlot(findings);
        plot.legend();
        plot.axis();
        for (int i = 0; i < plot.workloads.size(); i++) {
            plot.row(plot.workloads.get(i), TOP + ROW * i);
        }
        return plot.svg.end();
    }

    private static double x(double ratio) {
        double clipped = Math.max(LEAST, Math.min(MOST, ratio));
        return LEFT + WIDTH * Math.log(clipped / LEAST) / Math.log(MOST / LEAST);
    }

    private void legend() {
        int place = 0;
        for (String contender : COLORS.keySet().stream().sorted().toList()) {
            double x = 20 + (place % 5) * 155;
            double y = 18 + place / 5 * 18;
            svg.dot(x, y - 4, COLORS.get(contender));
            svg.text(x + 8, y, "start", contender);
            place++;
        }
    }

    private void axis() {
        double bottom = TOP + ROW * workloads.size();
        for (double ratio = LEAST; ratio <= MOST * 1.01; ratio *= 10) {
            svg.line(x(ratio), TOP, x(ratio), bottom, ratio > 0.9 && ratio < 1.1 ? "#666666" : "#dddddd", 1);
            svg.text(x(ratio), bottom + 16, "middle", String.format(Locale.ROOT, "%s ×", Spread.number(ratio)));
        }
    }

    private void row(String workload, double top) {
        svg.text(LEFT - 10, top + ROW / 2.0 + 4, "end", workload);
        svg.line(LEFT, top + ROW, LEFT + WIDTH, top + ROW, "#eeeeee", 1);
        Series base = findings.series(BASE, workload).orElseThrow();
        List<Series> shown = findings.load.stream()
                .filter(series -> series.workload().equals(workload))
                .filter(series -> COLORS.containsKey(series.contender()))
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            Series series = shown.get(i);
            String color = COLORS.get(series.contender());
            Spread ratio = series.ratio(base, round -> round.result().rate());
            double y = top + (i + 1.0) * ROW / (shown.size() + 1);
            svg.line(x(ratio.least()), y, x(ratio.most()), y, color, 1);
            svg.dot(x(ratio.median()), y, color);
        }
    }
}
