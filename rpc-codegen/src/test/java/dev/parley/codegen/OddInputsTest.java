package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that nobody means, and some that somebody does: all of them work, or end in a message. */
class OddInputsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f(N<String> n); record N<T>(T value, N<List<T>> deeper) { }",
                "void f(N<String> n); record N<T>(M<Optional<T>> m) { } record M<U>(N<U> n) { }",
                "void f(N<String, Integer> n); record N<A, B>(N<B, List<A>> n) { }",
                "void f(N<String> n); class N<T> { public T a; public N<Map<String, T>> b; }",
            })
    void typesWithoutEndAreAnError(String members) {
        assertThat(generate(members).problems())
                .anySatisfy(problem -> assertThat(problem)
                        .endsWith(
                                "[growing-type] N holds itself with type arguments that grow with each step, so that there"
                                        + " would be no end of types. Use the same arguments inside as outside, or name a codec with"
                                        + " @RpcCodec."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f(N<String> n); record N<T>(T value, N<T> deeper, List<N<T>> more) { }",
                "void f(N<String, Integer> n); record N<A, B>(N<B, A> n) { }",
                "void f(N<String> n); record N<T>(M<List<T>> m) { } record M<U>(U u) { }",
            })
    void typesThatOnlyLookEndlessWork(String members) {
        Project project = generate(members);
        assertThat(project.problems()).isEmpty();
        project.compile();
    }

    @Test
    void enumsOfJavasAreLikeAnyOther() throws Exception {
        Project project = generate("void f(TimeUnit u, Map<TimeUnit, List<ChronoUnit>> m, java.math.RoundingMode r);");
        assertThat(project.problems()).isEmpty();
        for (Compiled.Case each : new Compiled(project.compile(), "a.Api").cases()) {
            String json = each.name().contains("Map")
                    ? "{\"SECONDS\":[\"HALF_DAYS\"]}"
                    : each.name().contains("Rounding") ? "\"HALF_UP\"" : "\"DAYS\"";
            Object value = Json.read(each.codec(), json.getBytes(StandardCharsets.UTF_8));
            assertThat(Json.write(each.codec(), value)).asString().isEqualTo(json);
        }
    }

    @Test
    void aFutureThatNobodyCanWaitFor() {
        assertThat(generate("java.util.concurrent.Future<String> f();").problems())
                .containsExactly(
                        "ERROR Api.java:[2,94] [unserializable-type] The result of f is of a type that can't be used."
                                + " Future can't travel, as a thread has to wait for it. Use CompletableFuture or CompletionStage as the"
                                + " return type, or what it completes with.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.parley.peer.Peer", "dev.parley.proxy.Caller"})
    void whatBelongsToTheRuntimeIsNoValue(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        assertThat(generate("void f(" + type + " p);").problems())
                .singleElement()
                .asString()
                .endsWith("[unserializable-type] The parameter p is of a type that can't be used. " + name
                        + " can't travel: it belongs to the runtime of one side, and is not a value. Remove it from the"
                        + " contract.");
    }

    @Test
    void aServiceWithoutMethodsCompiles() {
        assertThat(generate("").compile().problems()).singleElement().asString().contains("[empty-service]");
    }

    @Test
    void aThousandAndAHalfMethodsCompile() {
        generate(IntStream.range(0, 1_500)
                        .mapToObj(i -> "int m" + i + "(int a, String b);")
                        .collect(Collectors.joining("\n")))
                .compile();
    }

    @Test
    void maybeInARecordIsAsInGeneratedOnes() throws Exception {
        Project project = generate(
                "void f(P p); record P(int id, dev.parley.codec.Maybe<String> nick, dev.parley.codec.Maybe<Q> q) { }"
                        + " record Q(int x) { }");
        assertThat(project.problems()).isEmpty();
        Compiled.Case each = new Compiled(project.compile(), "a.Api").cases().get(0);
        for (String json :
                new String[] {"{\"id\":1}", "{\"id\":1,\"nick\":null}", "{\"id\":1,\"nick\":\"n\",\"q\":{\"x\":1}}"}) {
            Object value = Json.read(each.codec(), json.getBytes(StandardCharsets.UTF_8));
            assertThat(Json.write(each.codec(), value)).asString().isEqualTo(json);
        }
    }

    @Test
    void maybeElsewhereIsAnError() {
        assertThat(generate("void f(dev.parley.codec.Maybe<String> p, List<dev.parley.codec.Maybe<String>> q);")
                        .problems())
                .hasSize(2)
                .allSatisfy(
                        problem -> assertThat(problem).startsWith("ERROR").contains("[unserializable-type]", "Maybe"));
    }

    @Test
    void kotlinIsNamed() {
        Project project =
                new Project(folder).add("a/Api.kt", "package a\n\n@RpcService\ninterface Api { fun f(): String }\n");
        assertThat(project.generate().problems())
                .containsExactly(
                        "ERROR Api.kt:[3,1] [kotlin-service] A service is declared in Kotlin, which the generator does"
                                + " not read. Declare its interface in Java, and implement or call it in Kotlin.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a; /** Like {@code @RpcService}. */ interface Api { }",
                "package a;\n// @RpcService\ninterface Api { }",
                "package a;\nimport b.RpcService;\n@RpcService interface Api { }",
                "package a;\n@dev.parley.annotation.RpcService public interface Api { int f(); }",
            })
    void whatOnlyMentionsTheAnnotationIsNotReported(String text) {
        Project project = new Project(folder)
                .add("b/RpcService.java", "package b; public @interface RpcService { }")
                .add("a/Api.java", text);
        assertThat(project.generate().problems()).isEmpty();
    }

    @Test
    void linksAreFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(
                elsewhere.resolve("Api.java"),
                "package a; @dev.parley.annotation.RpcService public interface Api { int f(); }");
        Files.createDirectories(folder.resolve("src"));
        Files.createSymbolicLink(folder.resolve("src/a"), elsewhere);
        assertThat(new Project(folder).generate().result().services()).containsExactly("a.Api");
    }

    private Project generate(String members) {
        return new Project(folder)
                .add(
                        "a/Api.java",
                        "package a; import java.util.*; import java.util.concurrent.TimeUnit; import java.time.temporal.ChronoUnit;\n"
                                + "@dev.parley.annotation.RpcService public interface Api { " + members + " }")
                .generate();
    }
}
