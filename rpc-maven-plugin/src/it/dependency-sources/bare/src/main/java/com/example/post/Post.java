package com.example.post;

import com.example.Parcel;
import com.example.Stamp;
import dev.parley.annotation.RpcService;

/** Carries parcels. */
@RpcService
public interface Post {
    Stamp postage(Parcel parcel);
}
