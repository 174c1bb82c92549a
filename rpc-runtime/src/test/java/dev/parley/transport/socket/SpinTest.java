package dev.parley.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpinTest {
    private static int sleeps(Spin spin) {
        int sleeps = 0;
        while (!spin.isDue()) {
            sleeps++;
        }
        return sleeps;
    }

    @Test
    void eachTimeInVainTwiceAsManyCallsSleepUntilOneIsOfUse() {
        Spin spin = new Spin(2);
        assertThat(sleeps(spin)).isZero();
        for (int pause = 1; pause < Spin.LONGEST_PAUSE; pause *= 2) {
            spin.ended(false);
            assertThat(sleeps(spin)).isEqualTo(pause);
        }
        for (int i = 0; i < 3; i++) {
            spin.ended(false);
            assertThat(sleeps(spin)).isEqualTo(Spin.LONGEST_PAUSE);
        }
        spin.ended(true);
        assertThat(sleeps(spin)).isZero();
        spin.ended(false);
        assertThat(sleeps(spin)).isOne();
    }

    @Test
    void notWithASingleProcessor() {
        Spin spin = new Spin(1);
        for (int i = 0; i < 100; i++) {
            assertThat(spin.isDue()).isFalse();
        }
    }
}
