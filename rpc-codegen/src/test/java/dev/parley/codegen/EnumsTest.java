package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codec.databind.ParleyMapper;
import dev.parley.serializer.ValueException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** Enums whose constants have other names, read as the documented mapper reads them, as values and as keys. */
class EnumsTest {
    @TempDir
    static Path folder;

    private static Compiled service;

    @BeforeAll
    static void generate() {
        Project project = new Project(folder).add("e/Enums.java", """
                        package e;
                        import com.fasterxml.jackson.annotation.*;
                        import java.util.*;
                        @dev.parley.annotation.RpcService
                        public interface Enums {
                            void alias(Alias value, Map<Alias, Integer> keys);
                            void coded(Coded value, Map<Coded, Integer> keys);
                            void numbered(Numbered value, Map<Numbered, Integer> keys);
                            void made(Made value, Map<Made, Integer> keys);
                            void madeFromCode(MadeFromCode value, Map<MadeFromCode, Integer> keys);
                            void counted(MadeFromNumber value, Map<MadeFromNumber, Integer> keys);
                            enum Alias { @JsonAlias({"a", "aa", "A"}) A, @JsonProperty("b") @JsonAlias("bb") B }
                            enum Coded {
                                A("1"), B("x");
                                @JsonValue public final String code;
                                Coded(String code) { this.code = code; }
                            }
                            enum Numbered { A, B; @JsonValue public long number() { return ordinal() + 10; } }
                            enum Made {
                                A, B;
                                @JsonCreator static Made of(String text) { return valueOf(text.toUpperCase(Locale.ROOT)); }
                                @JsonCreator(mode = JsonCreator.Mode.DISABLED) static Made at(int index) { return A; }
                            }
                            enum MadeFromCode {
                                A, B;
                                @JsonValue public String code() { return name().toLowerCase(Locale.ROOT); }
                                @JsonCreator static MadeFromCode of(String code) { return valueOf(code.toUpperCase(Locale.ROOT)); }
                            }
                            enum MadeFromNumber {
                                A, B;
                                @JsonValue public int number() { return ordinal(); }
                                @JsonCreator static MadeFromNumber of(int number) { return values()[number % 2]; }
                            }
                        }
                        """).generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().sources()).noneMatch(file -> file.content().contains("DatabindCodec"));
        service = new Compiled(project.compile(), "e.Enums");
    }

    @ParameterizedTest
    @CsvSource({
        "Alias, A",
        "Alias, a",
        "Alias, aa",
        "Alias, b",
        "Alias, bb",
        "Alias, B",
        "Alias, ''",
        "Coded, 1",
        "Coded, x",
        "Coded, A",
        "Coded, ''",
        "Numbered, 10",
        "Numbered, 11",
        "Numbered, 12",
        "Numbered, A",
        "Numbered, 010",
        "Made, A",
        "Made, a",
        "Made, b",
        "Made, c",
        "MadeFromCode, a",
        "MadeFromCode, B",
        "MadeFromCode, c",
        "MadeFromNumber, 0",
        "MadeFromNumber, 1",
        "MadeFromNumber, 2",
        "MadeFromNumber, A",
    })
    void readAsTheMapperReadsIt(String type, String text) throws ReflectiveOperationException {
        boolean number = type.endsWith("Number") || type.equals("Numbered");
        agree("e.Enums$" + type, number && text.matches("[1-9][0-9]*|0") ? text : '"' + text + '"');
        agree("java.util.Map<e.Enums$" + type + ", java.lang.Integer>", "{\"" + text + "\":1}");
    }

    private static void agree(String type, String json) throws ReflectiveOperationException {
        Compiled.Case one = service.cases().stream()
                .filter(candidate -> candidate.name().equals(type))
                .findFirst()
                .orElseThrow();
        assertThat(byCodec(one.codec(), json)).as(type + " " + json).isEqualTo(byMapper(one, json));
    }

    private static Object byCodec(Codec<Object> codec, String json) {
        try {
            return Json.read(codec, json.getBytes(StandardCharsets.UTF_8));
        } catch (ValueException | IllegalArgumentException wrong) {
            return "refused";
        }
    }

    private static Object byMapper(Compiled.Case one, String json) {
        try {
            return ParleyMapper.mapper().readValue(json, ParleyMapper.mapper().constructType(one.type()));
        } catch (JacksonException wrong) {
            return "refused";
        }
    }
}
