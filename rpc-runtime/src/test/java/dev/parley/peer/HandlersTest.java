package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import org.junit.jupiter.api.Test;

class HandlersTest {
    @Test
    void handlersRunOnVirtualThreadsWhereThereAreSome() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .method(
                                "thread",
                                params -> JsonValue.of(Thread.currentThread().toString()))
                        .listen("memory:handlers")
                        .start();
                Peer peer = Peer.connect("memory:handlers")) {
            String thread = peer.call(dev.parley.contract.MethodDescriptor.untyped("thread"), (Object) null)
                    .toString();
            if (Runtime.version().feature() >= 24) {
                assertThat(thread).startsWith("\"VirtualThread[");
            } else {
                assertThat(thread).startsWith("\"Thread[parley-handler-");
            }
        }
    }
}
