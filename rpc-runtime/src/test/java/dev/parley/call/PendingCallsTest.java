package dev.parley.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PendingCallsTest {
    private static final MethodDescriptor<JsonValue> METHOD = MethodDescriptor.untyped("m");

    private final PendingCalls pending = new PendingCalls();
    private final List<PendingCall<?>> cancelled = new ArrayList<>();
    private final PendingCall.Owner owner = new PendingCall.Owner() {
        @Override
        public void cancelled(PendingCall<?> call) {
            cancelled.add(call);
        }

        @Override
        public @Nullable Executor callbacks() {
            return null;
        }
    };

    private PendingCall<JsonValue> add(long timeoutNanos) {
        PendingCall<JsonValue> call = new PendingCall<>(METHOD, "m", timeoutNanos);
        assertThat(pending.add(call, owner)).isTrue();
        return call;
    }

    @Test
    void idsCountUpFromZero() {
        assertThat(add(0).id()).isZero();
        assertThat(pending.unusedId()).isEqualTo(1);
        assertThat(add(0).id()).isEqualTo(2);
    }

    @Test
    void eachIsTakenOnce() {
        PendingCall<JsonValue> call = add(0);
        assertThat(pending.take(1)).isNull();
        assertThat(pending.take(-1)).isNull();
        assertThat(pending.take(call.id() + 16)).isNull();
        assertThat(pending.take(Long.MIN_VALUE)).isNull();
        assertThat(pending.take(call.id())).isSameAs(call);
        assertThat(pending.take(call.id())).isNull();
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void oneThatIsCancelledTellsItsOwnerOnce() {
        PendingCall<JsonValue> call = add(0);
        assertThat(call.cancel(false)).isTrue();
        assertThat(call.cancel(true)).isTrue();
        assertThat(cancelled.size()).isEqualTo(1);
        assertThat(cancelled.get(0) == call).isTrue();
        PendingCall<JsonValue> answered = add(0);
        answered.answered(JsonValue.of(1));
        assertThat(answered.cancel(false)).isFalse();
        assertThat(cancelled.contains(answered)).isFalse();
    }

    @Test
    void manyAtOnceAreAllFoundInAnyOrder() {
        List<PendingCall<?>> calls = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            calls.add(add(0));
        }
        assertThat(pending.size()).isEqualTo(200_000);
        Collections.shuffle(calls, new Random(1));
        for (PendingCall<?> call : calls) {
            assertThat(pending.take(call.id()) == call).isTrue();
        }
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void oneThatIsOutlivedByManyTurnsIsStillFound() {
        PendingCall<JsonValue> old = add(0);
        for (int i = 0; i < 1000; i++) {
            PendingCall<JsonValue> call = add(0);
            assertThat(pending.take(call.id())).isSameAs(call);
        }
        PendingCall<JsonValue> young = add(0);
        assertThat(pending.size()).isEqualTo(2);
        assertThat(pending.take(old.id())).isSameAs(old);
        assertThat(pending.takeOnly()).isSameAs(young);
        assertThat(pending.takeOnly()).isNull();
    }

    @Test
    void theLateOnesAreTakenOut() {
        PendingCall<JsonValue> first = add(100);
        for (int i = 0; i < 100; i++) {
            pending.take(add(0).id());
        }
        PendingCall<JsonValue> second = add(200);
        PendingCall<JsonValue> never = add(0);
        assertThat(pending.takeIf(call -> call.isLate(0))).isEmpty();
        assertThat(pending.takeIf(call -> call.isLate(99))).isEmpty();
        List<@Nullable PendingCall<?>> late = new ArrayList<>(pending.takeIf(call -> call.isLate(150)));
        assertThat(late.size() == 1 && late.get(0) == first).isTrue();
        assertThat(pending.takeIf(call -> call.isLate(Long.MAX_VALUE)).get(0) == second)
                .isTrue();
        assertThat(pending.takeOnly() == never).isTrue();
    }

    @Test
    void afterTheEndNoneIsTakenIn() {
        PendingCall<JsonValue> call = add(0);
        assertThat(pending.end().get(0) == call).isTrue();
        assertThat(pending.add(new PendingCall<>(METHOD, "m", 0), owner)).isFalse();
        assertThat(pending.end()).isEmpty();
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void threadsDoNotLoseAny() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> done = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            done.add(threads.submit(() -> {
                start.await();
                int found = 0;
                List<PendingCall<?>> mine = new ArrayList<>();
                for (int i = 0; i < 20_000; i++) {
                    mine.add(add(0));
                    if (i % 3 != 0) {
                        PendingCall<?> call = mine.remove(mine.size() / 2);
                        found += pending.take(call.id()) == call ? 1 : 0;
                    }
                }
                for (PendingCall<?> call : mine) {
                    found += pending.take(call.id()) == call ? 1 : 0;
                }
                return found;
            }));
        }
        start.countDown();
        for (Future<Integer> each : done) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(20_000);
        }
        threads.shutdown();
        assertThat(pending.isEmpty()).isTrue();
    }
}
