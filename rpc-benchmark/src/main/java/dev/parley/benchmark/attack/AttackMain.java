package dev.parley.benchmark.attack;

import dev.parley.benchmark.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs each attack for some time against a server with little memory, a good client beside it, and prints a table. Arguments:
 * {@code seconds=60} and the names of attacks, or none for all.
 */
public final class AttackMain {
    private static final double MIB = 1 << 20;
    private static final long SETTLE_SECONDS = 2;

    private AttackMain() {}

    /** What the server says of itself. */
    record Figures(double heapMiB, double poolMiB, int connections) {
        static Figures of(String line) {
            String[] words = line.split(" ");
            return new Figures(
                    Long.parseLong(words[0]) / MIB, Long.parseLong(words[1]) / MIB, Integer.parseInt(words[2]));
        }
    }

    /** Runs the attacks; ends with 1 if the server did not withstand one of them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = 60;
        List<Attack> attacks = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("seconds=")) {
                seconds = Integer.parseInt(argument.substring("seconds=".length()));
            } else {
                attacks.add(Attack.valueOf(argument));
            }
        }
        boolean withstood = run(attacks.isEmpty() ? List.of(Attack.values()) : attacks, seconds);
        System.exit(withstood ? 0 : 1);
    }

    /** What came of one attack. */
    record Outcome(Attack attack, double sentMiB, Figures idle, Figures most, Figures after, GoodClient good) {
        /** Whether the good client lost nothing, and nothing is left of the attackers. */
        boolean isHarmless() {
            return good.lost() == 0
                    && good.calls() > 0
                    && after.heapMiB() < 1.1 * idle.heapMiB() + 1
                    && after.poolMiB() < 1.1 * idle.poolMiB() + 1
                    && after.connections() == 0;
        }

        /** Whether the good client waited no longer than it may besides. */
        boolean isWithstood() {
            return isHarmless() && good.millis(0.99) < 250;
        }

        @Override
        public String toString() {
            return String.format(
                    "| %s | %.1f | %.1f + %.1f | %.1f + %.1f | %.1f + %.1f | %d | %d | %.1f | %.1f | %s |",
                    attack.title(),
                    sentMiB,
                    idle.heapMiB(),
                    idle.poolMiB(),
                    most.heapMiB(),
                    most.poolMiB(),
                    after.heapMiB(),
                    after.poolMiB(),
                    good.calls(),
                    good.lost(),
                    good.millis(0.5),
                    good.millis(0.99),
                    isWithstood() ? "yes" : "NO");
        }
    }

    private static boolean run(List<Attack> attacks, int seconds) throws IOException, InterruptedException {
        System.out.println("| attack | sent MiB | heap + pool idle MiB | most under attack | 2 s after |"
                + " good calls | lost | p50 ms | p99 ms | withstood |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        boolean withstood = true;
        for (Attack attack : attacks) {
            Outcome outcome = run(attack, seconds);
            System.out.println(outcome);
            withstood &= outcome.isWithstood();
        }
        return withstood;
    }

    static Outcome run(Attack attack, int seconds) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (Child server = new Child(
                List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), VictimMain.class.getName()))) {
            int port = Integer.parseInt(server.line());
            GoodClient before = new GoodClient(port, System.nanoTime() + TimeUnit.SECONDS.toNanos(2));
            before.run();
            Figures idle = Figures.of(server.ask("settled"));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            GoodClient good = new GoodClient(port, until);
            AtomicLong sent = new AtomicLong();
            List<Thread> threads = new ArrayList<>();
            threads.add(new Thread(good));
            for (int i = 0; i < attack.connections(); i++) {
                threads.add(new Thread(new Attacker(attack, port, until, sent)));
            }
            threads.forEach(Thread::start);
            Figures most = watch(server, until);
            for (Thread thread : threads) {
                thread.join();
            }
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            return new Outcome(attack, sent.get() / MIB, idle, most, Figures.of(server.ask("settled")), good);
        }
    }

    private static Figures watch(Child server, long until) throws IOException, InterruptedException {
        double heap = 0;
        double pool = 0;
        while (System.nanoTime() < until) {
            Figures now = Figures.of(server.ask("now"));
            heap = Math.max(heap, now.heapMiB());
            pool = Math.max(pool, now.poolMiB());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new Figures(heap, pool, 0);
    }
}
