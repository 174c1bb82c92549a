package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page docs/conformance.md names a test that exists in each row of its tables, or says that there is none. */
class ConformancePageTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyRowNamesATestThatExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Path.of("../docs/conformance.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| case ")) {
                continue;
            }
            rows++;
            String[] cells = line.split("(?<!\\\\)\\|");
            String tests = cells[cells.length - 1].trim();
            Matcher named = TEST.matcher(tests);
            boolean any = tests.equals("-");
            while (named.find()) {
                any = true;
                if (!exists(named.group(1), named.group(2))) {
                    wrong.add(named.group());
                }
            }
            if (!any) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThan(50);
    }

    private static boolean exists(String type, String method) {
        try {
            return Arrays.stream(Class.forName("dev.parley.conformance." + type).getDeclaredMethods())
                    .anyMatch(declared -> declared.getName().equals(method));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
