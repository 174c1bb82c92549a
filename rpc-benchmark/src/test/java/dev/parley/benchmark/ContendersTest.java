package dev.parley.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.benchmark.contender.Client;
import dev.parley.benchmark.contender.Contender;
import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.load.Load;
import dev.parley.benchmark.load.Result;
import dev.parley.benchmark.load.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {
    static Stream<Contenders> all() {
        return Contenders.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersEveryWorkloadRightly(Contenders contender) throws Exception {
        Contender program = contender.maker().get();
        int port = program.serve();
        for (String name : List.of("echo.seq", "2.seq", "echo.p8", "1000.p2", "echo.burst5", "echo.batch5")) {
            Workload workload = Workload.of(name);
            if (workload.suits(contender.ability())) {
                try (Client client = program.connect(port)) {
                    Result result = new Load(workload, List.of(client)).run(20);
                    assertThat(result.calls()).as(name).isPositive();
                    assertThat(result.wrong()).as(name).isZero();
                }
            }
        }
    }

    @Test
    void runsInProcessesOfItsOwn(@TempDir Path out) throws Exception {
        Benchmark.main(new String[] {
            "contenders=parley-nonblocking",
            "workloads=echo.p8",
            "parts=load,size",
            "rounds=1",
            "millis=50",
            "warmup=0",
            "out=" + out
        });
        assertThat(out.resolve("benchmark.md")).content().contains("## echo.p8").contains("| parley-nonblocking | ");
        assertThat(out.resolve("benchmark.json")).content().contains("\"contender\" : \"parley-nonblocking\"");
    }
}
