package dev.parley.transport.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One of the few threads that look after all led connections while no caller does: for answers to asynchronous calls, for
 * messages that come unasked, for what other threads send, and for the end. It is a daemon and starts with the first connection.
 */
final class Watcher implements Runnable {
    private static final int MOST = 4;

    private static final System.Logger LOG = System.getLogger("dev.parley.transport.socket");

    private final Selector selector;
    private final Thread thread;
    private final Queue<Lead> woken = new ConcurrentLinkedQueue<>();

    /** Those that something is due for; for the thread alone. */
    private Set<Lead> dueLeads = new HashSet<>();

    private long nextDue = Lead.NEVER;

    private Watcher(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The watchers of the process, which take turns with new connections. */
    private static final class All {
        private static final @Nullable Watcher[] WATCHERS =
                new Watcher[Math.min(MOST, Runtime.getRuntime().availableProcessors())];
        private static final AtomicInteger NEXT = new AtomicInteger();

        private All() {}

        static synchronized Watcher next() throws IOException {
            int number = NEXT.getAndIncrement() % WATCHERS.length;
            Watcher present = WATCHERS[number];
            if (present == null) {
                present = new Watcher("parley-io-watch-" + (number + 1));
                WATCHERS[number] = present;
            }
            return present;
        }

        static synchronized boolean isCurrentThread() {
            for (Watcher watcher : WATCHERS) {
                if (watcher != null && watcher.thread == Thread.currentThread()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The watcher of the next connection. */
    static Watcher next() throws IOException {
        return All.next();
    }

    /** Whether the current thread is a watcher's. */
    static boolean isCurrentThread() {
        return All.isCurrentThread();
    }

    /** Watches a channel; any thread. */
    SelectionKey register(SocketChannel channel, Lead lead) throws IOException {
        return channel.register(selector, 0, lead);
    }

    /** Has {@link Lead#attend} called soon; any thread. */
    void wake(Lead lead) {
        woken.add(lead);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    @Override
    public void run() {
        while (true) {
            try {
                attendWoken();
                selector.select(this::attend, millisToNext());
                attendDue();
            } catch (IOException | RuntimeException | Error e) { // one connection's fault must not stop the others
                LOG.log(System.Logger.Level.ERROR, "A thread that watches connections failed and goes on", e);
            }
        }
    }

    private void attendWoken() {
        for (Lead lead = woken.poll(); lead != null; lead = woken.poll()) {
            lead.attend(0);
        }
    }

    private void attend(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Lead lead) {
            lead.attend(key.readyOps());
        }
    }

    /** Something is due for a connection; called by its lead, on our thread. */
    void due(Lead lead, long at) {
        if (at == Lead.NEVER) {
            return;
        }
        dueLeads.add(lead);
        if (nextDue == Lead.NEVER || at - nextDue < 0) {
            nextDue = at;
        }
    }

    private long millisToNext() {
        if (!woken.isEmpty()) {
            return 1;
        }
        return nextDue == Lead.NEVER
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextDue - System.nanoTime() + 999_999));
    }

    private void attendDue() {
        long now = System.nanoTime();
        if (nextDue == Lead.NEVER || nextDue - now > 0) {
            return;
        }
        Set<Lead> before = dueLeads;
        dueLeads = new HashSet<>();
        nextDue = Lead.NEVER;
        for (Lead lead : before) {
            if (lead.dueAt() == Lead.NEVER) {
                continue;
            }
            if (lead.dueAt() - now <= 0) {
                lead.attend(0);
            } else {
                due(lead, lead.dueAt());
            }
        }
    }
}
