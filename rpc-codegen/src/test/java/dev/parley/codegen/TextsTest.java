package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contract.ServiceDescriptor;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text a user writes as a name or value is that text on the wire, whatever the encoding of the sources. */
class TextsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u2028",
                "a\\u2029b",
                "\\u0085",
                "\\u000b\\f",
                "\\ud800",
                "\\udc00\\ud800",
                "\\ufeff\\u200f",
                "\\ue0000\\ue000",
                "\\\"",
                "\\\\u0041",
                "a // b /* c */ 'd'",
                ". @Nullable Text",
                "(, ) = {;",
                "$S $$ $L",
                "\\n\\r\\t\\b\\0",
                "größe 名前 \\ud83d\\ude00",
            })
    void everyTextSurvives(String literal) throws Exception {
        Project project = new Project(folder)
                .add("a/Api.java", """
                        package a;

                        import com.fasterxml.jackson.annotation.*;
                        import dev.parley.annotation.*;

                        @RpcService
                        public interface Api {
                            String TEXT = "LITERAL";
                            @RpcMethod("m" + TEXT) void m(@RpcParam("p" + TEXT) @RpcDefault("d" + TEXT) String p);
                            void n(Pair pair, Color color);
                            record Pair(@JsonProperty("w" + TEXT) int a) {}
                            enum Color { @JsonProperty("c" + TEXT) @JsonAlias("a" + TEXT) RED }
                        }
                        """.replace("LITERAL", literal))
                .generate()
                .compile();
        ClassLoader loader = project.loader();
        String text = (String) loader.loadClass("a.Api").getField("TEXT").get(null);
        ServiceDescriptor service = descriptor(loader);
        assertThat(service.methods().get(0).name()).isEqualTo("m" + text);
        assertThat(service.methods().get(0).parameters().get(0).name()).isEqualTo("p" + text);
        assertThat(service.methods().get(0).parameters().get(0).whenAbsent()).isEqualTo("d" + text);
        for (String codec : new String[] {"PairCodec", "ColorCodec"}) {
            assertThat(project.source("a/Api" + codec + ".java")).doesNotContain("\u2028", "\u2029", "\u0085");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "IBM1047", "US-ASCII"})
    void theEncodingOfTheSourcesChangesNoName(String encoding) throws Exception {
        boolean ascii = encoding.equals("US-ASCII");
        Project project = new Project(folder)
                .encoding(Charset.forName(encoding))
                .add(
                        "a/Api.java",
                        "package a;\n@dev.parley.annotation.RpcService public interface Api {\n"
                                + "/** Über \\u00fc. */ @dev.parley.annotation.RpcMethod(\"größe \\u540d\") int größe(int länge); }"
                                        .replace("ö", ascii ? "\\u00f6" : "ö")
                                        .replace("ß", ascii ? "\\u00df" : "ß")
                                        .replace("ä", ascii ? "\\u00e4" : "ä")
                                        .replace("Ü", ascii ? "\\u00dc" : "Ü"))
                .generate()
                .compile();
        ServiceDescriptor service = descriptor(project.loader());
        assertThat(service.methods().get(0).name()).isEqualTo("größe 名");
        assertThat(service.methods().get(0).parameters().get(0).name()).isEqualTo("länge");
        assertThat(project.description("META-INF/rpc/a.Api.json")).contains("größe 名", "länge", "Über ü.");
    }

    @Test
    void inUnicodeNothingIsEscapedThatReadsWell() {
        assertThat(new Project(folder)
                        .add(
                                "a/Api.java",
                                "package a;\n@dev.parley.annotation.RpcService public interface Api {\n"
                                        + "@dev.parley.annotation.RpcMethod(\"größe 名\") int größe(int länge); }")
                        .generate()
                        .source("a/ApiMethods.java"))
                .contains("\"größe 名\"", "\"länge\"");
    }

    @Test
    void aTextLongerThanAConstantIsPutTogether() throws Exception {
        String part = "x€".repeat(10_000);
        Project project = new Project(folder)
                .encoding(StandardCharsets.ISO_8859_1)
                .add(
                        "a/Api.java",
                        "package a;\nimport dev.parley.annotation.*;\n@RpcService public interface Api {\n"
                                + "void m(@RpcDefault(\"" + part.replace("€", "\\u20ac")
                                + "\") String p, @RpcDefault(\""
                                + "y".repeat(65_535) + "\") String q); }")
                .generate()
                .compile();
        assertThat(descriptor(project.loader())
                        .methods()
                        .get(0)
                        .parameters()
                        .get(0)
                        .whenAbsent())
                .isEqualTo(part);
    }

    private static ServiceDescriptor descriptor(ClassLoader loader) throws ReflectiveOperationException {
        Field field = loader.loadClass("a.ApiMethods").getDeclaredField("SERVICE");
        field.setAccessible(true);
        return (ServiceDescriptor) field.get(null);
    }
}
