package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcErrorException;
import dev.parley.example.ethereum.BlockTag;
import dev.parley.example.ethereum.EthereumClient;
import dev.parley.example.ethereum.EthereumSkeleton;
import dev.parley.example.ethereum.TransactionRejectedException;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is generated from Ethereum's document and jayson call each other over TCP. */
@Timeout(60)
class JaysonTest {
    private static final String BLOCK = "{\"extraData\":\"0x\",\"gasLimit\":\"0x1c9c380\",\"gasUsed\":\"0x0\","
            + "\"hash\":\"0x1*64\",\"logsBloom\":\"0x0*512\",\"miner\":\"0x0*40\",\"mixHash\":\"0x0*64\","
            + "\"nonce\":\"0x0000000000000000\",\"number\":\"0x1\",\"parentHash\":\"0x0*64\","
            + "\"receiptsRoot\":\"0x0*64\",\"sha3Uncles\":\"0x0*64\",\"size\":\"0x267\",\"stateRoot\":\"0x0*64\","
            + "\"timestamp\":\"0x6b03480e\",\"transactions\":[],\"transactionsRoot\":\"0x0*64\",\"uncles\":[]}";

    @Test
    void jaysonsClientCallsOurServer() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new EthereumSkeleton(new Chain()))
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Running client = NodePrograms.start(
                        "jayson",
                        "jayson_client.js",
                        "127.0.0.1",
                        Integer.toString(URI.create(server.uri()).getPort()))) {
            assertThat(client.ended())
                    .isEqualTo(new Running.Ended(
                            0,
                            List.of(
                                    result(1, "\"0x1\""),
                                    result(2, "\"0xde0b6b3a7640000\""),
                                    result(3, "\"0xde0b6b3a7640000\""),
                                    result(4, block()),
                                    result(5, "null"),
                                    error(
                                            6,
                                            "{\"code\":-32003,\"message\":\"Transaction rejected\","
                                                    + "\"data\":{\"transaction\":\"0x00\"}}"),
                                    error(
                                            7,
                                            "{\"code\":-32602,\"message\":\"Invalid params\","
                                                    + "\"data\":\"Address: expected a string, found a number\"}"),
                                    error(8, "{\"code\":-32601,\"message\":\"Method not found\"}"),
                                    error(9, "{\"code\":-32601,\"message\":\"Method not found\"}"),
                                    "[" + result(10, "\"0x7a69\"") + "," + result(11, "\"0x1\"") + ","
                                            + error(12, "{\"code\":-32601,\"message\":\"Method not found\"}") + "]",
                                    "null"),
                            List.of()));
        }
    }

    private static String block() {
        String text = BLOCK;
        for (int length : new int[] {64, 512, 40}) {
            text = text.replace("0*" + length, "0".repeat(length)).replace("1*" + length, "1".repeat(length));
        }
        return text;
    }

    private static String result(int id, String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}";
    }

    private static String error(int id, String error) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":" + error + "}";
    }

    @Test
    void ourClientCallsJaysonsServer() throws Exception {
        try (Running server = NodePrograms.start("jayson", "jayson_server.js")) {
            try (Peer peer = Peer.connect("tcp://" + server.outputAfter("listening "))) {
                EthereumClient ethereum = new EthereumClient(peer);
                assertThat(ethereum.ethBlockNumber()).isEqualTo("0x1");
                assertThat(ethereum.ethGetBalance(Chain.RICH, BlockTag.LATEST)).isEqualTo("0xde0b6b3a7640000");
                assertThat(ethereum.ethGetTransactionByHash("0x" + "0".repeat(64)))
                        .isNull();
                assertThatExceptionOfType(TransactionRejectedException.class)
                        .isThrownBy(() -> ethereum.ethSendRawTransaction("0x00"))
                        .withMessage("Transaction rejected")
                        // The document declares no data for it, so that it stands beside.
                        .satisfies(e -> assertThat(e.getSuppressed())
                                .singleElement(InstanceOfAssertFactories.type(RpcErrorException.class))
                                .satisfies(whole -> assertThat(whole.code()).isEqualTo(-32003))
                                .satisfies(whole -> assertThat(whole.data())
                                        .isEqualTo(
                                                JsonValue.object(Map.entry("reason", JsonValue.of("nonce too low"))))));
                assertThatExceptionOfType(RpcErrorException.class)
                        .isThrownBy(ethereum::ethCoinbase)
                        .satisfies(e -> assertThat(e.code()).isEqualTo(-32601));
                batch(ethereum);
            }
        }
    }

    private static void batch(EthereumClient ethereum) {
        EthereumClient.Batch batch = ethereum.batch();
        CompletableFuture<String> chain = batch.ethChainId();
        CompletableFuture<String> unknown = batch.ethCoinbase();
        CompletableFuture<String> number = batch.ethBlockNumber();
        batch.send().handle((done, failed) -> done).join();
        assertThat(chain.join()).isEqualTo("0x7a69");
        assertThat(number.join()).isEqualTo("0x1");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(unknown::join)
                .withCauseInstanceOf(RpcErrorException.class);
    }
}
