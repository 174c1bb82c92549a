package dev.parley.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MethodTableTest {
    /** A service of one method. */
    private record Named(String name) implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor(name, List.of(MethodDescriptor.untyped(name)), false, () -> null);
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            return null;
        }
    }

    private static Target target(String name) {
        return Target.of(name, new Named(name), 0, false);
    }

    private static @Nullable String find(MethodTable table, String name) {
        byte[] bytes = ("<" + name + ">").getBytes(StandardCharsets.UTF_8);
        Target target = table.find(bytes, 1, bytes.length - 1);
        return target == null ? null : target.name();
    }

    private static void findsAll(List<String> names) {
        MethodTable table =
                new MethodTable(names.stream().map(MethodTableTest::target).toList());
        for (String name : names) {
            assertThat(find(table, name)).isEqualTo(name);
            assertThat(find(table, name + "x")).isNull();
            assertThat(find(table, "x" + name)).isNull();
        }
    }

    @Test
    void findsEveryOneOf2000() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            names.add("service" + i % 50 + ".method" + i);
        }
        findsAll(names);
    }

    @Test
    void tellsNamesOfOneHashApart() {
        // "Aa" and "BB" have one hash, and so has every text made of them.
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 8; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.add(name.toString());
        }
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        findsAll(names);
    }

    @Test
    void findsTheEmptyNameAndOthersThanAscii() {
        findsAll(List.of("", "é", "日本", "😀"));
    }

    @Test
    void anEmptyTableHasNothing() {
        assertThat(find(new MethodTable(List.of()), "any")).isNull();
    }
}
