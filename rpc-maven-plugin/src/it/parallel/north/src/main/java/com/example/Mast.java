package com.example;

import dev.parley.annotation.RpcService;
import java.util.List;

/** Measures the wind. */
@RpcService
public interface Mast {
    /** The last gusts. */
    List<Gust> gusts(int limit);

    /** One of them. */
    record Gust(double speed, Direction direction) {}

    /** Where it came from. */
    enum Direction {
        NORTH,
        EAST,
        SOUTH,
        WEST
    }
}
