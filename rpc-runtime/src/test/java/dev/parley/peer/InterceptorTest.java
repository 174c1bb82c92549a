package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.conformance.SpecService;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import dev.parley.proxy.CallBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interceptors, on the calling and on the serving side: the same for both but for who is seen. */
@Timeout(30)
class InterceptorTest {
    private static final MethodDescriptor<JsonValue> SUM = MethodDescriptor.untyped("sum");
    private static final JsonValue ONE_TWO = JsonValue.array(JsonValue.of(1), JsonValue.of(2));

    private final SpecService service = new SpecService();

    /** On which side. */
    enum Side {
        CALLING,
        SERVING
    }

    /** What a test does with a peer that interceptors stand around. */
    @FunctionalInterface
    interface Body {
        void run(Peer peer, RpcServer server) throws Exception;
    }

    private void with(Side side, List<Interceptor> interceptors, Body body) throws Exception {
        RpcServer.Builder server = RpcServer.builder().service(service).listen(Places.next(""));
        Peer.Builder peer = Peer.builder();
        for (Interceptor interceptor : interceptors) {
            if (side == Side.SERVING) {
                server.interceptor(interceptor);
            } else {
                peer.callInterceptor(interceptor);
            }
        }
        try (RpcServer started = server.start();
                Peer connected = peer.connect(started.uri())) {
            body.run(connected, started);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theFirstIsTheOutermost(Side side) throws Exception {
        Queue<String> order = new ConcurrentLinkedQueue<>();
        List<Interceptor> three = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            three.add((call, next) -> {
                order.add(name + " before");
                return next.proceed().whenComplete((value, thrown) -> order.add(name + " after"));
            });
        }
        with(side, three, (peer, server) -> {
            assertThat(peer.call(SUM, ONE_TWO)).isEqualTo(JsonValue.of(3));
            assertThat(order).containsExactly("a before", "b before", "c before", "c after", "b after", "a after");
        });
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itSeesTheCallAndItsConnection(Side side) throws Exception {
        Queue<Interceptor.Invocation> seen = new ConcurrentLinkedQueue<>();
        with(
                side,
                List.of((call, next) -> {
                    seen.add(call);
                    return next.proceed();
                }),
                (peer, server) -> {
                    peer.call(SUM, ONE_TWO);
                    Interceptor.Invocation call = seen.remove();
                    assertThat(call.name()).isEqualTo("sum");
                    assertThat(call.notification()).isFalse();
                    assertThat(call.batchIndex()).isEqualTo(-1);
                    assertThat(call.arguments()).hasSize(1);
                    assertThat(call.connection())
                            .isSameAs(
                                    side == Side.CALLING
                                            ? peer.context()
                                            : Calls.onlyPeer(server).context());
                    peer.notify(MethodDescriptor.untyped("notify_hello"), JsonValue.array(JsonValue.of(5)));
                    peer.call(SUM, JsonValue.nothing());
                    assertThat(seen.remove().notification()).isTrue();
                    assertThat(service.notified()).containsExactly("hello 5");
                });
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itMayRefuseInThreeWays(Side side) throws Exception {
        for (Interceptor refusing : List.<Interceptor>of(
                (call, next) -> CompletableFuture.failedFuture(new RpcErrorException(7, "not you")),
                (call, next) -> {
                    throw new RpcErrorException(7, "not you");
                },
                (call, next) -> next.proceed().thenApply(value -> {
                    throw new RpcErrorException(7, "not you");
                }))) {
            with(
                    side,
                    List.of(refusing),
                    (peer, server) -> assertThatThrownBy(() -> peer.call(SUM, ONE_TWO))
                            .isInstanceOf(RpcErrorException.class)
                            .hasMessage("not you (7)"));
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itMayReplaceTheResultAndTakeItsTime(Side side) throws Exception {
        with(
                side,
                List.of((call, next) -> CompletableFuture.supplyAsync(() -> null)
                        .thenCompose(nothing -> {
                            try {
                                return next.proceed().thenApply(value -> side == Side.CALLING ? JsonValue.of(99) : 99);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })),
                (peer, server) -> assertThat(peer.call(SUM, ONE_TWO)).isEqualTo(JsonValue.of(99)));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itMayTryAgain(Side side) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        with(
                side,
                List.of((call, next) -> {
                    tries.incrementAndGet();
                    next.proceed();
                    return next.proceed();
                }),
                (peer, server) -> {
                    assertThat(peer.call(SUM, ONE_TWO)).isEqualTo(JsonValue.of(3));
                    assertThat(tries).hasValue(1);
                });
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void oneThatFailsFailsItsCallOnly(Side side) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        with(
                side,
                List.of((call, next) -> switch (calls.incrementAndGet()) {
                    case 1 -> throw new IllegalStateException("broken");
                    case 2 -> null;
                    default -> next.proceed();
                }),
                (peer, server) -> {
                    for (int i = 0; i < 2; i++) {
                        assertThatThrownBy(() -> peer.call(SUM, ONE_TWO))
                                .isInstanceOf(side == Side.SERVING ? RpcErrorException.class : RuntimeException.class)
                                .satisfies(thrown -> {
                                    if (side == Side.SERVING) {
                                        assertThat(thrown).hasMessageStartingWith("Internal error (-32603)");
                                    }
                                });
                    }
                    assertThat(peer.call(SUM, ONE_TWO)).isEqualTo(JsonValue.of(3));
                });
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void itStandsAroundEachEntryOfABatch(Side side) throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        with(
                side,
                List.of((call, next) -> {
                    seen.add(call.batchIndex() + " " + call.name() + (call.notification() ? " noted" : ""));
                    if (call.batchIndex() == 0) {
                        throw new RpcErrorException(7, "not you");
                    }
                    return next.proceed();
                }),
                (peer, server) -> {
                    CallBatch batch = peer.batch();
                    CompletableFuture<JsonValue> refused = batch.call(SUM, ONE_TWO);
                    CompletableFuture<JsonValue> let = batch.call(MethodDescriptor.untyped("get_data"), ONE_TWO);
                    if (side == Side.SERVING) {
                        batch.notify(MethodDescriptor.untyped("update"), ONE_TWO);
                        batch.send().get(10, TimeUnit.SECONDS);
                        assertThat(seen).containsExactlyInAnyOrder("0 sum", "1 get_data", "2 update noted");
                    } else {
                        // The entry that was refused takes no place in what is sent.
                        assertThat(seen).containsExactly("0 sum", "0 get_data");
                        batch.send().get(10, TimeUnit.SECONDS);
                    }
                    assertThat(refused).isCompletedExceptionally();
                    assertThat(let).isCompletedExceptionally();
                });
    }

    @Test
    void theIndexIsThePlaceInTheBatchThatCame() throws Exception {
        Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(service)
                        .interceptor((call, next) -> {
                            seen.add(call.batchIndex());
                            return next.proceed();
                        })
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("[{\"jsonrpc\":\"2.0\",\"method\":\"nope\"},5,"
                            + "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":1}]"))
                    .endsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":0}]");
            // Also of a method that does not exist; the 5 is not a request.
            assertThat(seen).containsExactlyInAnyOrder(0, 2);
        }
    }
}
