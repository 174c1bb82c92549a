package dev.parley.benchmark;

import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.process.GoProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to measure, and for how long. Each is set by {@code name=value}; lists have commas.
 *
 * @param contenders who
 * @param workloads which calls, see {@link dev.parley.benchmark.load.Workload#of}
 * @param parts what: {@code load}, {@code wire}, {@code startup}, {@code idle}, {@code size}, {@code growth}
 * @param rounds how often the contenders take turns
 * @param millis how long a round takes
 * @param warmUpMillis how much processor time a contender gets before each workload is measured
 * @param connections how many connections stay idle
 * @param out where the reports go
 */
public record Options(
        List<String> contenders,
        List<String> workloads,
        List<String> parts,
        int rounds,
        long millis,
        long warmUpMillis,
        int connections,
        Path out) {
    private static final Map<String, String> FULL = Map.of(
            "contenders",
            String.join(",", names()) + "," + GoProgram.NAME,
            "workloads",
            "echo.seq,echo.p64,echo.p512,echo.16x16,2.seq,2.p64,2.16x16,1000.seq,1000.p64,1000.16x16,"
                    + "echo.burst100,echo.batch100",
            "parts",
            "load,wire,startup,idle,size",
            "rounds",
            "5",
            "millis",
            "2000",
            "warmup",
            "6000",
            "connections",
            "1000",
            "out",
            "target/benchmark");

    private static final Map<String, String> QUICK = Map.of(
            "rounds", "3",
            "millis", "500",
            "warmup", "1500",
            "connections", "200",
            "workloads", "echo.seq,echo.p64,echo.p512,echo.16x16,2.p64,1000.p64,echo.burst100,echo.batch100");

    private static List<String> names() {
        return Contenders.all().stream().map(Contenders::name).toList();
    }

    /** Reads the command line; the word {@code quick} stands for a short run. */
    public static Options of(String[] arguments) {
        Map<String, String> values = new TreeMap<>(FULL);
        for (String argument : arguments) {
            if (argument.equals("quick")) {
                values.putAll(QUICK);
                continue;
            }
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !FULL.containsKey(parts[0])) {
                throw new IllegalArgumentException(
                        argument + " is no option; there are quick, and name=value with " + values.keySet());
            }
            values.put(parts[0], parts[1]);
        }
        return new Options(
                list(values.get("contenders")),
                list(values.get("workloads")),
                list(values.get("parts")),
                Integer.parseInt(values.get("rounds")),
                Long.parseLong(values.get("millis")),
                Long.parseLong(values.get("warmup")),
                Integer.parseInt(values.get("connections")),
                Path.of(values.get("out")));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
