package com.example;

import dev.parley.annotation.RpcService;

/** Tells the time. */
@RpcService
public interface Clock {
    /** The time. */
    long now();
}
