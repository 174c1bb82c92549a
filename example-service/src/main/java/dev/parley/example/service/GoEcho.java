package dev.parley.example.service;

import dev.parley.annotation.RpcMethod;
import dev.parley.annotation.RpcService;

/** What Go programs know as {@code RPCFunc.Echo}: Go names a method by its type and itself. */
@RpcService(prefix = "RPCFunc.")
public interface GoEcho {
    /**
     * Gives back a text between angle brackets.
     *
     * @param text any text
     * @return the text in brackets
     */
    @RpcMethod("Echo")
    String echo(String text);
}
