package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.dispatch.Dispatcher;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of JSON-RPC 2.0 leaves open to a server, and what we do: see docs/conformance.md. */
class EdgeCasesTest {
    private final SpecService service = new SpecService();
    private final Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
            .service(service)
            .method("params", params -> params)
            .build();

    private @Nullable String answer(String message) {
        return answer(message.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String answer(byte[] message) {
        byte[] answer = dispatcher.dispatch(message);
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    private static String call(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":1}";
    }

    private static String result(String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}";
    }

    private static String error(String id, int code, String message) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + message
                + "\"}}";
    }

    private static String error(String id, int code, String message, String data) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + message
                + "\",\"data\":\"" + data + "\"}}";
    }

    private static String invalid(String id) {
        return error(id, -32600, "Invalid Request");
    }

    private static String badParams(String data) {
        return error("1", -32602, "Invalid params", data);
    }

    private static String parseError(String data) {
        return error("null", -32700, "Parse error", data);
    }

    @Test
    void aNullIdIsACall() {
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1],\"id\":null}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.50",
                "1.0",
                "1e2",
                "-0",
                "1180591620717411303424",
                "\"1\"",
                "\"\"",
                "\"a\\u00e9\\\"b\"",
                "\"\\ud83d\\ude00\"",
                "\"\\ud800\""
            })
    void anIdComesBackByteForByte(String id) {
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\": " + id + " }"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "[]", "[1]", "{}", "{\"a\":1}"})
    void anIdOfAnotherTypeIsInvalid(String id) {
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":" + id + "}"))
                .isEqualTo(invalid("null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":5}",
                "{\"id\":5}",
                "{\"jsonrpc\":\"2.0\",\"method\":1,\"id\":5}",
                "{\"jsonrpc\":\"2.0\",\"method\":null,\"id\":5}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":5,\"id\":5}",
                "{\"jsonrpc\":\"2.1\",\"method\":\"sum\",\"id\":5}"
            })
    void anInvalidRequestKeepsItsId(String request) {
        assertThat(answer(request)).isEqualTo(invalid("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "\"2\"", "\"2.1\"", "\"1.0\"", "\"2.0 \"", "null", "true", "[\"2.0\"]", "\"\""})
    void anotherVersionIsInvalid(String version) {
        assertThat(answer("{\"jsonrpc\":" + version + ",\"method\":\"sum\",\"params\":[],\"id\":1}"))
                .isEqualTo(invalid("1"));
    }

    @Test
    void noVersionIsInvalidUnlessItFits1() {
        assertThat(answer("{\"method\":\"sum\",\"params\":{},\"id\":1}")).isEqualTo(invalid("1"));
        assertThat(answer("{\"method\":\"sum\",\"id\":1}")).isEqualTo(invalid("1"));
        assertThat(answer("{\"method\":\"sum\",\"params\":[]}")).isEqualTo(invalid("null"));
        assertThat(answer("{\"version\":\"1.1\",\"method\":\"sum\",\"params\":[],\"id\":1}"))
                .isEqualTo(invalid("1"));
        assertThat(answer("{\"method\":\"sum\",\"params\":[1],\"id\":1}"))
                .isEqualTo("{\"id\":1,\"result\":1,\"error\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"1\",\"method\":\"sum\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":{}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":\"x\"}",
                "{\"jsonrpc\":\"2.0\"}",
                "{}"
            })
    void anInvalidObjectIsNoNotification(String request) {
        assertThat(answer(request)).isEqualTo(invalid("null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"nope\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[\"x\"]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[1,2]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"fail\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1]}",
                "[{\"jsonrpc\":\"2.0\",\"method\":\"fail\"},{\"jsonrpc\":\"2.0\",\"method\":\"nope\"}]"
            })
    void aNotificationIsNeverAnswered(String notification) {
        assertThat(answer(notification)).isNull();
    }

    @Test
    void noParamsCanBeSaidInThreeWays() {
        for (String method : new String[] {"nothing", "options", "sum"}) {
            String omitted = answer("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}");
            assertThat(omitted).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":");
            assertThat(answer(call(method, "[]"))).isEqualTo(omitted);
            assertThat(answer(call(method, "{}"))).isEqualTo(omitted);
        }
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":\"params\",\"id\":1}"))
                .isEqualTo(result("null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"bar\"", "5", "true"})
    void paramsThatAreNoArrayOrObjectAreInvalid(String params) {
        assertThat(answer(call("sum", params))).isEqualTo(invalid("1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "subtract | [42] | subtrahend is missing",
                "subtract | {\"minuend\":42} | subtrahend is missing",
                "subtract | [] | minuend is missing",
                "subtract | [1,2,3] | too many arguments: there are 2 parameters",
                "nothing | [null] | too many arguments: there are 0 parameters",
                "notify_hello | [1,2] | too many arguments: there is 1 parameter",
                "subtract | [\"42\",23] | minuend: expected an integer of 32 bits, found a string",
                "subtract | [42,null] | subtrahend: expected an integer of 32 bits, found null",
                "subtract | [42,{}] | subtrahend: expected an integer of 32 bits, found an object",
                "sum | [1,\"x\"] | values: expected an integer of 32 bits, found a string",
                "subtract | {\"minuend\":1,\"Subtrahend\":2} | there is no parameter \\\"Subtrahend\\\"",
                "nothing | {\"x\":1} | there is no parameter \\\"x\\\"",
                "subtract | {\"minuend\":1,\"minuend\":2,\"subtrahend\":1} | minuend is given twice"
            })
    void wrongParamsAreToldApart(String method, String params, String data) {
        assertThat(answer(call(method, params))).isEqualTo(badParams(data));
    }

    @Test
    void anUnknownNameIsCutAndCleanedBeforeItIsToldBack() {
        String name = "\\n" + "x".repeat(100);
        assertThat(answer(call("nothing", "{\"" + name + "\":1}")))
                .isEqualTo(badParams("there is no parameter \\\"\uFFFD" + "x".repeat(39) + "…\\\""));
    }

    @Test
    void aNumberOfAnotherTypeIsNotCoerced() {
        assertThat(answer(call("sum", "[1.5]")))
                .isEqualTo(badParams("values: expected an integer of 32 bits, found 1.5"));
        assertThat(answer(call("sum", "[3000000000]")))
                .isEqualTo(badParams("values: expected an integer of 32 bits, found 3000000000"));
    }

    @Test
    void nullIsAbsentWhereTheTypeAllows() {
        assertThat(answer(call("options", "{\"nullable\":null,\"optional\":null,\"limit\":null}")))
                .isEqualTo(result("\"null none 10\""));
        assertThat(answer(call("options", "[\"a\",\"b\",3]"))).isEqualTo(result("\"a b 3\""));
        assertThat(answer(call("options", "[null,null,3]"))).isEqualTo(result("\"null none 3\""));
        assertThat(answer(call("echo", "[null]"))).isEqualTo(result("null"));
        assertThat(answer(call("echo", "[]"))).isEqualTo(badParams("value is missing"));
    }

    @Test
    void otherMembersAreIgnored() {
        assertThat(
                        answer(
                                "{\"auth\":\"x\",\"jsonrpc\":\"2.0\",\"meta\":{\"a\":[]},\"method\":\"sum\",\"id\":1,\"z\":null}"))
                .isEqualTo(result("0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"nope\",\"method\":\"sum\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":1,\"id\":2}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[],\"params\":[],\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"nope\",\"m\\u0065thod\":\"sum\",\"id\":1}"
            })
    void aMemberThatStandsTwiceIsInvalid(String request) {
        assertThat(answer(request)).isEqualTo(invalid("null"));
    }

    @Test
    void memberNamesAreCaseSensitive() {
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"Method\":\"sum\",\"id\":1}")).isEqualTo(invalid("1"));
        assertThat(answer("{\"JSONRPC\":\"2.0\",\"method\":\"sum\",\"id\":1}")).isEqualTo(invalid("1"));
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"ID\":1}")).isNull();
        assertThat(answer(call("SUM", "[]"))).isEqualTo(error("1", -32601, "Method not found"));
    }

    @Test
    void memberNamesAndMethodsMayBeEscaped() {
        assertThat(answer("{\"\\u006asonrpc\":\"2\\u002e0\",\"method\":\"s\\u0075m\",\"\\u0069d\":1}"))
                .isEqualTo(result("0"));
    }

    @Test
    void aResponseIsNoRequest() {
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":5}")).isEqualTo(invalid("5"));
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":\"x\"}")).isEqualTo(invalid("5"));
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"id\":5,\"error\":{\"code\":1,\"message\":\"m\"}}"))
                .isEqualTo(invalid("5"));
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":@}"))
                .isEqualTo(parseError("expected a value, found '@' at byte 33"));
    }

    @Test
    void whiteSpaceAndAByteOrderMarkAreFine() {
        assertThat(answer(" ".repeat(127) + "\r\n\t" + call("sum", " [ 1 , 2 ] ") + "\n\n"))
                .isEqualTo(result("3"));
        assertThat(answer("\uFEFF" + call("sum", "[1]"))).isEqualTo(result("1"));
    }

    @Test
    void nothingMayFollow() {
        String request = call("sum", "[]");
        assertThat(answer(request + "x"))
                .isEqualTo(parseError("expected the end, found 'x' at byte " + request.length()));
        assertThat(answer(request + request))
                .isEqualTo(parseError("expected the end, found '{' at byte " + request.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5", "0x1", "'a'", "[1,]", "{a:1}", "\"\t\""})
    void whatIsNoJsonIsAParseError(String value) {
        assertThat(answer(call("echo", "[" + value + "]")))
                .startsWith(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\",\"data\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "1e400", "1E-400", "123456789012345678901234567890.5", "9007199254740993"})
    void numbersWithoutATypeLoseNothing(String number) {
        assertThat(answer(call("echo", "[" + number + "]"))).isEqualTo(result(number));
    }

    @Test
    void textIsUtf8AndSurrogatesSurvive() {
        assertThat(answer(call("echo", "[\"\\ud83d\\ude00 é \\u0000\"]"))).isEqualTo(result("\"😀 é \\u0000\""));
        assertThat(answer(call("echo", "[\"\\ud800x\"]"))).isEqualTo(result("\"\\ud800x\""));
        byte[] broken = call("echo", "[\"??\"]").getBytes(StandardCharsets.UTF_8);
        int at = new String(broken, StandardCharsets.UTF_8).indexOf("??");
        broken[at] = (byte) 0xFF;
        broken[at + 1] = (byte) 0xFE;
        assertThat(answer(broken)).isEqualTo(parseError("not UTF-8 at byte " + at));
    }

    @Test
    void depthIsBounded() {
        String deepest = "[".repeat(126) + "]".repeat(126);
        assertThat(answer(call("echo", "[" + deepest + "]"))).isEqualTo(result(deepest));
        assertThat(answer(call("echo", "[[" + deepest + "]]")))
                .isEqualTo(parseError("nested deeper than 128 levels at byte 169"));
        assertThat(answer("[".repeat(1_000_000))).isEqualTo(parseError("nested deeper than 128 levels at byte 129"));
        assertThat(answer("{\"a\":".repeat(200_000)))
                .isEqualTo(parseError("nested deeper than 128 levels at byte 640"));
    }

    @Test
    void aNumberBeyondTheLimitIsAParseError() {
        assertThat(answer(call("echo", "[" + "9".repeat(1001) + "]")))
                .isEqualTo(parseError("number longer than 1000 characters at byte 43"));
    }

    @Test
    void systemMethodsThatAreNotOfferedAreNotFound() {
        assertThat(answer(call("rpc.discover", "[]"))).isEqualTo(error("1", -32601, "Method not found"));
    }

    @Test
    void theEmptyNameIsAName() {
        assertThat(answer(call("", "[]"))).isEqualTo(error("1", -32601, "Method not found"));
        Dispatcher other = Dispatcher.builder(JsonSerializer.INSTANCE)
                .method("", params -> JsonValue.of("here"))
                .build();
        assertThat(new String(other.dispatch(call("", "[]").getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(result("\"here\""));
    }

    @Test
    void entriesOfABatchAreJudgedOneByOne() {
        assertThat(answer("[[],null,\"x\"," + call("sum", "[1]") + "]"))
                .isEqualTo("[" + invalid("null") + "," + invalid("null") + "," + invalid("null") + "," + result("1")
                        + "]");
        assertThat(answer("[" + call("sum", "[1]") + "," + call("sum", "[2]") + "]"))
                .isEqualTo("[" + result("1") + "," + result("2") + "]");
        assertThat(answer("[" + call("sum", "[\"x\"]") + "]"))
                .isEqualTo("[" + badParams("values: expected an integer of 32 bits, found a string") + "]");
    }

    @Test
    void aBatchHoldsOnly2() {
        assertThat(answer("[{\"method\":\"sum\",\"params\":[1],\"id\":1}]")).isEqualTo("[" + invalid("1") + "]");
        assertThat(answer("[{\"method\":\"notify_hello\",\"params\":[1],\"id\":null}]"))
                .isEqualTo("[" + invalid("null") + "]");
    }

    @Test
    void aBatchThatIsTooLongIsOneError() {
        Dispatcher strict = Dispatcher.builder(JsonSerializer.INSTANCE)
                .service(service)
                .batchEntries(2)
                .build();
        String note = "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[1]}";
        byte[] answer = strict.dispatch(("[" + note + "," + note + "," + note + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .isEqualTo(error("null", -32010, "Batch too large", "a batch is limited to 2 entries"));
        assertThat(service.notified()).isEmpty();
        assertThat(strict.dispatch(("[" + note + "," + note + "]").getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void aHandlerThatFailsTellsNothingOfItself() {
        assertThat(answer(call("fail", "[]")))
                .matches("\\{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":\\{\"code\":-32603,\"message\":\"Internal error\","
                        + "\"data\":\\{\"correlationId\":\"[0-9a-f-]{36}\"}}}");
    }
}
