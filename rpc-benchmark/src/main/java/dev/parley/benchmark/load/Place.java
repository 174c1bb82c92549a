package dev.parley.benchmark.load;

import dev.parley.benchmark.contender.Client;
import java.util.concurrent.CountDownLatch;

/**
 * One call under way, and after its answer the next, until the run is over. It is used by one thread at a time, the one
 * that brings the answer.
 */
final class Place implements Client.Outcome {
    private final Client client;
    private final Question question;
    private final Tally tally;
    private final Run run;
    private long began;
    private long calls;

    /** When to end, and who waits for it. */
    static final class Run {
        final CountDownLatch left;
        volatile boolean over;

        Run(int places) {
            left = new CountDownLatch(places);
        }
    }

    Place(Client client, Question question, Tally tally, Run run) {
        this.client = client;
        this.question = question;
        this.tally = tally;
        this.run = run;
    }

    void begin() {
        began = System.nanoTime();
        question.ask(client, this);
    }

    @Override
    public void ended(boolean right) {
        long now = System.nanoTime();
        tally.took(now - began);
        calls++;
        if (!right) {
            tally.wrong();
        }
        if (run.over || !right) {
            tally.calls(calls);
            run.left.countDown();
            return;
        }
        began = now;
        question.ask(client, this);
    }
}
