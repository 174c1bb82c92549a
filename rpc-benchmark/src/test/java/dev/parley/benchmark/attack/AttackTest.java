package dev.parley.benchmark.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each attack for seconds; {@code mvn -Pattacks} runs them for a minute. */
class AttackTest {
    @ParameterizedTest
    @EnumSource(Attack.class)
    void aGoodClientLosesNothingAndNothingIsLeft(Attack attack) throws Exception {
        AttackMain.Outcome outcome = AttackMain.run(attack, 3);
        assertThat(outcome.isHarmless()).as(outcome.toString()).isTrue();
    }
}
