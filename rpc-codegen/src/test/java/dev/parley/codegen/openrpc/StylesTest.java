package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.serializer.ValueException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/openrpc/styles.json");
    private static final int PATCH = 3;

    @TempDir
    Path folder;

    @Test
    void typesReadAsAPersonWouldWriteThem() {
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(DOCUMENT, "styles")).compile();
        assertThat(project.mistakes()).isEmpty();
        String declarations = project.result().sources().stream()
                .filter(file -> !file.path().matches(".*(Codec|Client|Skeleton|Methods)\\.java"))
                .map(GeneratedFile::content)
                .map(text -> text.substring(text.indexOf("\n\n") + 1))
                .collect(Collectors.joining("\n"));
        Golden.check("openrpc/styles.txt", declarations);
        Golden.check(
                "openrpc/styles-codecs.txt",
                project.source("styles/EventDrawnCodec.java") + project.source("styles/EventCodec.java"));
    }

    @Test
    void valuesSurvive() {
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(DOCUMENT, "styles")).compile();
        assertThat(new Survival(project, DOCUMENT).tryAll().failures()).isEmpty();
        assertThat(project.untyped())
                .containsExactly(
                        "any-member /components/schemas/Types",
                        "any-value /components/schemas/Change/properties/any",
                        "any-value /components/schemas/Types/properties/raw",
                        "any-value /components/schemas/Types/required",
                        "normalized-value /components/schemas/Change/properties/id",
                        "normalized-value /components/schemas/Event/oneOf/0/properties/at");
    }

    @Test
    void absentAndNullAreKeptApart() {
        Codec<?> change = change(false);
        for (String members : new String[] {"", ",\"count\":null", ",\"count\":3", ",\"note\":null,\"any\":null"}) {
            String text = "{\"id\":\"123e4567-e89b-12d3-a456-426614174000\",\"owner\":null" + members + "}";
            assertThat(again(change, text)).isEqualTo(text);
        }
    }

    @Test
    void unknownMembersAreKeptWhereTheOptionSaysSo() {
        String text = "{\"radius\":1.5,\"later\":[1]}";
        assertThat(again(circle(true), text)).isEqualTo(text);
        assertThat(again(circle(false), text)).isEqualTo("{\"radius\":1.5}");
    }

    @Test
    void aConstantOfAnotherValueIsNoCaseOfAFamily() {
        Codec<?> event = project(false).descriptor().methods().get(0).result();
        Assertions.assertThatThrownBy(() -> again(event, "{\"kind\":\"lost\"}"))
                .isInstanceOf(ValueException.class)
                .hasMessage("expected an object whose \"kind\" is \"drawn\", or an object whose \"kind\" is \"failed\","
                        + " or an object whose \"kind\" is \"moved\", found {\"kind\":\"lost\"}");
    }

    private DocumentProject project(boolean keepUnknown) {
        return new DocumentProject(folder, new DocumentRequest(DOCUMENT, "styles", "Styles", keepUnknown)).compile();
    }

    private Codec<?> change(boolean keepUnknown) {
        return project(keepUnknown)
                .descriptor()
                .methods()
                .get(PATCH)
                .parameters()
                .get(0)
                .codec();
    }

    private Codec<?> circle(boolean keepUnknown) {
        return project(keepUnknown).codec("styles.CircleCodec");
    }

    private static <T> String again(Codec<T> codec, String text) {
        T value = Json.read(codec, text.getBytes(StandardCharsets.UTF_8));
        return new String(Json.write(codec, value), StandardCharsets.UTF_8);
    }
}
