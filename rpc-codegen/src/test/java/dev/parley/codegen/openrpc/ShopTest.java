package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codegen.DocumentRequest;
import dev.parley.serializer.ValueException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits on values, errors as exceptions, and defaults: generated, compiled and called. */
@Timeout(60)
class ShopTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/openrpc/shop.json");

    @TempDir
    Path folder;

    private DocumentProject shop(boolean checks) {
        return new DocumentProject(folder, new DocumentRequest(DOCUMENT, "shop", "", false, checks, List.of(), false));
    }

    @Test
    void whatIsWrittenIsPinned() {
        DocumentProject shop = shop(true);
        assertThat(shop.mistakes()).isEmpty();
        Golden.check(
                "openrpc/shop.txt",
                shop.source("shop/Shop.java")
                        + shop.source("shop/OutOfStockException.java")
                        + shop.source("shop/CardRefusedException.java")
                        + shop.source("shop/ShopMethods.java")
                        + shop.source("shop/ExtraCodec.java"));
    }

    @Test
    void whatIsNotCheckedIsReportedWhereChecksAreWanted() {
        assertThat(shop(false).notes())
                .containsExactly(
                        "shop.json:[19,9] [reserved-code-error] /methods/0/errors/2 has the code -32602, which JSON-RPC"
                                + " keeps for itself: it arrives as RpcErrorException.",
                        "shop.json:[20,9] [repeated-code] /methods/0/errors/3 has the code 12, as /methods/0/errors/1"
                                + " has: no exception is generated, and the first one is used for both.");
        assertThat(shop(true).notes())
                .contains(
                        "shop.json:[56,19] [unchecked-limit] /components/schemas/Extra/properties/when limits values by"
                                + " maxLength, which is not checked for the type they have.",
                        "shop.json:[57,18] [unchecked-pattern] /components/schemas/Extra/properties/odd has the pattern"
                                + " (?<=a)b\\1, which Java can't say: it is not checked.",
                        "shop.json:[58,19] [unchecked-limit] /components/schemas/Extra/properties/pair limits values by"
                                + " minProperties, which is not checked for the type they have.")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"tags\":[]}|/tags: expected an array of at least 1 element, found 0 elements",
                "{\"tags\":[\"AAA\",\"BBB\",\"CCC\",\"DDD\"]}|/tags: expected an array of at most 3 elements, found 4"
                        + " elements",
                "{\"tags\":[\"AAA\",\"AAA\"]}|/tags: expected an array whose elements differ, found element 2 equal to"
                        + " one before",
                "{\"tags\":[\"AAA\",\"b\"]}|/tags/1: expected a string of at least 3 characters, found \"b\"",
                "{\"tags\":[\"AAA\",\"bbb\"]}|/tags/1: expected a string that matches ^[A-Z]+$, found \"bbb\"",
                "{\"weights\":{}}|/weights: expected an object of at least 1 member, found 0 members",
                "{\"weights\":{\"a\":1,\"b\":2,\"c\":3}}|/weights: expected an object of at most 2 members, found 3"
                        + " members",
                "{\"weights\":{\"a\":30}}|/weights/a: expected a number below 30, found 30",
                "{\"size\":4}|/size: expected one of 1, 2, 3, found 4",
                "{\"name\":\"x\"}|/name: expected a string of at least 2 characters, found \"x\"",
            })
    void everyBrokenRuleIsNamedWithPlaceAndValue(String text, String message) {
        Codec<?> checked = shop(true).compile().codec("shop.ExtraCodec");
        assertThatThrownBy(() -> read(checked, text))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    @Test
    void byDefaultLimitsAreNotChecked() {
        Codec<?> lenient = shop(false).compile().codec("shop.ExtraCodec");
        assertThat(read(lenient, "{\"tags\":[],\"size\":4,\"name\":\"x\"}"))
                .asString()
                .contains("size=4");
    }

    private static Object read(Codec<?> codec, String text) {
        return Json.read(codec, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void callsErrorsAndDefaultsAcrossTheWire() throws Exception {
        DocumentProject shop = shop(true).add("shop/Main.java", """
                        package shop;

                        import dev.parley.contract.RpcErrorException;
                        import dev.parley.contract.RpcException;
                        import dev.parley.peer.*;
                        import dev.parley.codec.JsonValue;
                        import java.util.List;

                        @SuppressWarnings("try") // A server serves without being mentioned.
                        public final class Main {
                            private Main() {}

                            private static final class Seller implements Shop {
                                @Override
                                public String order(String code, int count, Wrap wrap, Extra extra) {
                                    if (code.equals("GONE")) {
                                        throw new OutOfStockException();
                                    } else if (code.equals("CARD")) {
                                        throw new CardRefusedException(new Refusal("stolen", 5L));
                                    } else if (code.equals("LONG")) {
                                        return "x".repeat(41);
                                    }
                                    return count + " " + code + " " + wrap;
                                }

                                @Override
                                public boolean cancel(String code) {
                                    throw new TooLateException("Too late for " + code);
                                }
                            }

                            public static String run() throws Exception {
                                StringBuilder out = new StringBuilder();
                                try (RpcServer server = RpcServer.builder()
                                                .service(new ShopSkeleton(new Seller()))
                                                .listen("memory:shop")
                                                .start();
                                        Peer peer = Peer.connect("memory:shop")) {
                                    ShopClient client = new ShopClient(peer);
                                    Extra extra = new Extra(null, null, null, dev.parley.codec.Maybe.absent(), null, null, null);
                                    out.append(client.order("ABC", 2, Wrap.GIFT, extra)).append('\\n');
                                    try {
                                        client.order("GONE", 1, Wrap.NONE, extra);
                                    } catch (OutOfStockException e) {
                                        out.append(e.getMessage()).append('\\n');
                                    }
                                    try {
                                        client.order("CARD", 1, Wrap.NONE, extra);
                                    } catch (CardRefusedException e) {
                                        out.append(e.getMessage()).append(' ').append(e.data()).append('\\n');
                                    }
                                    try {
                                        client.cancel("ABC");
                                    } catch (TooLateException e) {
                                        out.append(e.getMessage()).append('\\n');
                                    }
                                    try {
                                        client.order("LONG", 1, Wrap.NONE, extra);
                                    } catch (RpcException e) {
                                        out.append(e.getMessage()).append('\\n');
                                    }
                                    for (String arguments : List.of(
                                            "{\\"code\\":\\"ABC\\",\\"extra\\":{}}",
                                            "{\\"code\\":\\"GONE\\",\\"extra\\":{}}",
                                            "{\\"code\\":\\"CARD\\",\\"extra\\":{}}",
                                            "{\\"code\\":\\"abc\\",\\"extra\\":{}}",
                                            "{\\"code\\":\\"ABC\\",\\"count\\":100,\\"extra\\":{}}",
                                            "{\\"code\\":\\"ABC\\",\\"extra\\":{\\"tags\\":[\\"ABC\\",\\"x\\"]}}")) {
                                        try {
                                            out.append(client.call("order", dev.parley.codec.Json.parse(arguments))).append('\\n');
                                        } catch (RpcErrorException e) {
                                            out.append(e.getMessage()).append('\\n');
                                        }
                                    }
                                }
                                return out.toString();
                            }
                        }
                        """).compile();
        Object said = shop.loader().loadClass("shop.Main").getMethod("run").invoke(null);
        assertThat(said).isEqualTo("""
                        2 ABC GIFT
                        Out of stock
                        Card refused: ask the bank Refusal[reason=stolen, retry=5]
                        Too late for ABC
                        the result of order is not as declared: expected a string of at most 40 characters, found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
                        "1 ABC NONE"
                        Out of stock (11)
                        Card refused: ask the bank (12): {"reason":"stolen","retry":5}
                        Invalid params (-32602): "code: expected a string that matches ^[A-Z]+$, found \\"abc\\""
                        Invalid params (-32602): "count: expected a number of at most 99, found 100"
                        Invalid params (-32602): "extra/tags/1: expected a string of at least 3 characters, found \\"x\\""
                        """);
    }
}
