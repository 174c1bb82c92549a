package com.example;

import dev.parley.annotation.RpcService;

/** Greets. */
@RpcService
public interface Greeter {
    /** Says hello. */
    String hello(String name);

    /** Says hello, which is one too many. */
    String hello(int number);

    /** What it gives nobody can know. */
    <T> T anything(T value);
}
