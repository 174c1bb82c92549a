package dev.parley.benchmark.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all threads of one run counted. */
final class Tally {
    private final List<Histogram> histograms = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Histogram> own = ThreadLocal.withInitial(() -> {
        Histogram histogram = new Histogram();
        histograms.add(histogram);
        return histogram;
    });
    private final AtomicLong calls = new AtomicLong();
    private final LongAdder wrong = new LongAdder();

    /** A call has ended on this thread. */
    void took(long nanos) {
        own.get().add(nanos);
    }

    void wrong() {
        wrong.increment();
    }

    /** So many calls have ended; told once by each place, not for each call. */
    void calls(long more) {
        calls.addAndGet(more);
    }

    Result result(long nanos, long allocated) {
        Histogram all = new Histogram();
        histograms.forEach(all::add);
        return new Result(calls.get(), nanos, all.percentile(0.5), all.percentile(0.99), wrong.sum(), allocated);
    }
}
