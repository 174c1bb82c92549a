package dev.parley.example.service;

import dev.parley.annotation.RpcMethod;
import dev.parley.annotation.RpcNotification;
import dev.parley.annotation.RpcService;
import dev.parley.codec.JsonValue;

/** The methods that the examples of the JSON-RPC 2.0 specification, section 7, assume. */
@RpcService
public interface SpecificationExamples {
    /**
     * Subtracts.
     *
     * @param minuend from what
     * @param subtrahend how much
     * @return the difference
     */
    int subtract(int minuend, int subtrahend);

    /**
     * Adds any number of numbers.
     *
     * @param values the numbers
     * @return their sum
     */
    int sum(int... values);

    /**
     * Gives two values of different types.
     *
     * @return a text and a number
     */
    @RpcMethod("get_data")
    JsonValue getData();

    /**
     * Takes new values.
     *
     * @param values the values
     */
    @RpcNotification
    void update(int... values);

    /**
     * Says hello.
     *
     * @param number how often
     */
    @RpcNotification
    @RpcMethod("notify_hello")
    void notifyHello(int number);

    /**
     * Tells of a sum.
     *
     * @param values what was added
     */
    @RpcNotification
    @RpcMethod("notify_sum")
    void notifySum(int... values);
}
