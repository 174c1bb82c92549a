package dev.parley.example.service;

import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.example.ethereum.Block;
import dev.parley.example.ethereum.BlockNumberOrTag;
import dev.parley.example.ethereum.BlockNumberOrTagOrHash;
import dev.parley.example.ethereum.BlockTag;
import dev.parley.example.ethereum.Ethereum;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Ethereum of one block: six of the methods that its document has; the rest refuse by themselves. */
final class Chain implements Ethereum {
    static final String RICH = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

    private static final String HASH = "0x" + "1".repeat(64);
    private static final String NONE = "0x" + "0".repeat(64);
    private static final Block BLOCK = new Block(
            null,
            null,
            null,
            null,
            null,
            "0x",
            "0x1c9c380",
            "0x0",
            HASH,
            "0x" + "0".repeat(512),
            "0x" + "0".repeat(40),
            NONE,
            "0x0000000000000000",
            "0x1",
            null,
            NONE,
            NONE,
            null,
            NONE,
            "0x267",
            NONE,
            "0x6b03480e",
            new Block.Transactions.TransactionHashes(List.of()),
            NONE,
            List.of(),
            null,
            null);

    @Override
    public String ethChainId() {
        return "0x7a69";
    }

    @Override
    public String ethBlockNumber() {
        return BLOCK.number();
    }

    @Override
    public String ethGetBalance(String address, @Nullable BlockNumberOrTagOrHash block) {
        return address.equals(RICH) ? "0xde0b6b3a7640000" : "0x0";
    }

    @Override
    public @Nullable Block ethGetBlockByNumber(BlockNumberOrTag block, boolean hydratedTransactions) {
        boolean here = block == BlockTag.LATEST || block.equals(new BlockNumberOrTag.BlockNumber(BLOCK.number()));
        return here ? BLOCK : null;
    }

    @Override
    public @Nullable Block ethGetBlockByHash(String blockHash, boolean hydratedTransactions) {
        return blockHash.equals(HASH) ? BLOCK : null;
    }

    @Override
    public String ethSendRawTransaction(String transaction) {
        throw new RpcErrorException(new RpcError(
                -32003, "Transaction rejected", JsonValue.object(Map.entry("transaction", JsonValue.of(transaction)))));
    }
}
