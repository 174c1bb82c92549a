package dev.parley.benchmark.load;

import dev.parley.benchmark.contender.Contenders;

/**
 * A method under a load.
 *
 * @param persons how many persons a search is for; negative for an echo
 * @param shape how calls follow each other
 */
public record Workload(int persons, Shape shape) {
    /** Reads a workload: {@code echo.p64}, {@code 2.seq}, {@code 1000.16x16}. */
    public static Workload of(String name) {
        String[] parts = name.split("\\.");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    name + " is no workload; one looks like echo.p64 or, for a search of 2 persons, 2.seq");
        }
        return new Workload(parts[0].equals("echo") ? -1 : Integer.parseInt(parts[0]), Shape.of(parts[1]));
    }

    /** Whether a client with some ability can make these calls; one that only waits takes a connection for each. */
    public boolean suits(Contenders.Ability ability) {
        return switch (shape.kind()) {
            case WAITING -> true;
            case FLOWING -> ability != Contenders.Ability.WAIT || shape.connections() > 1;
            case BURST -> ability != Contenders.Ability.WAIT;
            case BATCH -> ability == Contenders.Ability.BATCH;
        };
    }

    /** The question at a place: texts differ, so that an answer to another question is noticed. */
    Question question(int place) {
        return persons < 0 ? new Question.Echo(text(place)) : new Question.Search(persons);
    }

    /** Twelve characters. */
    static String text(int place) {
        return "hello, " + (10_000 + place % 90_000);
    }
}
