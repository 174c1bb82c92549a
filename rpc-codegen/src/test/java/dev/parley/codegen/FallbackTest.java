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

/** Types that the generator leaves to databind: each is reported with the reason, and the output compiles. */
class FallbackTest {
    private static final String FAMILY = "sealed interface P { } record Q(int x) implements P { }";

    @TempDir
    Path folder;

    static Stream<Arguments> types() {
        return Stream.of(
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Q.class) " + FAMILY,
                        "JsonTypeInfo(defaultImpl = …)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, visible = true) " + FAMILY,
                        "JsonTypeInfo(visible = …)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT) " + FAMILY,
                        "JsonTypeInfo(include = WRAPPER_OBJECT)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY) "
                                + FAMILY,
                        "JsonTypeInfo(include = EXISTING_PROPERTY)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION) " + FAMILY, "JsonTypeInfo(use = DEDUCTION)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, requireTypeIdForSubtypes = OptBoolean.FALSE) "
                                + FAMILY,
                        "JsonTypeInfo(requireTypeIdForSubtypes = …)"),
                understandsNot(
                        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(value = Q.class, names = {\"q\", \"r\"})) "
                                + FAMILY,
                        "JsonSubTypes.Type(names = …)"),
                understandsNot(
                        "record P(@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Object o, int x) { }"
                                        .replace("Object", "List<Q>")
                                + " record Q(int x) { }",
                        "JsonTypeInfo on its member o"),
                understandsNot(
                        "record P(@JsonIgnoreProperties(\"x\") Q q) { } record Q(int x) { }",
                        "JsonIgnoreProperties on its member q"),
                understandsNot("record P(@JsonUnwrapped Q q) { } record Q(int x) { }", "JsonUnwrapped"),
                understandsNot("record P(@JsonProperty(index = 1) int a, int b) { }", "JsonProperty(index = …)"),
                understandsNot(
                        "record P(@JsonSetter(contentNulls = Nulls.SKIP) List<String> a) { }",
                        "JsonSetter(contentNulls = …)"),
                understandsNot(
                        "@JsonIgnoreProperties(value = \"a\", allowGetters = true) class P { public int a, b; }",
                        "JsonIgnoreProperties(allowGetters = …)"),
                understandsNot("@JsonNaming class P { public int a; }", "JsonNaming"),
                understandsNot(
                        "class P extends Q { public int b; } @JsonPropertyOrder(alphabetic = true) class Q { public int a; }",
                        "JsonPropertyOrder on its supertype Q"),
                understandsNot(
                        "record P(int a) implements Q { } @JsonInclude(JsonInclude.Include.NON_NULL) interface Q { }",
                        "JsonInclude on its supertype Q"),
                because(
                        "record P(int a) implements Q { } interface Q { @JsonProperty(\"b\") int a(); }",
                        "the generator does not join Jackson's annotations on a() with those of the method that it overrides"),
                because(
                        "class P extends Q { @Override @JsonProperty(\"b\") public int getA() { return 1; } }"
                                + " class Q { public int getA() { return 0; } }",
                        "the generator does not join Jackson's annotations on getA() with those of the method that it"
                                + " overrides"),
                because("@JsonIgnoreProperties(\"a\") record P(int a, int b) { }", "its component a is ignored"),
                because(
                        "record P(@JsonProperty(access = JsonProperty.Access.READ_ONLY) int a, int b) { }",
                        "its component a is never read"),
                because(
                        "enum P { A; @JsonCreator static P of(int number) { return A; } }",
                        "its @JsonCreator takes no String"),
                because(
                        "enum P { @JsonProperty(\"a\") A; @JsonCreator static P of(String text) { return A; } }",
                        "it has a @JsonCreator and constants with an @JsonProperty"),
                because(
                        "enum P { A; @JsonCreator(mode = JsonCreator.Mode.PROPERTIES) static P of(String text) { return A; } }",
                        "its @JsonCreator takes a member of an object"),
                lombok("@Data class P { private int x; }", "Data"),
                lombok("@Value class P { int x; }", "Value"),
                lombok("@Getter class P { private int x; }", "Getter"),
                lombok("class P { @Getter private int x; }", "Getter"),
                lombok("class P { @Getter @Setter private int x; public int y; }", "Getter"),
                lombok("@Builder class P { public int x; }", "Builder"),
                lombok("@Builder record P(int x) { }", "Builder"),
                understandsNot(
                        "class P extends Q { public int y; } @Data class Q { private int x; }",
                        "Data on its supertype Q"));
    }

    private static Arguments understandsNot(String code, String what) {
        return because(code, "the generator does not understand @" + what);
    }

    private static Arguments lombok(String code, String annotation) {
        boolean unreadable = annotation.equals("Value") || annotation.equals("Builder");
        return because(
                code,
                "Lombok's @" + annotation + " writes its members after the generator has read it"
                        + (unreadable
                                ? ", with a constructor that databind can call only if the class is compiled with"
                                        + " -parameters: without, every call that brings one fails"
                                : ""));
    }

    private static Arguments because(String code, String reason) {
        return arguments(code, reason);
    }

    @ParameterizedTest
    @MethodSource("types")
    void isReportedWithItsReason(String code, String reason) {
        Project project = generate(code);
        int column = column(code);
        assertThat(project.problems())
                .contains("WARNING Api.java:[3," + column
                        + "] [databind-fallback] a.Api.P is left to jackson-databind, which"
                        + " needs reflection, because "
                        + reason + ". Change it, or name a codec with @RpcCodec.");
        assertThat(project.problems()).allMatch(problem -> problem.contains("[databind-fallback]"));
        assertThat(project.source("a/ApiMethods.java")).contains("DatabindCodec.of(Api.P.class)");
        project.compile();
    }

    @Test
    void whatLooksLikeAReasonAndIsNone() {
        assertThat(generate(
                                "record P(@JsonProperty(\"b\") int a) implements Q { static P of(int a) { return new P(a); }"
                                        + " static P of(String a) { return new P(1); } } interface Q { int a(); }")
                        .problems())
                .isEmpty();
        assertThat(generate(
                                "enum P { A; @JsonCreator static P of(String a) { return A; } static P of(int a) { return A; }"
                                        + " @JsonValue @Override public String toString() { return \"a\"; } }")
                        .problems())
                .isEmpty();
        assertThat(generate(
                                "class P extends Q { @JsonProperty(\"c\") public int b; } class Q implements"
                                        + " Comparable<Q> { public int a; @Override @JsonIgnore public int compareTo(Q q) { return 0; } }")
                        .problems())
                .isEmpty();
    }

    @Test
    void lomboksNonNullIsNoReason() {
        assertThat(generate("record P(@NonNull String x) { }").problems()).isEmpty();
    }

    /** Where the type's name stands. */
    private static int column(String code) {
        return code.replaceFirst("(?s)(.*?\\b(?:record|class|interface|enum) )P\\b.*", "$1")
                        .length()
                + 1;
    }

    private Project generate(String code) {
        Project project = new Project(folder);
        for (String annotation : new String[] {"Data", "Value", "Getter", "Setter", "Builder", "NonNull"}) {
            project.add("lombok/" + annotation + ".java", "package lombok; public @interface " + annotation + " { }");
        }
        return project.add(
                        "a/Api.java",
                        "package a; import com.fasterxml.jackson.annotation.*; import java.util.*; import lombok.*;"
                                + " import tools.jackson.databind.PropertyNamingStrategies.*; import tools.jackson.databind.annotation.*;\n"
                                + "@dev.parley.annotation.RpcService public interface Api { P a(P p);\n" + code + "}")
                .generate();
    }
}
