package dev.parley.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcProtocolException;
import org.junit.jupiter.api.Test;

/** What a peer wrote can neither forge a line of a log nor command a terminal, wherever people read it. */
class PrintableTest {
    private static final String HOSTILE = "a\u001b]0;owned\u0007\n\r\tb\u007f\u009b\u2028\u2029\u202e\u2066\ufeffc";
    private static final String SHOWN =
            "a\\u001b]0;owned\\u0007\\n\\r\\tb\\u007f\\u009b\\u2028\\u2029\\u202e\\u2066\\ufeffc";

    @Test
    void controlCharactersAreEscaped() {
        assertThat(ValueException.printable(HOSTILE)).isEqualTo(SHOWN);
        String plain = "größe \\n € 😀 e\u0301 \"x\"";
        assertThat(ValueException.printable(plain)).isSameAs(plain);
        assertThat(ValueException.cut(HOSTILE.substring(0, 20))).doesNotContainPattern("[\\p{Cc}]");
    }

    @Test
    void exceptionsAreSafeAndKeepWhatThePeerSaid() {
        RpcErrorException error = new RpcErrorException(new RpcError(7, HOSTILE, JsonValue.of(HOSTILE)));
        assertThat(error).hasMessage(SHOWN + " (7): \"" + SHOWN + "\"");
        assertThat(error.error().message()).isEqualTo(HOSTILE);
        assertThat(new RpcProtocolException(HOSTILE, null)).hasMessage(SHOWN);
        assertThat(new ValueException("/" + HOSTILE, "expected x")).hasMessage("/" + SHOWN + ": expected x");
    }

    @Test
    void aValueInWordsIsTheSameValue() {
        JsonValue value = JsonValue.of(HOSTILE);
        assertThat(value).hasToString('"' + SHOWN + '"');
        assertThat(Json.parse(value.toString())).isEqualTo(value);
    }
}
