package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One method from several interfaces: what javac sees counts, never the order of {@code extends}. */
class InheritanceTest {
    private static final String HEADER =
            "package a; import dev.parley.annotation.*; import java.util.*; import org.jspecify.annotations.Nullable;";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"A, B", "B, A"})
    void onlyErrorsThatEveryDeclarationAllowsAreThrown(String parents) {
        Project project = generate(
                parents,
                "interface A { void end() throws Busy; void run() throws Busy; void lie() throws Lazy; }",
                "interface B { void end(); void run() throws Full; void lie(); }",
                "");
        assertThat(project.problems()).isEmpty();
        project.compile();
        assertThat(project.source("a/ApiClient.java"))
                .contains("public void end() {", "public void run() throws Full {", "public void lie() throws Lazy {");
        assertThat(project.source("a/ApiMethods.java"))
                .contains("Full.class", "Lazy.class")
                .doesNotContain("Busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A, B", "B, A"})
    void theMostSpecificResultIsTheMethods(String parents) {
        Project project = generate(
                parents, "interface A { Collection<String> names(); }", "interface B { List<String> names(); }", "");
        assertThat(project.problems()).isEmpty();
        assertThat(project.compile().source("a/ApiClient.java")).contains("public List<String> names() {");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@RpcMethod(\"first\") void go(); | @RpcMethod(\"second\") void go(); | A (@RpcMethod(\"first\")) and B (@RpcMethod(\"second\"))",
                "void go(@RpcDefault(\"5\") int n); | void go(@RpcDefault(\"6\") int n); | A (@RpcDefault(\"5\")) and B (@RpcDefault(\"6\"))",
                "void go(int n); | void go(int m); | A (a parameter \"n\") and B (a parameter \"m\")",
                "void go(@RpcParam(\"x\") int n); | void go(@RpcParam(\"y\") int n); | A (@RpcParam(\"x\")) and B (@RpcParam(\"y\"))",
                "String go(); | @Nullable String go(); | A (a result that is never null) and B (a result that may be null)",
                "void go(String n); | void go(@Nullable String n); | A (n without @Nullable) and B (n with @Nullable)",
                "@RpcMethod(params = ParamStructure.BY_NAME) void go(); | @RpcMethod(params = ParamStructure.DEFAULT) void go(); |"
                        + " A (@RpcMethod(params = BY_NAME)) and B (@RpcMethod(params = DEFAULT))",
            })
    void whatDiffersIsAnErrorThatNamesBoth(String first, String second, String both) {
        for (String parents : new String[] {"A, B", "B, A"}) {
            Project project = generate(parents, "interface A { " + first + " }", "interface B { " + second + " }", "");
            assertThat(project.problems())
                    .containsExactly("ERROR Api.java:[3,30] [inheritance-conflict] Api inherits go from " + both
                            + ", which differ. Override it in Api, and say there what holds.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A, B", "B, A"})
    void whatOneSaysHolds(String parents) {
        Project project = generate(
                parents,
                "interface A { @RpcMethod(\"first\") void go(@RpcDefault(\"5\") int n); void log(@RpcParam(\"m\") String l); }",
                "interface B { void go(int n); @RpcNotification void log(String l); }",
                "");
        assertThat(project.problems()).isEmpty();
        assertThat(project.compile().source("a/ApiMethods.java"))
                .contains(
                        "call(\"first\")",
                        "withDefault(\"n\", Codecs.INT, () -> 5)",
                        "notification(\"log\")",
                        "required(\"m\"");
    }

    @Test
    void anOverridingMethodHasTheAnnotationsOfTheOneThatItOverrides() {
        Project project = generate(
                "A",
                "interface A extends B { @Override @RpcIdempotent void go(String m); }",
                "interface B { @RpcMethod(\"b\") void go(@RpcParam(\"n\") @RpcSecret String n); }",
                "@Override void go(String l);");
        assertThat(project.problems()).isEmpty();
        assertThat(project.compile().source("a/ApiMethods.java"))
                .contains("call(\"b\")", "required(\"n\", Codecs.STRING).secret()", ".idempotent()");
    }

    @Test
    void theNearestAnnotationHolds() {
        Project project = generate(
                "A",
                "interface A extends B { @Override @RpcMethod(\"a\") void go(); }",
                "interface B { @RpcMethod(\"b\") void go(); }",
                "");
        assertThat(project.problems()).isEmpty();
        assertThat(project.compile().source("a/ApiMethods.java")).contains("call(\"a\")");
    }

    @Test
    void genericParentsAreOne() {
        Project project =
                generate("A<String>, B<String>", "interface A<T> { T go(T t); }", "interface B<U> { U go(U t); }", "");
        assertThat(project.problems()).isEmpty();
        assertThat(project.compile().source("a/ApiClient.java")).contains("public String go(String t) {");
    }

    @Test
    void aCallThatWouldBeAmbiguousIsAnError() {
        String first = "interface A<T> { T go(T t); }";
        String second = "interface B<T> { String go(String t); }";
        assertThat(generate("A<String>, B<String>", first, second, "").problems())
                .containsExactly(
                        "ERROR Api.java:[3,30] [inheritance-conflict] Api inherits go from A (go(Object)) and B"
                                + " (go(String)), which differ. Override it in Api, and say there what holds.");
        Project project = generate("A<String>, B<String>", first, second, "@Override String go(String t);");
        assertThat(project.problems()).isEmpty();
        project.compile();
    }

    @Test
    void aClassFileWithoutNamesIsReported() {
        Project project = new Project(folder)
                .addCompiled(
                        "b/Base.java",
                        "package b; import dev.parley.annotation.*; public interface Base { void find(int id, @RpcParam(\"n\") int n);"
                                + " void go(@RpcParam(\"m\") int m); }")
                .add(
                        "a/Api.java",
                        "package a;\n@dev.parley.annotation.RpcService public interface Api extends b.Base { }")
                .generate();
        assertThat(project.problems())
                .containsExactly(
                        "WARNING Api.java:[2,52] [unnamed-parameters] find of Base comes from a class file without"
                                + " the names of its parameters, which are \"arg0\" on the wire. Compile Base with -parameters, or name"
                                + " them with @RpcParam.");
    }

    private Project generate(String parents, String first, String second, String own) {
        Project project = new Project(folder)
                .add(
                        "a/Api.java",
                        HEADER + "\n\n@RpcService public interface Api extends " + parents + " {\n" + own + "}")
                .add("a/A.java", HEADER + "public " + first)
                .add("a/B.java", HEADER + "public " + second);
        exception(project, "Busy", 1, "Exception");
        exception(project, "Full", 2, "Busy");
        exception(project, "Lazy", 3, "RuntimeException");
        return project.generate();
    }

    private static void exception(Project project, String name, int code, String superclass) {
        project.add(
                "a/" + name + ".java",
                HEADER + "@RpcError(code = " + code + ") public class " + name + " extends " + superclass
                        + " { private static final long serialVersionUID = 1L; public " + name
                        + "(String message) { super(message); } }");
    }
}
