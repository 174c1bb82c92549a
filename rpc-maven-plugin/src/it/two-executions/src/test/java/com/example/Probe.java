package com.example;

import com.example.outer.Weather;
import dev.parley.annotation.RpcService;

/** Exists in tests only, and takes over what a service of the main sources has. */
@RpcService
public interface Probe extends Weather {
    /** Whether it is there. */
    boolean ping();
}
