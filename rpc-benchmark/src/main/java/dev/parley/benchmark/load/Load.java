package dev.parley.benchmark.load;

import dev.parley.benchmark.contender.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts a workload on connections for a while. */
public final class Load {
    private static final long PATIENCE_SECONDS = 30;

    private final Workload workload;
    private final List<Client> clients;

    /** A workload on connections that are open, as many as its shape wants. */
    public Load(Workload workload, List<Client> clients) {
        this.workload = workload;
        this.clients = clients;
    }

    /** Runs, and waits for the last answer. */
    public Result run(long millis) throws Exception {
        Tally tally = new Tally();
        long allocated = Allocation.bytes();
        long start = System.nanoTime();
        switch (workload.shape().kind()) {
            case WAITING -> together(tally, start + millis * 1_000_000);
            case FLOWING -> flow(tally, millis);
            case BURST -> bursts(tally, start + millis * 1_000_000);
            case BATCH -> batches(tally, start + millis * 1_000_000);
        }
        return tally.result(System.nanoTime() - start, Allocation.bytes() - allocated);
    }

    private void flow(Tally tally, long millis) throws Exception {
        if (!clients.get(0).isAsynchronous()) {
            together(tally, System.nanoTime() + millis * 1_000_000);
            return;
        }
        int inFlight = workload.shape().inFlight();
        Place.Run run = new Place.Run(clients.size() * inFlight);
        for (int i = 0; i < clients.size() * inFlight; i++) {
            new Place(clients.get(i / inFlight), workload.question(i), tally, run).begin();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        run.over = true;
        await(run.left);
    }

    /** One thread a connection; a single connection is used by the thread that is here. */
    private void together(Tally tally, long end) throws Exception {
        if (clients.size() == 1) {
            wait(clients.get(0), workload.question(0), tally, end);
            return;
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            Question question = workload.question(i);
            threads.add(new Thread(() -> wait(client, question, tally, end), "load-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    private void wait(Client client, Question question, Tally tally, long end) {
        long calls = 0;
        long began = System.nanoTime();
        boolean right = true;
        while (right && began < end) {
            try {
                right = question.ask(client);
            } catch (Exception e) {
                right = false;
            }
            long now = System.nanoTime();
            tally.took(now - began);
            began = now;
            calls++;
        }
        if (!right) {
            tally.wrong();
        }
        tally.calls(calls);
    }

    private void bursts(Tally tally, long end) throws Exception {
        Client client = clients.get(0);
        int size = workload.shape().inFlight();
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            questions.add(workload.question(i));
        }
        for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
            CountDownLatch left = new CountDownLatch(size);
            for (Question question : questions) {
                question.ask(client, right -> {
                    if (!right) {
                        tally.wrong();
                    }
                    left.countDown();
                });
            }
            await(left);
            tally.took(System.nanoTime() - began);
            tally.calls(size);
        }
    }

    private void batches(Tally tally, long end) {
        Client client = clients.get(0);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < workload.shape().inFlight(); i++) {
            texts.add(Workload.text(i));
        }
        for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
            if (!client.batch(texts)) {
                tally.wrong();
            }
            tally.took(System.nanoTime() - began);
            tally.calls(texts.size());
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    latch.getCount() + " calls were not answered within " + PATIENCE_SECONDS + " s");
        }
    }
}
