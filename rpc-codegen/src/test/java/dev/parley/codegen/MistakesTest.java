package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong, with the whole text and the place of each message. */
class MistakesTest {
    @TempDir
    Path folder;

    private List<String> problems(String body) {
        Project project = new Project(folder).add("a/Api.java", """
                        package a;
                        import dev.parley.annotation.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;
                        """ + body).generate();
        if (project.result().hasErrors()) {
            assertThat(project.result().sources()).isEmpty();
            assertThat(project.result().descriptions()).isEmpty();
        }
        return project.problems();
    }

    private List<String> inService(String methods) {
        return problems("@RpcService public interface Api {\n" + methods + "\n}\n");
    }

    @Test
    void overloadsOfOneWireName() {
        assertThat(inService("int find(String name);\nint find(int id);"))
                .containsExactly(
                        "ERROR Api.java:[7,5] [duplicate-wire-name] find(String) and find(int) are both \"find\" on"
                                + " the wire. Rename one with @RpcMethod.");
    }

    @Test
    void overloadsWithNamesOfTheirOwnAreFine() {
        assertThat(inService("int find(String name);\n@RpcMethod(\"findById\") int find(int id);"))
                .isEmpty();
    }

    @Test
    void aReservedName() {
        assertThat(inService("@RpcMethod(\"rpc.find\") int find(String name);"))
                .containsExactly(
                        "ERROR Api.java:[6,28] [reserved-name] find(String) is \"rpc.find\" on the wire, and JSON-RPC"
                                + " keeps names that start with \"rpc.\" for itself. Choose another with @RpcMethod, or another"
                                + " prefix.");
    }

    @Test
    void aGenericMethod() {
        assertThat(inService("<T> T find(T name);"))
                .containsExactly(
                        "ERROR Api.java:[6,7] [generic-method] find has type parameters, and a peer can't know what"
                                + " they stand for. Name the types, or use JsonValue for anything.");
    }

    @Test
    void anInterfaceThatIsNotPublic() {
        assertThat(problems("@RpcService interface Api {\n int a();\n}"))
                .containsExactly(
                        "ERROR Api.java:[5,23] [not-public] Api is a service, but not public, so that nobody could"
                                + " call it. Make it public, and the types around it.");
    }

    @Test
    void aClass() {
        assertThat(problems("@RpcService public class Api {}"))
                .containsExactly(
                        "ERROR Api.java:[5,26] [not-an-interface] Api is a service, but no interface. Declare its"
                                + " methods in an interface and implement that.");
    }

    @Test
    void aGenericService() {
        assertThat(problems("@RpcService public interface Api<T> {\n T a();\n}"))
                .contains(
                        "ERROR Api.java:[5,30] [generic-service] Api is a service with type parameters, and a peer can't know"
                                + " what they stand for. Let another interface extend it with types in their place, and put"
                                + " @RpcService there.");
    }

    @Test
    void anEmptyService() {
        assertThat(inService("default int a() { return 1; }"))
                .containsExactly(
                        "WARNING Api.java:[5,30] [empty-service] Api has no method that a peer could call. Add one;"
                                + " default methods need @RpcMethod.");
    }

    @Test
    void twoParametersOfOneName() {
        assertThat(inService("int find(String name, @RpcParam(\"name\") String other);"))
                .containsExactly(
                        "ERROR Api.java:[6,48] [duplicate-parameter-name] name and other of find are both \"name\" on"
                                + " the wire. Rename one with @RpcParam.");
    }

    @Test
    void aTypeOfJavasThatCantTravel() {
        assertThat(inService("int run(Thread thread);"))
                .containsExactly(
                        "ERROR Api.java:[6,16] [unserializable-type] The parameter thread is of a type that can't be"
                                + " used. Thread can't travel. Use a record of what it holds, or name a codec with"
                                + " @RpcService(codecs = …).");
    }

    @Test
    void anObject() {
        assertThat(inService("Object run();"))
                .containsExactly(
                        "ERROR Api.java:[6,8] [unserializable-type] The result of run is of a type that can't be"
                                + " used. Object can't travel: it does not say what is read. Use JsonValue for anything.");
    }

    @Test
    void aRawType() {
        assertThat(inService("int run(List names);"))
                .containsExactly(
                        "ERROR Api.java:[6,14] [unserializable-type] The parameter names is of a type that can't be"
                                + " used. List can't travel without its type arguments. Write them, such as List<String>.");
    }

    @Test
    void aWildcardWithoutBound() {
        assertThat(inService("int run(List<?> names);"))
                .containsExactly(
                        "ERROR Api.java:[6,17] [unserializable-type] The parameter names is of a type that can't be"
                                + " used. ? can't travel: it does not say what is read. Name a type, or use JsonValue for"
                                + " anything.");
    }

    @Test
    void aConcreteCollection() {
        assertThat(inService("int run(ArrayList<String> names);"))
                .containsExactly(
                        "ERROR Api.java:[6,27] [unserializable-type] The parameter names is of a type that can't be"
                                + " used. ArrayList can't travel. Use List.");
    }

    @Test
    void aMapWithKeysThatAreNoText() {
        assertThat(inService("int run(Map<List<String>, String> names);"))
                .containsExactly(
                        "ERROR Api.java:[6,35] [unserializable-type] The parameter names is of a type that can't be"
                                + " used. List<String> can't be the key of a map, as it is not one text. Use String, an enum, a"
                                + " number, UUID or a date, or a List of records.");
    }

    @Test
    void aMapWithKeysThatAreLeftToDatabind() {
        assertThat(inService("int run(Map<K, String> map);\nenum K { A; @com.fasterxml.jackson.annotation.JsonKey"
                        + " public int id() { return 1; } }"))
                .contains(
                        "ERROR Api.java:[6,24] [unserializable-type] The parameter map has keys that can't be treated,"
                                + " because the generator does not understand @JsonKey. Use another type for them.");
    }

    @Test
    void aMemberThatCantTravel() {
        assertThat(inService("Job run();\nrecord Job(Thread thread) {}"))
                .containsExactly(
                        "ERROR Api.java:[7,19] [unserializable-type] The member thread of Job is of a type that can't"
                                + " be used. Thread can't travel. Use a record of what it holds, or name a codec with"
                                + " @RpcService(codecs = …).");
    }

    @Test
    void anOpenInterface() {
        assertThat(inService("Shape run();\ninterface Shape {}"))
                .containsExactly(
                        "ERROR Api.java:[6,7] [unserializable-type] The result of run is of a type that can't be"
                                + " used. Api.Shape can't travel: which classes implement it is not known. Make it sealed, add"
                                + " @JsonTypeInfo with @JsonSubTypes, or name a codec with @RpcCodec.");
    }

    @Test
    void aStream() {
        assertThat(inService("java.util.stream.Stream<String> run();"))
                .containsExactly(
                        "ERROR Api.java:[6,33] [stream-type] The result of run is of a type that can't be used. Stream"
                                + " is not supported yet. Use List, or several calls.");
    }

    @Test
    void aTypeThatIsNotThere() {
        assertThat(inService("Missing run();"))
                .containsExactly(
                        "ERROR Api.java:[6,9] [unresolved-type] The result of run is of a type that can't be used."
                                + " Missing can't be found. Import it, or add the module that holds it to the dependencies.");
    }

    @Test
    void aNotificationWithAResult() {
        assertThat(inService("@RpcNotification int run();"))
                .containsExactly(
                        "ERROR Api.java:[6,22] [notification-result] run() is a notification, which nobody answers,"
                                + " but has a result. Make it void, or remove @RpcNotification.");
    }

    @Test
    void aNotificationWithExceptions() {
        assertThat(inService("@RpcNotification void run() throws Bad;\n"
                        + "@RpcError(code = 1) class Bad extends Exception { public Bad(String m) { super(m); } }"))
                .containsExactly(
                        "ERROR Api.java:[6,23] [notification-errors] run() is a notification, whose caller never"
                                + " learns of an error, but declares Bad. Remove the throws clause, or @RpcNotification.");
    }

    @Test
    void aDefaultOfAnotherType() {
        assertThat(inService("int run(@RpcDefault(\"many\") int limit);"))
                .containsExactly(
                        "ERROR Api.java:[6,33] [default-value] \"many\" is no int, the type of limit: it must be a"
                                + " number that fits the type.");
    }

    @Test
    void aDefaultThatIsNoConstant() {
        assertThat(inService("int run(@RpcDefault(\"BLUE\") Color color);\nenum Color { RED, GREEN }"))
                .containsExactly(
                        "ERROR Api.java:[6,35] [default-value] \"BLUE\" is no Api.Color, the type of color: it must be"
                                + " one of RED, GREEN.");
    }

    @Test
    void aDefaultForWhatMayBeAbsent() {
        assertThat(inService("int run(@RpcDefault(\"1\") @Nullable Integer limit);"))
                .containsExactly(
                        "ERROR Api.java:[6,44] [default-conflict] limit may be absent, and has a default value: it"
                                + " can't be both. Remove @RpcDefault, or @Nullable or Optional.");
    }

    @Test
    void aDefaultForTheRest() {
        assertThat(inService("int run(@RpcDefault(\"[1]\") int... values);"))
                .containsExactly(
                        "ERROR Api.java:[6,35] [default-conflict] values takes all arguments that are left, so it is"
                                + " never missing. Remove @RpcDefault.");
    }

    @Test
    void bytesAsTheRest() {
        assertThat(inService("int run(byte... data);"))
                .containsExactly(
                        "ERROR Api.java:[6,17] [varargs-type] data is byte..., but one byte[] is one value on the"
                                + " wire and no list of arguments. Write byte[].");
    }

    @Test
    void aRequiredParameterBehindAnOptionalOne() {
        assertThat(inService("int run(@Nullable String a, String b);"))
                .containsExactly(
                        "WARNING Api.java:[6,36] [required-after-optional] b is required and stands behind a, which is"
                                + " not, so that by position a must always be given. Put it before, or send by name with"
                                + " @RpcMethod(params = ParamStructure.BY_NAME).");
    }

    @Test
    void anErrorWithoutConstructor() {
        assertThat(inService("void run() throws Bad;\n@RpcError(code = 1) class Bad extends Exception {}"))
                .containsExactly(
                        "ERROR Api.java:[6,6] [error-constructor] Bad has no constructor that generated code could"
                                + " call to make it again. Add a public Bad(String message).");
    }

    @Test
    void anErrorWithAReservedCode() {
        assertThat(
                        inService(
                                "void run() throws Bad;\n"
                                        + "@RpcError(code = -32700) class Bad extends Exception { public Bad(String m) { super(m); } }"))
                .containsExactly(
                        "ERROR Api.java:[6,6] [reserved-code] Bad has the code -32700, and JSON-RPC keeps -32768 to"
                                + " -32100 for itself. Choose another.");
    }

    @Test
    void twoErrorsOfOneCode() {
        assertThat(inService("void run() throws Bad, Worse;\n"
                        + "@RpcError(code = 1) class Bad extends Exception { public Bad(String m) { super(m); } }\n"
                        + "@RpcError(code = 1) class Worse extends Exception { public Worse(String m) { super(m); } }"))
                .containsExactly(
                        "ERROR Api.java:[6,6] [duplicate-error-code] Bad and Worse of run have both the code 1, so that"
                                + " a caller can't tell them apart. Change one.");
    }

    @Test
    void anExceptionWithoutCode() {
        assertThat(inService("void run() throws java.io.IOException;"))
                .containsExactly(
                        "WARNING Api.java:[6,6] [error-without-code] run declares IOException, which has no code:"
                                + " callers get an internal error in its place. Put @RpcError on it, or remove it from the throws"
                                + " clause.");
    }

    @Test
    void annotationsInMeaninglessPlaces() {
        assertThat(problems("""
                        @RpcService public interface Api {
                            void run();
                            @RpcMethod("s") static void stat() {}
                            class Other { @RpcNotification void x(@RpcDefault("1") int y) {} }
                            @RpcError(code = 1) record NoException(int a) {}
                        }
                        """))
                .containsExactly(
                        "ERROR Api.java:[7,33] [misplaced-annotation] @RpcMethod means nothing here. Static and private methods"
                                + " are never called by a peer. Remove it, or make the method abstract.",
                        "ERROR Api.java:[8,41] [misplaced-annotation] @RpcNotification means nothing here. It belongs on a"
                                + " method of an interface with @RpcService. Move it there.",
                        "ERROR Api.java:[8,64] [misplaced-annotation] @RpcDefault means nothing here. It belongs on a method of"
                                + " an interface with @RpcService. Move it there.",
                        "ERROR Api.java:[9,32] [misplaced-annotation] @RpcError means nothing here. It belongs on an exception"
                                + " type. Remove it, or extend Exception.");
    }

    @Test
    void aCodecThatIsNone() {
        assertThat(inService("@RpcCodec(String.class) String a();"))
                .containsExactly("ERROR Api.java:[6,32] [codec-class] String is no Codec. Let it implement"
                        + " dev.parley.codec.Codec<T>, T being the type.");
    }

    @Test
    void aParameterWithAnEmptyName() {
        assertThat(inService("int find(@RpcParam(\"\") String name);"))
                .containsExactly(
                        "ERROR Api.java:[6,31] [empty-name] name has an empty name on the wire. Give @RpcParam a"
                                + " name, or remove it.");
    }

    @Test
    void aTypeThatGeneratedCodeCantReach() {
        Project project = new Project(folder)
                .add("b/Base.java", "package b;\npublic interface Base { Hidden get(); }\nrecord Hidden(int x) {}")
                .add(
                        "a/Api.java",
                        "package a; @dev.parley.annotation.RpcService public interface Api extends b.Base {}")
                .generate();
        assertThat(project.problems())
                .containsExactly(
                        "ERROR Base.java:[3,8] [not-accessible] Hidden can't be reached by generated code in the"
                                + " package \"a\". Make it public, and the types around it.");
    }

    @Test
    void anErrorThatGeneratedCodeCantReach() {
        Project project = new Project(folder)
                .add("b/Base.java", """
                        package b;
                        public interface Base { void run() throws Bad; }
                        @dev.parley.annotation.RpcError(code = 1)
                        class Bad extends Exception { public Bad(String m) { super(m); } }
                        """)
                .add(
                        "a/Api.java",
                        "package a; @dev.parley.annotation.RpcService public interface Api extends b.Base {}")
                .generate();
        assertThat(project.problems())
                .containsExactly(
                        "ERROR Base.java:[2,30] [not-accessible] Bad can't be reached by generated code in this"
                                + " package. Make it public.");
    }

    @Test
    void twoCodecsForOneType() {
        assertThat(problems("""
                        @RpcService(codecs = First.class) public interface Api { Locale a(); }
                        @RpcService(codecs = Second.class) interface Other { Locale b(); }
                        """ + codec("First") + codec("Second")))
                .contains(
                        "ERROR Api.java:[6,46] [codec-conflict] Api names First and Other names Second for Locale, but"
                                + " the services of a package share their codecs. Name the same codec, or put one where it is needed"
                                + " with @RpcCodec.");
    }

    private static String codec(String name) {
        return """
                class %s implements dev.parley.codec.Codec<Locale> {
                    public %s() {}
                    public Locale read(dev.parley.serializer.ValueReader in) { return null; }
                    public void write(dev.parley.serializer.ValueWriter out, Locale value) {}
                }
                """.formatted(name, name);
    }

    @Test
    void allProblemsInOneRun() {
        assertThat(inService("Object a();\n<T> void b();\nint c(Thread t);")).hasSize(3);
    }

    @Test
    void twoMembersOfOneName() {
        assertThat(inService(
                        "P run();\nrecord P(int a, @com.fasterxml.jackson.annotation.JsonProperty(\"a\") int b) {}"))
                .containsExactly(
                        "ERROR Api.java:[7,8] [duplicate-member-name] \"a\" stands for two things in P on the wire."
                                + " Rename one with an annotation of Jackson's.");
    }

    @Test
    void whatIsLeftToDatabind() {
        assertThat(inService("P run();\n@com.fasterxml.jackson.annotation.JsonAutoDetect class P {}"))
                .containsExactly(
                        "WARNING Api.java:[7,56] [databind-fallback] a.Api.P is left to jackson-databind, which needs"
                                + " reflection, because the generator does not understand @JsonAutoDetect. Change it, or name a"
                                + " codec with @RpcCodec.");
    }

    @Test
    void aSyntaxErrorInAFileThatIsRead() {
        assertThat(inService("int a("))
                .first()
                .asString()
                .startsWith("ERROR Api.java:[7,1] [unreadable-source] illegal start of type");
    }

    @Test
    void anErrorInAnotherFileStopsNothing() {
        Project project = new Project(folder)
                .add("a/Broken.java", "package a; class Broken { int x = ; ")
                .add("a/Api.java", "package a; @dev.parley.annotation.RpcService public interface Api { int a(); }")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().sources()).hasSize(3);
    }

    @Test
    void aClassWithOursName() {
        Project project = new Project(folder)
                .add("a/ApiClient.java", "package a; class ApiClient {}")
                .add("a/Api.java", "package a; @dev.parley.annotation.RpcService public interface Api { int a(); }")
                .generate();
        assertThat(project.problems())
                .containsExactly(
                        "WARNING Api.java:[1,63] [name-taken] ApiClient exists already, so that the generated one has"
                                + " a number behind its name. Rename yours to have it without.");
        project.compile();
    }
}
