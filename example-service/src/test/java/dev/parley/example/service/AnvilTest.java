package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.codec.JsonValue;
import dev.parley.codec.Maybe;
import dev.parley.contract.RpcProtocolException;
import dev.parley.example.ethereum.Block;
import dev.parley.example.ethereum.BlockNumberOrTag.BlockNumber;
import dev.parley.example.ethereum.BlockTag;
import dev.parley.example.ethereum.EthereumClient;
import dev.parley.example.ethereum.ExecutionRevertedException;
import dev.parley.example.ethereum.GenericTransaction;
import dev.parley.example.ethereum.ReceiptInfo;
import dev.parley.example.ethereum.SyncingStatus;
import dev.parley.example.ethereum.TransactionInfo;
import dev.parley.example.ethereum.TransactionRejectedException;
import dev.parley.peer.Peer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client generated from Ethereum's own document drives a real node over its Unix socket. */
@Timeout(60)
class AnvilTest {
    /** The first two accounts of every anvil: it owns their keys, and each has 10,000 ether. */
    private static final String ALICE = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    private static final String BOB = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);
    private static final BigInteger ALLOWANCE = ETHER.multiply(BigInteger.valueOf(10_000));

    /**
     * Alice's first transaction: 1 wei to Bob at 2 gwei a unit of gas, chain 31337; signed by anvil's own {@code
     * eth_signTransaction}, and proved right by a node that finds Alice's address in it.
     */
    private static final String SIGNED =
            "0xf8658084773594008252089470997970c51812dc3a010c7d01b50e0d17dc79c8018082f4f6a0b6a0ac32bb6e28231a02777ab4c67f09"
                    + "e9940a16ab17ddfa12eb6bf13277764ba0629cd63659c9068b643ab93e6600835828bb751f62b44dac453a7df1973eeb0c";

    /** Reverts with four bytes, 08c379a0: PUSH32, PUSH1 0, MSTORE, PUSH1 4, PUSH1 0, REVERT. */
    private static final String REVERTING = "0x7f08c379a0" + "0".repeat(56) + "60005260046000fd";

    @TempDir
    private Path folder;

    private Running node;
    private Peer peer;
    private EthereumClient ethereum;

    @BeforeEach
    void start() throws Exception {
        String socket = folder.resolve("anvil.ipc").toString();
        node = NodePrograms.anvil("--host", "127.0.0.1", "--port", "0", "--no-mining", "--ipc", socket);
        node.outputAfter("Listening on ");
        peer = Peer.connect("unix:" + socket);
        ethereum = new EthereumClient(peer);
    }

    @AfterEach
    void close() {
        if (peer != null) {
            peer.close();
        }
        if (node != null) {
            node.close();
        }
    }

    private static GenericTransaction transaction(
            @Nullable String to, @Nullable String input, @Nullable BigInteger value, @Nullable String nonce) {
        Maybe<String> receiver = to == null ? Maybe.absent() : Maybe.of(to);
        return new GenericTransaction(
                null,
                null,
                null,
                null,
                null,
                null,
                ALICE,
                null,
                null,
                input,
                null,
                null,
                null,
                nonce,
                null,
                receiver,
                null,
                value == null ? null : hex(value));
    }

    private static GenericTransaction payment(BigInteger value) {
        return transaction(BOB, null, value, null);
    }

    private static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }

    private BigInteger balance(String account) {
        return number(ethereum.ethGetBalance(account, BlockTag.LATEST));
    }

    /** Puts what waits into a block, by a method of anvil's own: nothing is left to time. */
    private void mine() {
        ethereum.call("evm_mine", JsonValue.array());
    }

    @Test
    void aFreshNodeTellsOfItself() {
        assertThat(ethereum.ethBlockNumber()).isEqualTo("0x0");
        assertThat(ethereum.ethChainId()).isEqualTo("0x7a69");
        assertThat(ethereum.netVersion()).isEqualTo("31337");
        assertThat(ethereum.ethSyncing()).isEqualTo(new SyncingStatus.NotSyncing(false));
        assertThat(ethereum.ethAccounts()).hasSize(10).startsWith(ALICE, BOB);
        assertThat(balance(ALICE)).isEqualTo(ALLOWANCE);
        assertThat(ethereum.ethGetBlockByNumber(new BlockNumber("0x1"), false)).isNull();
    }

    @Test
    void aTransactionIsSentAndItsReceiptRead() {
        String hash = ethereum.ethSendTransaction(payment(ETHER));
        mine();
        ReceiptInfo receipt = ethereum.ethGetTransactionReceipt(hash);
        assertThat(receipt).isNotNull();
        assertThat(receipt.status()).isEqualTo("0x1");
        assertThat(receipt.transactionHash()).isEqualTo(hash);
        assertThat(receipt.from()).isEqualTo(ALICE);
        assertThat(receipt.to()).isEqualTo(Maybe.of(BOB));
        assertThat(receipt.contractAddress()).isEqualTo(Maybe.ofNull());
        assertThat(receipt.blockNumber()).isEqualTo("0x1");
        BigInteger fee = number(receipt.gasUsed()).multiply(number(receipt.effectiveGasPrice()));
        assertThat(balance(BOB)).isEqualTo(ALLOWANCE.add(ETHER));
        assertThat(balance(ALICE)).isEqualTo(ALLOWANCE.subtract(ETHER).subtract(fee));

        TransactionInfo sent = ethereum.ethGetTransactionByHash(hash);
        assertThat(sent).isInstanceOfSatisfying(TransactionInfo.Transaction1559SignedCase.class, transaction -> {
            assertThat(transaction.blockHash()).isEqualTo(receipt.blockHash());
            assertThat(transaction.value()).isEqualTo(hex(ETHER));
        });
        Block whole = ethereum.ethGetBlockByNumber(BlockTag.LATEST, true);
        assertThat(whole.transactions()).isEqualTo(new Block.Transactions.FullTransactions(List.of(sent)));
        Block block = ethereum.ethGetBlockByHash(receipt.blockHash(), false);
        assertThat(block.transactions()).isEqualTo(new Block.Transactions.TransactionHashes(List.of(hash)));
        assertThat(ethereum.ethGetBlockReceipts(BlockTag.LATEST)).containsExactly(receipt);
    }

    @Test
    void aTransactionThatWasSignedElsewhereIsSent() {
        String hash = ethereum.ethSendRawTransaction(SIGNED);
        mine();
        assertThat(ethereum.ethGetTransactionReceipt(hash).from()).isEqualTo(ALICE);
        assertThat(ethereum.ethGetTransactionByHash(hash))
                .isInstanceOf(TransactionInfo.TransactionLegacySignedCase.class);
        assertThat(balance(BOB)).isEqualTo(ALLOWANCE.add(BigInteger.ONE));
    }

    @Test
    void errorsArriveWithCodeMessageAndData() {
        ethereum.ethSendRawTransaction(SIGNED);
        mine();
        rejected(() -> ethereum.ethSendTransaction(transaction(BOB, null, BigInteger.ONE, "0x0")))
                .withMessage("nonce too low");
        rejected(() -> ethereum.ethSendTransaction(payment(ALLOWANCE)))
                .withMessage("Insufficient funds for gas * price + value");
        assertThatExceptionOfType(ExecutionRevertedException.class)
                .isThrownBy(() -> ethereum.ethCall(transaction(null, REVERTING, null, null), BlockTag.LATEST))
                .withMessage("execution reverted: custom error 0x08c379a0")
                .satisfies(e -> assertThat(e.data()).isEqualTo("0x08c379a0"));
        assertThat(ethereum.ethBlockNumber()).isEqualTo("0x1");
    }

    /** By the code -32003, which the document declares. */
    private static ThrowableAssertAlternative<TransactionRejectedException> rejected(ThrowingCallable call) {
        return assertThatExceptionOfType(TransactionRejectedException.class).isThrownBy(call);
    }

    @Test
    void aBatchAnswersEachOfItsCalls() {
        ethereum.ethSendRawTransaction(SIGNED);
        mine();
        EthereumClient.Batch batch = ethereum.batch();
        CompletableFuture<String> number = batch.ethBlockNumber();
        CompletableFuture<String> chain = batch.ethChainId();
        CompletableFuture<String> refused = batch.ethSendTransaction(transaction(BOB, null, BigInteger.ONE, "0x0"));
        CompletableFuture<Block> block = batch.ethGetBlockByNumber(BlockTag.EARLIEST, false);
        batch.send().handle((done, failed) -> done).join();
        assertThat(number.join()).isEqualTo("0x1");
        assertThat(chain.join()).isEqualTo("0x7a69");
        assertThat(block.join().number()).isEqualTo("0x0");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(refused::join)
                .havingCause()
                .isInstanceOf(TransactionRejectedException.class)
                .withMessage("nonce too low");
    }

    @Test
    void manyCallsAreAnsweredInAnyOrder() {
        List<String> accounts = ethereum.ethAccounts();
        List<CompletableFuture<String>> balances = IntStream.range(0, 100)
                .mapToObj(i -> ethereum.async().ethGetBalance(accounts.get(i % 10), BlockTag.LATEST))
                .toList();
        assertThat(balances.stream().map(CompletableFuture::join).map(AnvilTest::number))
                .containsOnly(ALLOWANCE);
    }

    /** The document requires its block, though there is none yet: {@code optionalMembers}. */
    @Test
    void aTransactionThatWaitsHasNoBlock() {
        String hash = ethereum.ethSendTransaction(payment(ETHER));
        var waiting = (TransactionInfo.Transaction1559SignedCase) ethereum.ethGetTransactionByHash(hash);
        assertThat(Stream.of(
                        waiting.blockHash(),
                        waiting.blockNumber(),
                        waiting.blockTimestamp(),
                        waiting.transactionIndex()))
                .containsOnlyNulls();
        assertThat(waiting.value()).isEqualTo(hex(ETHER));
        assertThat(ethereum.ethGetTransactionReceipt(hash)).isNull();
        mine();
        var mined = (TransactionInfo.Transaction1559SignedCase) ethereum.ethGetTransactionByHash(hash);
        assertThat(mined.blockNumber()).isEqualTo("0x1");
        assertThat(mined.transactionIndex()).isEqualTo("0x0");
    }

    /** The document wants an object here; what a node says otherwise is refused, and can be read without types. */
    @Test
    void anAnswerOfAnotherKindIsRefusedByNameAndReadUntyped() {
        GenericTransaction transaction = transaction(BOB, null, BigInteger.ONE, "0x0");
        assertThatExceptionOfType(RpcProtocolException.class)
                .isThrownBy(() -> ethereum.ethSignTransaction(transaction))
                .withMessage(
                        "the result of eth_signTransaction is not as declared: expected an object, found a string");
        JsonValue signed = ethereum.call(
                "eth_signTransaction",
                JsonValue.array(JsonValue.object(
                        Map.entry("from", JsonValue.of(ALICE)),
                        Map.entry("to", JsonValue.of(BOB)),
                        Map.entry("value", JsonValue.of("0x1")),
                        Map.entry("nonce", JsonValue.of("0x0")),
                        Map.entry("gas", JsonValue.of("0x5208")),
                        Map.entry("gasPrice", JsonValue.of("0x77359400")))));
        assertThat(signed).isEqualTo(JsonValue.of(SIGNED));
    }
}
