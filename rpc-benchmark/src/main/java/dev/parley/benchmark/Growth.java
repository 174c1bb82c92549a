package dev.parley.benchmark;

import java.util.List;

/**
 * How one thing grows while all others stay the same.
 *
 * @param name what grows
 * @param contenders who takes part
 * @param workloads from little to much
 */
record Growth(String name, List<String> contenders, List<String> workloads) {
    private static final List<String> COMPARED = List.of("parley-nonblocking", "grpc-direct");

    /** Where the number is of methods, it stands in the contender's name. */
    static final List<Growth> ALL = List.of(
            new Growth(
                    "calls in flight",
                    COMPARED,
                    List.of("echo.p1", "echo.p4", "echo.p16", "echo.p64", "echo.p128", "echo.p256", "echo.p512")),
            new Growth(
                    "connections",
                    COMPARED,
                    List.of("echo.1x1", "echo.10x1", "echo.100x1", "echo.500x1", "echo.1000x1")),
            new Growth(
                    "persons",
                    List.of("parley-large"),
                    List.of("1.p1", "10.p1", "100.p1", "1000.p1", "10000.p1", "100000.p1", "1000000.p1")),
            new Growth(
                    "methods",
                    List.of("parley-methods-1", "parley-methods-10", "parley-methods-100", "parley-methods-2000"),
                    List.of("echo.p64")));
}
