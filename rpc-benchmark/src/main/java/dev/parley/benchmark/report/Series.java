package dev.parley.benchmark.report;

import dev.parley.benchmark.process.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All rounds of one contender under one workload. The rounds of several contenders took turns, so that those of one
 * number belong together.
 */
public record Series(String contender, String workload, List<Measured> rounds) {
    /** A number of each round in short. */
    public Spread spread(ToDoubleFunction<Measured> number) {
        return Spread.of(rounds.stream().map(number::applyAsDouble).toList());
    }

    /** Calls a second. */
    public Spread rate() {
        return spread(round -> round.result().rate());
    }

    /** A number of this as a multiple of another's, whose spread is that of the rounds that belong together. */
    public Spread ratio(Series other, ToDoubleFunction<Measured> number) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(rounds.size(), other.rounds.size()); i++) {
            ratios.add(number.applyAsDouble(rounds.get(i)) / number.applyAsDouble(other.rounds.get(i)));
        }
        Spread spread = Spread.of(ratios);
        return new Spread(spread(number).median() / other.spread(number).median(), spread.least(), spread.most());
    }

    /** How many answers were wrong. */
    public long wrong() {
        return rounds.stream().mapToLong(round -> round.result().wrong()).sum();
    }
}
