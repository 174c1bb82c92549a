package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Families with a type that no generated codec serves, names that code can't use as they are: all of it compiles. */
class FamiliesTest {
    private static final String IMPORTS = "package a; import com.fasterxml.jackson.annotation.*; import java.util.*;\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Note(String text, @JsonIgnore int cached) implements Shape { } | left to it too, because its component cached is ignored",
                "record Note(@JsonValue String text) implements Shape { } | not an object with members, which could carry the type's name",
            })
    void aFamilyFallsBackWithOneOfItsTypes(String note, String reason) throws Exception {
        Project project =
                generate("Shape get(); List<Circle> circles(); sealed interface Shape permits Circle, Note { }"
                        + " record Circle(int radius) implements Shape { } " + note);
        assertThat(project.problems())
                .contains("WARNING Api.java:[2,112] [databind-fallback] a.Api.Shape is left to jackson-databind, which"
                        + " needs reflection, because its subtype Note is " + reason
                        + ". Change it, or name a codec with @RpcCodec.");
        project.compile();
        for (Compiled.Case each : new Compiled(project, "a.Api").cases()) {
            String json = "{\"type\":\"Circle\",\"radius\":5}";
            String text = each.name().startsWith("java.util.List") ? "[" + json + "]" : json;
            Object value = Json.read(each.codec(), text.getBytes(StandardCharsets.UTF_8));
            assertThat(Json.write(each.codec(), value)).asString().isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed interface R<T> permits S, F { } record S<T>(T v) implements R<T> { } record F(String e) implements R<String> { }",
                "sealed interface R<T> permits S, F { } record S<T>(T v) implements R<T> { } record F<T extends Number>(T e) implements R<T> { }",
                "sealed interface R<T> permits S, F { } record S<T>(T v) implements R<T> { } record F<T>(T e) implements R<List<T>> { }",
                "sealed interface R<T> permits S, F { } record S<T>(T v) implements R<T> { } record F<A, B>(A a, B b) implements R<A> { }",
            })
    void aSubtypeThatBindsATypeArgumentIsAnErrorOnTheLine(String models) {
        assertThat(generate("R<Integer> get(); " + models).problems())
                .anySatisfy(
                        problem -> assertThat(problem)
                                .startsWith("ERROR Api.java:[2,")
                                .endsWith(
                                        "[unserializable-type] The result of get is of a generic type that can't be treated, because the"
                                                + " type arguments of its subtype F do not follow from its own. Name a codec with @RpcCodec."));
    }

    @Test
    void twoTypeArgumentsThatAreOneInASubtypeDoNotFollow() {
        assertThat(generate(
                                "R<Integer, Integer> get(); sealed interface R<A, B> permits F { } record F<T>(T t) implements R<T, T> { }")
                        .problems())
                .anySatisfy(
                        problem -> assertThat(problem).contains("the type arguments of its subtype F do not follow"));
    }

    @Test
    void genericFamiliesThatFollowWork() {
        Project project = generate(
                "R<Integer, String> get(); sealed interface R<A, B> permits F, G, H { }"
                        + " record F<X, Y>(Y y, X x) implements R<X, Y> { } record G<B, A>(A a, B b) implements R<A, B> { }"
                        + " sealed interface H<P, Q> extends R<P, Q> permits I { } record I<Q, P>(List<P> p, Q q) implements H<P, Q> { }");
        assertThat(project.problems()).isEmpty();
        project.compile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void yield(); int yield(int yield);",
                "ApiMethods get(); record ApiMethods(int a) { }",
                "ApiClient get(ApiSkeleton s, PairCodec p, Pair q); record ApiClient(int a) { } record ApiSkeleton(int b) { }"
                        + " record PairCodec(int c) { } record Pair(int yield, int record, int var, int sealed) { }",
                "void record(int record); void var(int var); void sealed(); void permits(); void when(); void exports(); void with();",
            })
    void namesThatJavaOrWeUse(String members) {
        Project project = generate(
                members.replace("void yield(); int", "@dev.parley.annotation.RpcMethod(\"y\") void yield(); int"));
        assertThat(project.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        project.compile();
    }

    @Test
    void aBoxedVoidIsAnErrorOnItsLine() {
        assertThat(generate("Void get();").problems())
                .containsExactly(
                        "ERROR Api.java:[2,63] [unserializable-type] The result of get is of a type that can't be"
                                + " used. Void can't travel, as it has no value. Use void.");
    }

    private Project generate(String members) {
        return new Project(folder)
                .add(
                        "a/Api.java",
                        IMPORTS + "@dev.parley.annotation.RpcService public interface Api { " + members + " }")
                .generate();
    }
}
