package dev.parley.benchmark.report;

import dev.parley.benchmark.process.Idle;
import dev.parley.benchmark.process.Startup;
import dev.parley.benchmark.process.WireBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that one run measured. */
public final class Findings {
    /** The Java, the machine and the options. */
    public final Map<String, String> circumstances = new TreeMap<>();

    /** Load, by contender and workload. */
    public final List<Series> load = new ArrayList<>();

    /** Bytes of a call, by contender and workload. */
    public final Map<String, Map<String, WireBytes>> wire = new TreeMap<>();

    /** Starts, by contender. */
    public final Map<String, List<Startup>> startup = new TreeMap<>();

    /** Idle connections, by contender. */
    public final Map<String, Idle> idle = new TreeMap<>();

    /** Bytes of jars, by contender, and of {@code rpc-runtime} with what it needs. */
    public final Map<String, Long> size = new TreeMap<>();

    /** What one contender did under one workload. */
    Optional<Series> series(String contender, String workload) {
        return load.stream()
                .filter(series -> series.contender().equals(contender))
                .filter(series -> series.workload().equals(workload))
                .findFirst();
    }

    List<String> workloads() {
        return load.stream().map(Series::workload).distinct().toList();
    }

    Optional<Spread> startupMillis(String contender) {
        return Optional.ofNullable(startup.get(contender))
                .map(starts -> Spread.of(starts.stream().map(Startup::millis).toList()));
    }
}
