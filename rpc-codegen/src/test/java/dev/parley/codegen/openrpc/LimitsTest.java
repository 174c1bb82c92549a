package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codegen.DocumentRequest;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values made by chance, right and wrong: generated codecs say of each what a validator says that knows nothing of us. */
class LimitsTest {
    private static final int VALUES = 300;

    private static final List<String> SCHEMAS = List.of(
            "{'type':'string','minLength':2,'maxLength':4}",
            "{'type':'string','pattern':'^a+b?$'}",
            "{'type':'string','pattern':'b.a|^$'}",
            "{'type':'string','pattern':'[^a-b\\\\s]','minLength':2}",
            "{'type':'string','pattern':'^(a|\\\\n)*b{1,2}$'}",
            "{'type':'integer','minimum':-3,'maximum':4}",
            "{'type':'integer','exclusiveMinimum':-3,'exclusiveMaximum':4}",
            "{'type':'integer','multipleOf':3}",
            "{'type':'integer','enum':[1,4,-2]}",
            "{'type':'integer','const':3}",
            "{'type':'number','minimum':-0.5,'exclusiveMaximum':2.25}",
            "{'type':'number','multipleOf':0.25}",
            "{'type':'number','format':'double','maximum':1.5}",
            "{'type':'boolean','const':true}",
            "{'type':'array','items':{'type':'integer','maximum':3},'minItems':1,'maxItems':3}",
            "{'type':'array','items':{'type':'integer'},'uniqueItems':true}",
            "{'type':'object','additionalProperties':{'type':'integer','minimum':0},'minProperties':1,'maxProperties':2}",
            "{'allOf':[{'type':'string','minLength':1},{'type':'string','maxLength':3},{'pattern':'a'}]}");

    @TempDir
    Path folder;

    @Test
    void codecsAgreeWithAValidator() throws IOException {
        String document = "{\"openrpc\":\"1.4.1\",\"info\":{\"title\":\"Limits\",\"version\":\"1\"},\"methods\":["
                + IntStream.range(0, SCHEMAS.size())
                        .mapToObj(i -> "{\"name\":\"m" + i
                                + "\",\"params\":[{\"name\":\"p\",\"required\":true,\"schema\":"
                                + SCHEMAS.get(i).replace('\'', '"') + "}],\"result\":{\"name\":\"r\",\"schema\":"
                                + "{\"type\":\"null\"}}}")
                        .collect(Collectors.joining(","))
                + "]}";
        Path file = Files.writeString(folder.resolve("limits.json"), document);
        DocumentProject project = new DocumentProject(
                        folder, new DocumentRequest(file, "limits", "", false, true, List.of(), false))
                .compile();
        assertThat(project.notes()).isEmpty();
        Verdict verdict = new Verdict(document);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < SCHEMAS.size(); i++) {
            Codec<?> codec =
                    project.descriptor().methods().get(i).parameters().get(0).codec();
            compare(SCHEMAS.get(i), codec, verdict, "/methods/" + i + "/params/0/schema", wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(String schema, Codec<?> codec, Verdict verdict, String pointer, List<String> wrong) {
        Random random = new Random(schema.hashCode());
        int taken = 0;
        for (int i = 0; i < VALUES; i++) {
            JsonValue value = value(schema, random);
            boolean allowed = verdict.allows(pointer, value);
            taken += allowed ? 1 : 0;
            if (allowed != takes(codec, value)) {
                wrong.add(schema + (allowed ? " allows " : " does not allow ") + value);
            }
        }
        if (taken == 0 || taken == VALUES) {
            wrong.add(schema + " allows " + taken + " of " + VALUES + " values: that tells nothing");
        }
    }

    private static boolean takes(Codec<?> codec, JsonValue value) {
        try {
            Json.read(codec, Json.write(value).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (ValueException e) {
            return false;
        }
    }

    private static JsonValue value(String schema, Random random) {
        if (schema.contains("'array'")) {
            return JsonValue.array(IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> JsonValue.of(random.nextInt(8) - 1))
                    .toArray(JsonValue[]::new));
        } else if (schema.contains("'object'")) {
            return Json.parse(IntStream.range(0, random.nextInt(5))
                    .mapToObj(i -> "\"k" + i + "\":" + (random.nextInt(8) - 1))
                    .collect(Collectors.joining(",", "{", "}")));
        } else if (schema.contains("'boolean'")) {
            return JsonValue.of(random.nextBoolean());
        } else if (schema.contains("'number'")) {
            return JsonValue.of(BigDecimal.valueOf(random.nextInt(50) - 20, 1 + random.nextInt(2)));
        } else if (schema.contains("'integer'")) {
            return JsonValue.of(random.nextInt(15) - 7);
        }
        return JsonValue.of(IntStream.range(0, random.nextInt(6))
                .mapToObj(i ->
                        List.of("a", "a", "b", "b", "\n", "c", "\uD83D\uDE00").get(random.nextInt(7)))
                .collect(Collectors.joining()));
    }
}
