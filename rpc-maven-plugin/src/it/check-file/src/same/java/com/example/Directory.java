package com.example;

import dev.parley.annotation.RpcService;

/** Finds people. */
@RpcService
public interface Directory {
    /** Finds one. */
    String find(String name);

    /** Counts all. */
    int count();
}
