package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnSpinTest {
    private static int sleeps(OwnSpin spin) {
        int sleeps = 0;
        while (!spin.isDue()) {
            sleeps++;
        }
        return sleeps;
    }

    @Test
    void eachTimeInVainTwiceAsManyCallsSleepUntilOneIsOfUse() {
        OwnSpin spin = new OwnSpin(2);
        assertThat(sleeps(spin)).isZero();
        for (int pause = 1; pause < OwnSpin.LONGEST_PAUSE; pause *= 2) {
            spin.ended(false);
            assertThat(sleeps(spin)).isEqualTo(pause);
        }
        for (int i = 0; i < 3; i++) {
            spin.ended(false);
            assertThat(sleeps(spin)).isEqualTo(OwnSpin.LONGEST_PAUSE);
        }
        spin.ended(true);
        assertThat(sleeps(spin)).isZero();
        spin.ended(false);
        assertThat(sleeps(spin)).isOne();
    }

    @Test
    void notWithASingleProcessor() {
        OwnSpin spin = new OwnSpin(1);
        for (int i = 0; i < 100; i++) {
            assertThat(spin.isDue()).isFalse();
        }
    }
}
