package com.example.outer;

import dev.parley.annotation.RpcService;

/** Tells something. */
@RpcService
public interface Weather {
    /** Tells it. */
    String tell(String place);
}
