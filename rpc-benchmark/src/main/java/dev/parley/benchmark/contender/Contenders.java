package dev.parley.benchmark.contender;

import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every contender by name, with the jars that it cannot do without. Its processes run on these alone, so that the list
 * is right or nothing starts.
 *
 * @param name as it stands in tables
 * @param jars the beginnings of the files' names, up to the version
 * @param maker makes it; none of its classes is loaded before
 */
public record Contenders(String name, List<String> jars, Supplier<Contender> maker) {
    private static final List<String> NETTY = List.of(
            "netty-common", "netty-buffer", "netty-resolver", "netty-transport", "netty-transport-native-unix-common");
    private static final List<String> EPOLL = List.of("netty-transport-classes-epoll", "netty-transport-native-epoll");

    /** What {@code rpc-runtime} needs; epoll is optional there. */
    public static final List<String> PARLEY_JARS = joined(
            NETTY,
            List.of(
                    "rpc-runtime",
                    "jspecify",
                    "jackson-annotations",
                    "jackson-core-3",
                    "jackson-databind-3",
                    "netty-codec-base",
                    "netty-handler"));

    private static final List<String> PARLEY = joined(PARLEY_JARS, EPOLL);
    private static final List<String> LIMIT = joined(joined(NETTY, EPOLL), List.of("jackson-annotations"));
    private static final List<String> GRPC = List.of(
            "jackson-annotations",
            "grpc-api",
            "grpc-context",
            "grpc-core",
            "grpc-netty-shaded",
            "grpc-protobuf",
            "grpc-protobuf-lite",
            "grpc-stub",
            "grpc-util",
            "protobuf-java",
            "proto-google-common-protos",
            "guava",
            "failureaccess",
            "gson",
            "perfmark-api",
            "annotations-4",
            "jsr305",
            "error_prone_annotations",
            "animal-sniffer-annotations");
    private static final List<String> LSP4J =
            List.of("jackson-annotations", "org.eclipse.lsp4j.jsonrpc", "gson", "error_prone_annotations");
    private static final List<String> JSONRPC4J =
            List.of("jackson-annotations", "jackson-core-2", "jackson-databind-2", "jsonrpc4j", "slf4j-api");

    private static final List<Contenders> ALL = List.of(
            new Contenders("limit", LIMIT, RawNetty::new),
            new Contenders("parley", PARLEY, () -> Parley.withDefaults(JsonSerializer.INSTANCE)),
            new Contenders("parley-nonblocking", PARLEY, () -> Parley.nonBlocking(JsonSerializer.INSTANCE)),
            new Contenders("parley-jackson", PARLEY, () -> Parley.nonBlocking(JacksonSerializer.INSTANCE)),
            new Contenders("grpc", GRPC, () -> new Grpc(false)),
            new Contenders("grpc-direct", GRPC, () -> new Grpc(true)),
            new Contenders("lsp4j", LSP4J, Lsp4j::new),
            new Contenders("jsonrpc4j", JSONRPC4J, () -> new Jsonrpc4j(false)),
            new Contenders("jsonrpc4j-nodelay", JSONRPC4J, () -> new Jsonrpc4j(true)));

    /** All of them, in the order of the tables. */
    public static List<Contenders> all() {
        return ALL;
    }

    /** The one with a name. */
    public static Contenders named(String name) {
        return ALL.stream()
                .filter(contender -> contender.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender is called " + name));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
