package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {
    @Test
    void namesAreComparedWithoutCaseAndKeepTheirOrder() {
        Headers headers = Headers.NONE.with("A", "1").with("b", "2").with("a", "3");
        assertThat(headers.get("B")).isEqualTo("2");
        assertThat(headers.get("A")).isEqualTo("3");
        assertThat(headers.get("c")).isNull();
        List<String> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(name + "=" + value));
        assertThat(all).containsExactly("b=2", "a=3");
        assertThat(headers).hasToString("[b, a]");
        assertThat(Headers.NONE.get("a")).isNull();
    }

    @Test
    void whatWouldBreakOutOfItsLineIsRefused() {
        assertThatThrownBy(() -> Headers.NONE.with("a b", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a header can't have the name \"a b\"; use letters, digits and hyphens");
        assertThatThrownBy(() -> Headers.NONE.with("a", "1\r\nb: 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the header a has a control character in its value; remove it");
    }
}
