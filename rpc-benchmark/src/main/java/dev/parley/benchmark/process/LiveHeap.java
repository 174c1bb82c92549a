package dev.parley.benchmark.process;

/** What is left of the heap after a collection. */
final class LiveHeap {
    private LiveHeap() {}

    static long bytes() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
