package com.example;

import com.example.shop.Shop;
import com.example.shop.ShopClient;
import com.example.shop.ShopSkeleton;
import dev.parley.contract.RpcErrorException;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.io.IOException;

/** Serves a shop that sells nothing yet, and asks it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Shop empty = new Shop() {};
        try (RpcServer server = RpcServer.builder()
                        .service(new ShopSkeleton(empty))
                        .listen("memory:shop")
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            new ShopClient(peer).find(1);
        } catch (RpcErrorException e) {
            System.out.println("shop.find: " + e.getMessage());
        }
    }
}
