package dev.parley.benchmark.contender;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every contender by name, with the jars that it cannot do without. Its processes run on these alone, so that the list
 * is right or nothing starts.
 *
 * @param name as it stands in tables
 * @param ability what its client can do
 * @param jars the beginnings of the files' names, up to the version
 * @param maker makes it; none of its classes is loaded before
 */
public record Contenders(String name, Ability ability, List<String> jars, Supplier<Contender> maker) {
    /** What its client can do besides waiting for each answer; each can do what those before it can. */
    public enum Ability {
        /** Nothing. */
        WAIT,
        /** It makes further calls on a connection while others are under way. */
        PIPELINE,
        /** It puts many calls into one message. */
        BATCH
    }

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

    /** Lambdas, not references to methods: those would load every contender's class at once. */
    private static final List<Contenders> ALL = List.of(
            new Contenders("limit", Ability.PIPELINE, LIMIT, () -> new RawNetty()),
            new Contenders("parley", Ability.BATCH, PARLEY, () -> Parley.withDefaults()),
            new Contenders("parley-nonblocking", Ability.BATCH, PARLEY, () -> Parley.nonBlocking()),
            new Contenders("parley-jackson", Ability.BATCH, PARLEY, () -> Parley.byJackson()),
            new Contenders(
                    "parley-cbor",
                    Ability.BATCH,
                    joined(PARLEY, List.of("jackson-dataformat-cbor")),
                    () -> Parley.cbor()),
            new Contenders(
                    "parley-smile",
                    Ability.BATCH,
                    joined(PARLEY, List.of("jackson-dataformat-smile")),
                    () -> Parley.smile()),
            new Contenders("grpc", Ability.PIPELINE, GRPC, () -> new Grpc(false)),
            new Contenders("grpc-direct", Ability.PIPELINE, GRPC, () -> new Grpc(true)),
            new Contenders("lsp4j", Ability.PIPELINE, LSP4J, () -> new Lsp4j()),
            new Contenders("jsonrpc4j", Ability.WAIT, JSONRPC4J, () -> new Jsonrpc4j(false)),
            new Contenders("jsonrpc4j-nodelay", Ability.WAIT, JSONRPC4J, () -> new Jsonrpc4j(true)));

    /** Those that show how Parley grows: with larger results than it takes by default, and with more methods. */
    private static final List<Contenders> GROWING = List.of(
            new Contenders("parley-large", Ability.BATCH, PARLEY, () -> Parley.forLargeResults()),
            new Contenders("parley-methods-1", Ability.PIPELINE, PARLEY, () -> new ManyMethods(1)),
            new Contenders("parley-methods-10", Ability.PIPELINE, PARLEY, () -> new ManyMethods(10)),
            new Contenders("parley-methods-100", Ability.PIPELINE, PARLEY, () -> new ManyMethods(100)),
            new Contenders("parley-methods-2000", Ability.PIPELINE, PARLEY, () -> new ManyMethods(2000)));

    /** All that are compared, in the order of the tables. */
    public static List<Contenders> all() {
        return ALL;
    }

    /** The one with a name. */
    public static Contenders named(String name) {
        return Stream.concat(ALL.stream(), GROWING.stream())
                .filter(contender -> contender.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender is called " + name));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
