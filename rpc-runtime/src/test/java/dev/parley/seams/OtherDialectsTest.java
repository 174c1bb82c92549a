package dev.parley.seams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.MethodDescriptor;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope.Member;
import dev.parley.message.ErrorCode;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dialects that nobody planned for, written as data, speak through the whole runtime. */
@Timeout(30)
class OtherDialectsTest {
    private static final Dialect BJSONRPC = Dialect.V1_0
            .change("bjsonrpc")
            .memberName(Member.KEYWORDS, "kwparams")
            .errorShape(Dialect.ErrorShape.TEXT)
            .notificationMark(Dialect.NotificationMark.NO_OR_NULL_ID)
            .paramsShape(Dialect.ParamsShape.ANY)
            .batches(Dialect.Batches.SEPARATE_ANSWERS)
            .unreadable(Dialect.Reaction.IGNORE)
            .invalid(Dialect.Reaction.ANSWER)
            .build();

    private static final Dialect OTHERWISE = Dialect.V2_0
            .change("otherwise")
            .memberName(Member.VERSION, "protocol")
            .memberName(Member.ID, "tag")
            .memberName(Member.METHOD, "do")
            .memberName(Member.PARAMS, "with")
            .memberName(Member.RESULT, "done")
            .memberName(Member.ERROR, "failed")
            .wireCode(ErrorCode.METHOD_NOT_FOUND, 404)
            .build();

    private static RpcServer serve(Dialect dialect, String uri) throws Exception {
        return RpcServer.builder()
                .service(new DirectorySkeleton(new PhoneBook()))
                .dialect(dialect)
                .listen(uri)
                .start();
    }

    @Test
    void argumentsByNameComeBesideThoseByPosition() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(BJSONRPC, uri);
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask(
                            "{\"method\":\"search\",\"params\":[null,\"Python\"],\"kwparams\":{\"limit\":1},\"id\":1}"))
                    .startsWith("{\"id\":1,\"result\":[{\"id\":")
                    .endsWith("],\"error\":null}");
            assertThat(client.ask("{\"method\":\"echo\",\"params\":[],\"kwparams\":{\"text\":\"named\"},\"id\":2}"))
                    .isEqualTo("{\"id\":2,\"result\":\"named\",\"error\":null}");
            assertThat(client.ask("{\"method\":\"echo\",\"params\":[\"a\"],\"kwparams\":{\"text\":\"b\"},\"id\":3}"))
                    .isEqualTo("{\"id\":3,\"result\":null,\"error\":\"Invalid params: text is given twice\"}");
            assertThat(client.ask("{\"method\":\"echo\",\"params\":[],\"kwparams\":{\"x\":1},\"id\":4}"))
                    .isEqualTo(
                            "{\"id\":4,\"result\":null,\"error\":\"Invalid params: there is no parameter \\\"x\\\"\"}");
        }
    }

    @Test
    void aBatchMayBeAnsweredByMessagesOfTheirOwn() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(BJSONRPC, uri);
                RawConnection client = RawConnection.connect(uri)) {
            client.send(
                    "[{\"method\":\"count\",\"params\":[],\"id\":1},{\"method\":\"log\",\"params\":[\"x\"]},"
                            + "{\"method\":\"log\",\"params\":[\"y\"],\"id\":null},{\"method\":\"nope\",\"params\":[],\"id\":2}]");
            assertThat(new String[] {client.next(), client.next()})
                    .containsExactlyInAnyOrder(
                            "{\"id\":1,\"result\":2,\"error\":null}",
                            "{\"id\":2,\"result\":null,\"error\":\"Method not found\"}");
            assertThat(client.ask("{\"method\":\"echo\",\"params\":[\"after\"],\"id\":3}"))
                    .isEqualTo("{\"id\":3,\"result\":\"after\",\"error\":null}");
        }
    }

    @Test
    void membersMayHaveOtherNamesAndErrorsOtherCodes() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(OTHERWISE, uri);
                RawConnection client = RawConnection.connect(uri);
                Peer peer = Peer.builder().dialect(OTHERWISE).connect(uri)) {
            assertThat(client.ask("{\"protocol\":\"2.0\",\"do\":\"echo\",\"with\":[\"x\"],\"tag\":1}"))
                    .isEqualTo("{\"protocol\":\"2.0\",\"tag\":1,\"done\":\"x\"}");
            assertThat(client.ask("{\"protocol\":\"2.0\",\"do\":\"nope\",\"tag\":2}"))
                    .isEqualTo(
                            "{\"protocol\":\"2.0\",\"tag\":2,\"failed\":{\"code\":404,\"message\":\"Method not found\"}}");
            assertThat(peer.call(MethodDescriptor.untyped("echo"), JsonValue.array(JsonValue.of("both ends"))))
                    .isEqualTo(JsonValue.of("both ends"));
            assertThatThrownBy(() -> peer.call(MethodDescriptor.untyped("nope"), (Object) null))
                    .hasMessage("Method not found (-32601)");
        }
    }

    /** Go's own client sends an empty object to a method without parameters. */
    @Test
    void theOneArgumentOfAMethodWithoutParametersIsPassedOver() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(Dialect.GO, uri);
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("{\"method\":\"count\",\"params\":[{}],\"id\":1}"))
                    .isEqualTo("{\"id\":1,\"result\":2,\"error\":null}");
        }
    }
}
