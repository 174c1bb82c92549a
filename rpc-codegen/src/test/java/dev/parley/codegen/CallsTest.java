package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is generated, compiled and called: client, peer, skeleton, and back. */
@Timeout(60)
class CallsTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfCallArrives() throws Exception {
        Project project = new Project(folder)
                .add("calls/Api.java", """
                        package calls;

                        import dev.parley.annotation.*;
                        import java.util.*;
                        import java.util.concurrent.*;
                        import org.jspecify.annotations.Nullable;

                        @RpcService(prefix = "api.")
                        public interface Api {
                            Shape grow(Shape shape, @RpcDefault("2") int times);

                            String join(String separator, String... parts);

                            @RpcMethod(params = ParamStructure.BY_NAME)
                            Optional<String> first(@Nullable List<String> all, Optional<String> otherwise);

                            CompletableFuture<Map<String, int[]>> later(Map<String, int[]> map);

                            CompletionStage<Void> done();

                            void fail(String why) throws Refused;

                            @Nullable String nothing();

                            @RpcNotification
                            void tell(String what);

                            sealed interface Shape permits Circle, Square {}

                            record Circle(int radius) implements Shape {}

                            record Square(int side, @Nullable Shape inside) implements Shape {}

                            record Reason(String text, List<Integer> codes) {}

                            @RpcError(code = 7)
                            class Refused extends Exception {
                                private static final long serialVersionUID = 1L;
                                private final transient Reason reason;

                                public Refused(String message, Reason reason) {
                                    super(message);
                                    this.reason = reason;
                                }

                                public Reason data() {
                                    return reason;
                                }
                            }
                        }
                        """)
                .add("calls/Server.java", """
                        package calls;

                        import java.util.*;
                        import java.util.concurrent.*;

                        final class Server implements Api {
                            final BlockingQueue<String> told = new LinkedBlockingQueue<>();

                            @Override
                            public Shape grow(Shape shape, int times) {
                                return shape instanceof Circle c
                                        ? new Circle(c.radius() * times)
                                        : new Square(((Square) shape).side() * times, shape);
                            }

                            @Override
                            public String join(String separator, String... parts) {
                                return String.join(separator, parts);
                            }

                            @Override
                            public Optional<String> first(List<String> all, Optional<String> otherwise) {
                                return all == null ? otherwise : all.stream().findFirst();
                            }

                            @Override
                            public CompletableFuture<Map<String, int[]>> later(Map<String, int[]> map) {
                                return CompletableFuture.completedFuture(map);
                            }

                            @Override
                            public CompletionStage<Void> done() {
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public void fail(String why) throws Refused {
                                throw new Refused(why, new Reason(why, List.of(1, 2)));
                            }

                            @Override
                            public String nothing() {
                                return null;
                            }

                            @Override
                            public void tell(String what) {
                                told.add(what);
                            }
                        }
                        """)
                .add("calls/Main.java", """
                        package calls;

                        import dev.parley.peer.Peer;
                        import dev.parley.peer.RpcServer;
                        import dev.parley.codec.JsonValue;
                        import java.util.*;
                        import java.util.concurrent.*;

                        @SuppressWarnings("try") // A server serves without being mentioned.
                        public final class Main {
                            private Main() {}

                            public static String run() throws Exception {
                                StringBuilder out = new StringBuilder();
                                Server service = new Server();
                                try (RpcServer server = RpcServer.builder()
                                                .service(new ApiSkeleton(service))
                                                .listen("memory:calls")
                                                .start();
                                        Peer peer = Peer.connect("memory:calls")) {
                                    ApiClient client = new ApiClient(peer);
                                    out.append(client.grow(new Api.Square(3, new Api.Circle(1)), 2)).append('\\n');
                                    out.append(client.join("-", "a", "b", "c")).append(client.join("-")).append('\\n');
                                    out.append(client.first(null, Optional.of("x"))).append('\\n');
                                    out.append(client.first(List.of(), Optional.of("x"))).append('\\n');
                                    out.append(client.later(Map.of("k", new int[] {1})).get().get("k")[0]).append('\\n');
                                    out.append(client.done().toCompletableFuture().get()).append('\\n');
                                    out.append(client.nothing()).append('\\n');
                                    try {
                                        client.fail("no");
                                    } catch (Api.Refused e) {
                                        out.append(e.getMessage()).append(e.data()).append('\\n');
                                    }
                                    client.tell("one");
                                    out.append(service.told.poll(9, TimeUnit.SECONDS)).append('\\n');
                                    client.notifying().join("+", "y");
                                    ApiClient.Batch batch = client.batch();
                                    CompletableFuture<String> joined = batch.join("+", "p", "q");
                                    batch.tell("two");
                                    batch.send().get();
                                    out.append(joined.get()).append('\\n');
                                    out.append(service.told.poll(9, TimeUnit.SECONDS)).append('\\n');
                                    out.append(client.async().join("/", "l", "r").get()).append('\\n');
                                    JsonValue late = JsonValue.object(
                                            Map.entry("radius", JsonValue.of(4)), Map.entry("type", JsonValue.of("Circle")));
                                    out.append(client.call("api.grow", JsonValue.array(late))).append('\\n');
                                }
                                return out.toString();
                            }
                        }
                        """)
                .generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
        Object said = project.loader().loadClass("calls.Main").getMethod("run").invoke(null);
        assertThat(said).isEqualTo("""
                        Square[side=6, inside=Square[side=3, inside=Circle[radius=1]]]
                        a-b-c
                        Optional[x]
                        Optional.empty
                        1
                        null
                        null
                        noReason[text=no, codes=[1, 2]]
                        one
                        p+q
                        two
                        l/r
                        {"type":"Circle","radius":8}
                        """);
    }
}
