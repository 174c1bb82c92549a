package dev.parley.seams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.Codecs;
import dev.parley.conformance.Places;
import dev.parley.contract.MethodDescriptor;
import dev.parley.extension.Extension;
import dev.parley.extension.ExtensionHost;
import dev.parley.extension.ExtensionSession;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.proxy.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an extension may do while its session opens: take a caller, but not call yet. */
@Timeout(60)
class EarlyExtensionTest {
    private static final MethodDescriptor<String> SAY =
            MethodDescriptor.call("say", Codecs.STRING).build();

    private @Nullable Caller early;
    private @Nullable Throwable refused;

    /** Does with its host what a hasty author would. */
    private final class Hasty implements Extension {
        @Override
        public String name() {
            return "hasty";
        }

        @Override
        public ExtensionSession open(ExtensionHost host) {
            Caller caller = host.caller("x.");
            refused = catchThrowable(() -> caller.call(SAY));
            host.waitingChanged();
            host.send(SAY);
            early = caller;
            return new ExtensionSession() {};
        }
    }

    @Test
    void aCallerTakenEarlyWorksOnceTheConnectionHasBegun() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service("x.", new OneMethod(SAY, arguments -> "said"))
                        .listen(Places.next(""))
                        .start();
                Peer peer = Peer.builder().extension(new Hasty()).connect(server.uri())) {
            assertThat(refused)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("an extension can't make calls while its session opens; keep the caller for later");
            assertThat(early).isNotNull();
            assertThat(early.call(SAY)).isEqualTo("said");
            assertThat(peer.at("x.").call(SAY)).isEqualTo("said");
        }
    }
}
