package dev.parley.log;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log of what peers cause. Of each kind it writes ten lines in ten seconds, and leaves out the others: these are counted,
 * and the next line says how many they were. At the level {@code DEBUG} all are written, but those left out have no stack
 * trace. A log that fails does not fail whoever logs. For many threads.
 */
public final class LimitedLog {
    private static final int MOST = 10;
    private static final long PERIOD = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_KINDS = 256;

    private final System.Logger logger;
    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    /** For all kinds beyond those that are told apart: a peer may make up names. */
    private final Kind others = new Kind();

    /** A log of that name. */
    public LimitedLog(String name) {
        this(System.getLogger(name), System::nanoTime);
    }

    LimitedLog(System.Logger logger, LongSupplier nanos) {
        this.logger = logger;
        this.nanos = nanos;
    }

    /**
     * Writes a line, or counts it.
     *
     * @param kind what lines are counted together, such as a method's name
     * @param line the text, asked for only if it is written
     */
    public void log(Level level, String kind, Supplier<String> line, @Nullable Throwable cause) {
        try {
            if (!logger.isLoggable(level)) {
                return;
            }
            String more = of(kind).enter(nanos.getAsLong());
            if (more != null) {
                logger.log(level, line.get() + more, cause);
            } else {
                logger.log(Level.DEBUG, line);
            }
        } catch (RuntimeException | Error e) {
            // There is nowhere to say so.
        }
    }

    private Kind of(String kind) {
        Kind known = kinds.get(kind);
        if (known != null) {
            return known;
        }
        return kinds.size() < MOST_KINDS ? kinds.computeIfAbsent(kind, key -> new Kind()) : others;
    }

    /** The lines of one kind in this period. */
    private static final class Kind {
        private boolean started;
        private long start;
        private int written;
        private long leftOut;

        /** What to add to a line that is written; null for one that is left out. */
        synchronized @Nullable String enter(long now) {
            if (!started || now - start >= PERIOD) {
                started = true;
                start = now;
                written = 0;
            } else if (written == MOST) {
                leftOut++;
                return null;
            }
            written++;
            String before = leftOut == 0 ? "" : " (before it, " + leftOut + " more like it were left out)";
            leftOut = 0;
            return before + (written == MOST ? " (for up to 10 s, further ones are only counted)" : "");
        }
    }
}
