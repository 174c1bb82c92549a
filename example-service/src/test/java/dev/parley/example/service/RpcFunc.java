package dev.parley.example.service;

import dev.parley.annotation.RpcMethod;
import dev.parley.annotation.RpcService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of a Go type {@code RPCFunc}, under the names that Go gives them; {@code docs/interop.md} says for whom. */
@RpcService(prefix = "RPCFunc.")
public interface RpcFunc {
    /** Gives back a text between angle brackets. */
    @RpcMethod("Echo")
    String echo(String text);

    /** Multiplies. */
    @RpcMethod("Multiply")
    int multiply(Operands operands);

    /** Divides, with a remainder; by zero is an error. */
    @RpcMethod("Divide")
    Quotient divide(Operands operands);

    /** Gives nothing. */
    @RpcMethod("Void")
    void nothing(String text);

    /** Counts from 0. */
    @RpcMethod("List")
    List<Integer> list(int length);

    /** Gives a text back after a while. */
    @RpcMethod("Sleep")
    String sleep(Nap nap);

    /** Fails with a text. */
    @RpcMethod("Fail")
    String fail(String text);

    /** Gives a map of one entry. */
    @RpcMethod("Map")
    Map<String, Integer> map(int number);

    /** Gives bytes back. */
    @RpcMethod("Bytes")
    byte[] bytes(byte[] bytes);

    /** Says which time it was so many seconds after the start of 1970. */
    @RpcMethod("Time")
    Instant time(long seconds);

    /** Gives a pointer that points nowhere. */
    @RpcMethod("Nil")
    @Nullable
    String nil(String text);
}
