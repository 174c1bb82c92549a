package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.serializer.ReadLimits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each setter sets the limit of its name and refuses what is out of range; so will those that are added later. */
class LimitsBuilderTest {
    private static List<Method> setters(Class<?> builder) {
        return Stream.of(builder.getDeclaredMethods())
                .filter(method -> method.getReturnType() == builder && method.getParameterCount() == 1)
                .toList();
    }

    private static Stream<Method> limits() {
        return Stream.concat(setters(Limits.Builder.class).stream(), setters(ReadLimits.Builder.class).stream());
    }

    private static Object builder(Method setter) {
        return setter.getDeclaringClass() == Limits.Builder.class
                ? Limits.DEFAULT.change()
                : ReadLimits.DEFAULT.change();
    }

    private static Object value(Method setter, long number) {
        Class<?> type = setter.getParameterTypes()[0];
        if (type == Duration.class) {
            return Duration.ofSeconds(number);
        }
        if (type == int.class) {
            return (int) number;
        }
        return number;
    }

    @Test
    void knowsAllSetters() {
        assertThat(setters(Limits.Builder.class)).hasSizeGreaterThanOrEqualTo(14);
        assertThat(setters(ReadLimits.Builder.class)).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aSetterSetsTheLimitOfItsName(Method setter) throws ReflectiveOperationException {
        Object builder = builder(setter);
        setter.invoke(builder, value(setter, 7));
        Object changed = builder.getClass().getMethod("build").invoke(builder);
        Object same = build(changed.getClass().getMethod("change").invoke(changed));
        for (Object limits : List.of(changed, same)) {
            assertThat(limits.getClass().getMethod(setter.getName()).invoke(limits))
                    .isEqualTo(value(setter, 7));
        }
        Object original = build(builder(setter));
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields(setter.getName())
                .isEqualTo(original);
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aSetterRefusesWhatIsOutOfRange(Method setter) {
        boolean time = setter.getParameterTypes()[0] == Duration.class;
        assertThatThrownBy(() -> set(setter, value(setter, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setter.getName() + " must be ")
                .hasMessageEndingWith(time ? " to 36500 days, but is PT-1S" : " at least 1, but is -1");
        if (!time) {
            assertThatThrownBy(() -> set(setter, value(setter, 0)))
                    .hasMessage(setter.getName() + " must be at least 1, but is 0");
        }
    }

    private static void set(Method setter, Object value) throws Throwable {
        try {
            setter.invoke(builder(setter), value);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {36_501, 365_000, Long.MAX_VALUE / 86_400})
    void noTimeIsTooLongToCountInNanoseconds(long days) {
        assertThatThrownBy(() -> Limits.DEFAULT.change().callTimeout(Duration.ofDays(days)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("callTimeout must be from 0 to 36500 days, but is PT");
        assertThatThrownBy(() -> Limits.DEFAULT.change().connectTimeout(Duration.ZERO))
                .hasMessage("connectTimeout must be from 1 ms to 36500 days, but is PT0S");
        assertThat(Limits.DEFAULT.change().callTimeout(Duration.ZERO).build().callTimeout())
                .isZero();
    }
}
