package dev.parley.benchmark.load;

/**
 * How calls follow each other.
 *
 * @param kind who waits for what
 * @param connections how many connections are used at once
 * @param inFlight how many calls are under way on each; of a burst or batch, how many go out together
 */
public record Shape(Kind kind, int connections, int inFlight) {
    /** Who waits for what. */
    public enum Kind {
        /** A thread waits for each answer before its next call. */
        WAITING,
        /** Each answer is followed by the next call, on the thread that brings the answer. */
        FLOWING,
        /** A thread makes many calls, and waits for all answers before its next ones. */
        BURST,
        /** The same with all calls in one message. */
        BATCH
    }

    /** Reads a shape: {@code seq}, {@code p64}, {@code 16x16}, {@code burst100} or {@code batch100}. */
    public static Shape of(String name) {
        if (name.equals("seq")) {
            return new Shape(Kind.WAITING, 1, 1);
        }
        if (name.startsWith("burst")) {
            return new Shape(Kind.BURST, 1, Integer.parseInt(name.substring(5)));
        }
        if (name.startsWith("batch")) {
            return new Shape(Kind.BATCH, 1, Integer.parseInt(name.substring(5)));
        }
        if (name.startsWith("p")) {
            return new Shape(Kind.FLOWING, 1, Integer.parseInt(name.substring(1)));
        }
        String[] numbers = name.split("x");
        return new Shape(Kind.FLOWING, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** How many connections a client needs that can only wait: one for each call under way. */
    public int waitingConnections() {
        return connections * inFlight;
    }
}
