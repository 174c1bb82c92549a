package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer's bytes never name a class: whatever would let them do so is an error. */
class ClassNamesTest {
    private static final String BY_CLASS = "@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)";
    private static final String WAY_OUT =
            ". Use @JsonTypeInfo(use = Id.NAME) with @JsonSubTypes, or a sealed type without annotations.";

    @TempDir
    Path folder;

    static Stream<Arguments> models() {
        return Stream.of(
                named(BY_CLASS + " interface P { }", "P", "@JsonTypeInfo(use = CLASS)"),
                named(BY_CLASS + " class P { public int a; }", "P", "@JsonTypeInfo(use = CLASS)"),
                named(BY_CLASS + " record P(int a) { }", "P", "@JsonTypeInfo(use = CLASS)"),
                named(BY_CLASS + " enum P { A }", "P", "@JsonTypeInfo(use = CLASS)"),
                named(
                        BY_CLASS + " sealed interface P { } record Q(int a) implements P { }",
                        "P",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS) interface P { }",
                        "P",
                        "@JsonTypeInfo(use = MINIMAL_CLASS)"),
                named(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM) interface P { }",
                        "P",
                        "@JsonTypeInfo(use = CUSTOM)"),
                named(
                        "@JsonTypeIdResolver(R.class) class P { public int a; } abstract class R implements"
                                + " tools.jackson.databind.jsontype.TypeIdResolver { }",
                        "P",
                        "@JsonTypeIdResolver"),
                named(
                        "@JsonTypeResolver(tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder.class)"
                                + " class P { public int a; }",
                        "P",
                        "@JsonTypeResolver"),
                named("class P { " + BY_CLASS + " public Object a; }", "a of P", "@JsonTypeInfo(use = CLASS)"),
                named("record P(" + BY_CLASS + " Object a) { }", "a of P", "@JsonTypeInfo(use = CLASS)"),
                named(
                        "class P { public List<Q> getA() { return null; } " + BY_CLASS
                                + " public void setA(List<Q> a) { } }" + " class Q { }",
                        "setA of P",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "class P { @JsonCreator P(@JsonProperty(\"a\") " + BY_CLASS + " Object a) { } }",
                        "a of P",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "@Poly class P { public int a; } @Retention(RetentionPolicy.RUNTIME) @JacksonAnnotationsInside "
                                + BY_CLASS + " @interface Poly { }",
                        "P",
                        "@Poly, which stands for @JsonTypeInfo(use = CLASS)"),
                named(
                        "class P { @Outer public Object a; } @JacksonAnnotationsInside @Poly @interface Outer { }"
                                + " @JacksonAnnotationsInside " + BY_CLASS + " @interface Poly { }",
                        "a of P",
                        "@Outer, which stands for @Poly, which stands for @JsonTypeInfo(use = CLASS)"),
                named(
                        "class P extends Q { } " + BY_CLASS + " class Q { public int a; }",
                        "Q",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "record P(int a) implements Q { } " + BY_CLASS + " interface Q { }",
                        "Q",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "class P implements Q { public Object getA() { return null; } } interface Q { " + BY_CLASS
                                + " Object getA(); }",
                        "getA of Q",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "@JsonAutoDetect class P { private List<Map<String, ? extends Q[]>> qs; } " + BY_CLASS
                                + " class Q { public int a; }",
                        "Q",
                        "@JsonTypeInfo(use = CLASS)"),
                named(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(R.class)) interface P { }"
                                + " class R implements P { @JsonUnwrapped public Q q; } class Q { " + BY_CLASS
                                + " public Object a; }",
                        "a of Q",
                        "@JsonTypeInfo(use = CLASS)"),
                arguments(
                        "@JsonAutoDetect class P { public Class<?> a; }",
                        "a of P is a Class, so that a peer could name any class to load. Use a String or an enum."),
                arguments(
                        "record P(@JsonUnwrapped Q q) { } record Q(Map<Class<?>, String> a) { }",
                        "a of Q is a Class, so that a peer could name any class to load. Use a String or an enum."),
                arguments(
                        "@JsonAutoDetect class P { private Class<?> a; public Class<?> getA() { return a; } }",
                        "a of P is a Class, so that a peer could name any class to load. Use a String or an enum."));
    }

    private static Arguments named(String code, String subject, String annotation) {
        return arguments(code, subject + " lets a peer name a class to load, by " + annotation + WAY_OUT);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatLetsAPeerNameAClassIsAnError(String code, String text) {
        Project project = generate("P a(P p);\n" + code);
        assertThat(project.problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("ERROR Api.java:[3,").endsWith("] [class-from-peer] " + text));
        assertThat(project.result().sources()).isEmpty();
    }

    @Test
    void onAParameterOfAServiceItIsAnErrorToo() {
        assertThat(generate("int a(" + BY_CLASS + " String p);").problems())
                .containsExactly(
                        "ERROR Api.java:[2,114] [class-from-peer] p of Api lets a peer name a class to load, by"
                                + " @JsonTypeInfo(use = CLASS)" + WAY_OUT);
    }

    @Test
    void whatOnlyLooksLikeItIsNone() {
        assertThat(generate("P a(P p);\n"
                                + "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(Q.class)) interface P { }"
                                + " class Q implements P { public int a; @JsonIgnore public Class<?> kind;"
                                + " static Class<?> none; private transient Class<?> cached; }")
                        .problems())
                .isEmpty();
        assertThat(generate("P a(P p);\n"
                                + "@JsonAutoDetect class P { @JsonIgnore private Class<?> kind; public Class<?> getKind() { return kind; }"
                                + " public Object any; }")
                        .problems())
                .noneMatch(problem -> problem.contains("class-from-peer"));
    }

    private Project generate(String members) {
        return new Project(folder)
                .add(
                        "a/Api.java",
                        "package a; import com.fasterxml.jackson.annotation.*; import java.lang.annotation.*; import java.util.*;"
                                + " import tools.jackson.databind.annotation.*;\n"
                                + "@dev.parley.annotation.RpcService public interface Api { " + members + "}")
                .generate();
    }
}
