package com.example;

import dev.parley.annotation.RpcService;

/** Greets. */
@RpcService
public interface Greeter {
    /** Says hello. */
    String hello(String name);

    /** Says good-bye. */
    String goodBye(String name);
}
