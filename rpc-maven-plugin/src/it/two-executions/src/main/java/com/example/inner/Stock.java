package com.example.inner;

import dev.parley.annotation.RpcService;

/** Tells something. */
@RpcService
public interface Stock {
    /** Tells it. */
    String tell(String place);
}
