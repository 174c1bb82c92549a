package dev.parley.example.service;

import dev.parley.peer.RpcServer;
import java.io.IOException;
import java.util.Arrays;

/** Serves what checks by programs in other languages call, until the process ends. */
public final class InteropServer {
    private InteropServer() {}

    /** Listens at every address that the command line names. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Serving.run(serving(args), System.out);
    }

    /** A server at some addresses. */
    static RpcServer.Builder serving(String... places) {
        RpcServer.Builder builder = RpcServer.builder().service(new RpcFuncSkeleton(new Functions()));
        Arrays.asList(places).forEach(builder::listen);
        return builder;
    }
}
