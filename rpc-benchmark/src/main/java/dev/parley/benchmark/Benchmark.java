package dev.parley.benchmark;

import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.load.Shape;
import dev.parley.benchmark.load.Workload;
import dev.parley.benchmark.process.ClassPath;
import dev.parley.benchmark.process.GoProgram;
import dev.parley.benchmark.process.Idle;
import dev.parley.benchmark.process.Measured;
import dev.parley.benchmark.process.Pair;
import dev.parley.benchmark.process.Startup;
import dev.parley.benchmark.process.WireBytes;
import dev.parley.benchmark.report.Findings;
import dev.parley.benchmark.report.Markdown;
import dev.parley.benchmark.report.RatioPlot;
import dev.parley.benchmark.report.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures everything that its options name, each contender in two processes, by turns. */
public final class Benchmark {
    private static final List<String> JAVA = List.of("-Xmx512m", "-XX:+UseG1GC");
    private static final long STEP_MILLIS = 500;
    private static final double STEADY = 1.05;
    private static final int STEADY_STEPS = 4;
    private static final int WARM_UP_PATIENCE = 4;

    private final Options options;
    private final ClassPath path = ClassPath.ofThisProcess();
    private final Findings findings = new Findings();

    private final List<String> contenders;
    private final Optional<GoProgram> go;

    private Benchmark(Options options) throws IOException {
        this.options = options;
        this.contenders = new ArrayList<>(options.contenders());
        this.go = contenders.contains(GoProgram.NAME)
                ? GoProgram.build(options.out().resolve("go"))
                : Optional.empty();
        if (go.isEmpty() && contenders.remove(GoProgram.NAME)) {
            say("skipped: go, which is not installed");
        }
    }

    /** Runs with the options of {@link Options#of}. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        Benchmark benchmark = new Benchmark(options);
        benchmark.run();
        say("written: " + options.out().toAbsolutePath());
    }

    private void run() throws IOException {
        circumstances();
        for (String part : options.parts()) {
            switch (part) {
                case "load" -> load(contenders, options.workloads());
                case "wire" -> wire();
                case "startup" -> startup();
                case "idle" -> idle();
                case "size" -> size();
                case "growth" -> growth();
                default -> throw new IllegalArgumentException("no part is called " + part);
            }
            write();
        }
    }

    private void circumstances() {
        findings.circumstances.put("Java", System.getProperty("java.vm.version"));
        findings.circumstances.put(
                "machine",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        findings.circumstances.put("each process", String.join(" ", JAVA));
        findings.circumstances.put("rounds", options.rounds() + " of " + options.millis() + " ms, by turns");
    }

    private Pair.Launcher launcher(String contender) {
        if (contender.equals(GoProgram.NAME)) {
            return go.orElseThrow();
        }
        return launcher(contender, JAVA);
    }

    private Pair.Launcher launcher(String contender, List<String> java) {
        return Pair.java(Contenders.named(contender), path, java);
    }

    private static boolean suits(String contender, String workload) {
        Workload load = Workload.of(workload);
        return contender.equals(GoProgram.NAME)
                ? load.shape().kind() == Shape.Kind.WAITING || load.shape().kind() == Shape.Kind.FLOWING
                : load.suits(Contenders.named(contender).ability());
    }

    private static void say(String text) {
        System.out.println(text);
    }

    // Under load all contenders' processes live at the same time, so that what else the machine does hits all alike.

    private void load(List<String> who, List<String> workloads) throws IOException {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        try {
            for (String contender : who) {
                pairs.put(contender, new Pair(launcher(contender)));
            }
            for (String workload : workloads) {
                load(workload, pairs);
            }
        } finally {
            for (Pair pair : pairs.values()) {
                pair.close();
            }
        }
    }

    private void growth() throws IOException {
        for (Growth growth : Growth.ALL) {
            load(growth.contenders(), growth.workloads());
        }
    }

    private void load(String workload, Map<String, Pair> all) throws IOException {
        Map<String, Pair> pairs = new LinkedHashMap<>(all);
        pairs.keySet().removeIf(contender -> !suits(contender, workload));
        Map<String, List<Measured>> rounds = new LinkedHashMap<>();
        for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
            warmUp(pair.getValue(), workload);
            rounds.put(pair.getKey(), new ArrayList<>());
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
                rounds.get(pair.getKey()).add(pair.getValue().run(workload, options.millis()));
            }
        }
        rounds.forEach((contender, measured) -> {
            Series series = new Series(contender, workload, measured);
            findings.load.add(series);
            say(workload + " " + contender + " " + series.rate().text() + " calls/s");
        });
        write();
    }

    /**
     * Runs in steps until both processes have had their processor time, and then until several steps bring nothing
     * more. Processor time and not time, because what is compiled meanwhile waits for a processor too.
     */
    private void warmUp(Pair pair, String workload) throws IOException {
        long end = System.nanoTime() + options.warmUpMillis() * 1_000_000 * WARM_UP_PATIENCE;
        double cpu = 0;
        double best = 0;
        int steady = 0;
        while ((steady < STEADY_STEPS || cpu * 1000 < options.warmUpMillis()) && System.nanoTime() < end) {
            Measured step = pair.run(workload, STEP_MILLIS);
            double rate = step.result().rate();
            cpu += step.serverCpu() + step.clientCpu();
            steady = rate > best * STEADY ? 0 : steady + 1;
            best = Math.max(best, rate);
        }
    }

    private void wire() throws IOException {
        for (String contender : contenders) {
            try (Pair pair = new Pair(launcher(contender))) {
                for (String workload : options.workloads()) {
                    if (Workload.of(workload).shape().connections() == 1 && suits(contender, workload)) {
                        findings.wire
                                .computeIfAbsent(contender, name -> new LinkedHashMap<>())
                                .put(workload, WireBytes.of(pair, workload));
                    }
                }
            }
            say("wire " + contender + " " + findings.wire.get(contender));
        }
    }

    private void startup() throws IOException {
        for (int round = 0; round < options.rounds(); round++) {
            for (String contender : contenders) {
                findings.startup
                        .computeIfAbsent(contender, name -> new ArrayList<>())
                        .add(Startup.of(launcher(contender)));
            }
        }
        say("startup " + findings.startup);
    }

    private void idle() throws IOException {
        for (String contender : contenders) {
            boolean java = !contender.equals(GoProgram.NAME);
            try (Pair pair = new Pair(java ? launcher(contender, Idle.OPTIONS) : launcher(contender))) {
                findings.idle.put(contender, Idle.of(pair, options.connections(), java));
            }
            say("idle " + contender + " " + findings.idle.get(contender));
        }
    }

    private void size() throws IOException {
        findings.size.put("rpc-runtime", bytes(Contenders.PARLEY_JARS));
        for (String contender : contenders) {
            if (contender.equals(GoProgram.NAME)) {
                continue;
            }
            findings.size.put(contender, bytes(Contenders.named(contender).jars()));
        }
    }

    private long bytes(List<String> jars) throws IOException {
        long sum = 0;
        for (Path jar : path.jars(jars)) {
            if (Files.isRegularFile(jar)) {
                sum += Files.size(jar);
            }
        }
        return sum;
    }

    /** Whenever there is something new, so that a run that is broken off has not been for nothing. */
    private void write() throws IOException {
        Files.createDirectories(options.out());
        Files.writeString(options.out().resolve("benchmark.md"), Markdown.of(findings));
        Files.writeString(options.out().resolve("benchmark.svg"), RatioPlot.of(findings));

        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(options.out().resolve("benchmark.json"), mapper.writeValueAsString(findings) + "\n");
    }
}
