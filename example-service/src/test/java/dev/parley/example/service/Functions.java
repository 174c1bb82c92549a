package dev.parley.example.service;

import dev.parley.contract.RpcErrorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does what the Go programs' own {@code RPCFunc} does. */
final class Functions implements RpcFunc {
    private static final int FAILED = 1;

    @Override
    public String echo(String text) {
        return ">" + text + "<";
    }

    @Override
    public int multiply(Operands operands) {
        return Math.multiplyExact(operands.a(), operands.b());
    }

    @Override
    public Quotient divide(Operands operands) {
        if (operands.b() == 0) {
            throw new RpcErrorException(FAILED, "divide by zero");
        }
        return new Quotient(operands.a() / operands.b(), operands.a() % operands.b());
    }

    @Override
    public void nothing(String text) {
        // That is all.
    }

    @Override
    public List<Integer> list(int length) {
        return IntStream.range(0, length).boxed().toList();
    }

    @Override
    public String sleep(Nap nap) {
        try {
            Thread.sleep(nap.millis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return nap.tag();
    }

    @Override
    public String fail(String text) {
        throw new RpcErrorException(FAILED, text);
    }

    @Override
    public Map<String, Integer> map(int number) {
        return Map.of("n", number);
    }

    @Override
    public byte[] bytes(byte[] bytes) {
        return bytes;
    }

    @Override
    public Instant time(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    @Override
    public @Nullable String nil(String text) {
        return null;
    }
}
