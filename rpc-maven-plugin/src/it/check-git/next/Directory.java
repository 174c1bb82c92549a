package com.example;

import dev.parley.annotation.RpcService;
import org.jspecify.annotations.Nullable;

/** Finds people. */
@RpcService
public interface Directory {
    /** Finds one. */
    String find(String name, @Nullable String city);
}
