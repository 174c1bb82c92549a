package com.example;

import dev.parley.annotation.RpcService;

/** Sends parcels. */
@RpcService
public interface Post {
    /** Sends one. */
    String send(Parcel parcel);
}
