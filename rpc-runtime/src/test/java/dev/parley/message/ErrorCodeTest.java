package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table has every code once, and docs/protocol.md has the table. */
class ErrorCodeTest {
    private static List<Field> constants() {
        return List.of(ErrorCode.class.getDeclaredFields()).stream()
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == int.class)
                .toList();
    }

    @Test
    void everyConstantIsInTheTable() throws IllegalAccessException {
        List<Integer> codes = new ArrayList<>();
        for (Field constant : constants()) {
            codes.add(constant.getInt(null));
        }
        assertThat(ErrorCode.table())
                .extracting(ErrorCode::code)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(codes);
        assertThat(ErrorCode.of(ErrorCode.BUSY))
                .get()
                .extracting(ErrorCode::retry)
                .isEqualTo(ErrorCode.Retry.LATER);
        assertThat(ErrorCode.of(-32001)).isEmpty();
    }

    @Test
    void whatDidNotRunIsWhatMayBeSentAgainWithoutCare() {
        assertThat(ErrorCode.table())
                .filteredOn(
                        entry -> entry.retry() == ErrorCode.Retry.LATER || entry.retry() == ErrorCode.Retry.ELSEWHERE)
                .noneMatch(ErrorCode::mayHaveRun);
        assertThat(ErrorCode.table())
                .filteredOn(entry -> entry.retry() == ErrorCode.Retry.IF_IDEMPOTENT)
                .allMatch(ErrorCode::mayHaveRun);
    }

    @Test
    void thePageHasTheTable() throws IOException, IllegalAccessException {
        List<String> rows = new ArrayList<>();
        for (Field constant : constants()) {
            ErrorCode entry = ErrorCode.of(constant.getInt(null)).orElseThrow();
            rows.add("| " + entry.code() + " | `" + constant.getName() + "` | " + entry.meaning() + " | "
                    + (entry.mayHaveRun() ? "yes" : "no") + " | "
                    + entry.retry().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " |");
        }
        assertThat(Files.readAllLines(Path.of("../docs/protocol.md")).stream()
                        .filter(line -> line.startsWith("| -32"))
                        .toList())
                .isEqualTo(rows);
    }
}
