package dev.parley.serializer.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.codec.databind.RandomValues;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our byte serializer and Jackson accept the same frames, find the same in them, and write the same bytes. */
class DifferentialTest {
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT
            .change()
            .depth(12)
            .nameLength(20)
            .numberLength(30)
            .build();
    private static final String[] SEEDS = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"find\",\"params\":[1,\"a\",null,true,-1.5e+3]}",
        "{\"jsonrpc\":\"2.0\",\"result\":{\"a\":[{},[]]},\"id\":\"x\\n\\u00e9\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":[1,2,{\"b\":\"\\\\\"}],\"error\":null}",
        "[{\"id\":1,\"error\":{\"code\":-32700,\"message\":\"é€😀\"}} , 5,[], {\"id\":1.0e0}]",
        " {\"x\" : 0.001 , \"method\" : \"a\\u0062\", \"version\":\"1.1\", \"id\":null} ",
        "\uFEFF{\"id\":0,\"id\":-0}",
        "\"\\ud800\\uDC00\\ud800\"",
        "-12.5E-10"
    };
    /** Bytes that matter to the grammar, and a few that never may stand. */
    private static final byte[] SPICE =
            ("{}[]\":,\\/0123456789-+.eE nulltruefalse\t\r\n\bux'#N" + "\u0001\u007f").getBytes(StandardCharsets.UTF_8);

    private static final String[] SNIPPETS = {
        "c3a9",
        "e282ac",
        "f09f9880",
        "eda080",
        "c080",
        "ff",
        "efbbbf",
        "5c7564383030",
        "5c7530303030",
        "00",
        "2265223a",
        "226964223a",
        "2c226d6574686f64223a2261222c",
        "31653939393939393939",
        "3030",
        "5b5b5b5b5b5b",
        "5d5d5d5d5d5d"
    };

    /** Everything that can be told of a frame; null when it is refused. */
    private static List<String> describe(Serializer serializer, byte[] frame, boolean finishEarly) {
        List<String> found = new ArrayList<>();
        byte[] padded = new byte[frame.length + 4];
        Arrays.fill(padded, (byte) ']');
        System.arraycopy(frame, 0, padded, 2, frame.length);
        try (MessageReader in = serializer.read(Frame.onLoan(padded, 2, frame.length + 2), LIMITS, References.NONE)) {
            found.add("batch " + in.isBatch());
            for (Envelope envelope; (envelope = in.next()) != null; ) {
                if (finishEarly) {
                    in.finish();
                }
                List<String> values = values(in, envelope);
                in.finish();
                found.add(describe(envelope));
                found.addAll(values);
            }
            return found;
        } catch (MalformedMessageException refused) {
            return null;
        }
    }

    private static List<String> values(MessageReader in, Envelope envelope) {
        List<String> values = new ArrayList<>();
        for (Part part : List.of(envelope.params(), envelope.result())) {
            if (part.isPresent()) {
                values.add(
                        Codecs.JSON_VALUE.read(in.value(part.from(), part.to())).toString());
            }
        }
        return values;
    }

    private static String describe(Envelope envelope) {
        StringBuilder text = new StringBuilder();
        text.append(envelope.isObject()).append(envelope.version()).append(envelope.hasDuplicate());
        text.append(envelope.idIsLong() ? envelope.idNumber() : "no long").append(envelope.methodText());
        text.append(envelope.extras());
        for (Part part :
                List.of(envelope.id(), envelope.method(), envelope.params(), envelope.result(), envelope.error())) {
            text.append(' ').append(part.kind()).append(part.from()).append('-').append(part.to());
        }
        return text.toString();
    }

    private static void compare(byte[] frame) {
        List<String> jackson = describe(JacksonSerializer.INSTANCE, frame, false);
        assertThat(describe(JsonSerializer.INSTANCE, frame, false))
                .as(() -> "frame " + new String(frame, StandardCharsets.UTF_8) + " = "
                        + HexFormat.of().formatHex(frame))
                .isEqualTo(jackson);
        assertThat(describe(JsonSerializer.INSTANCE, frame, true)).isEqualTo(jackson);
    }

    @Test
    void agreeOnTheSeeds() {
        for (String seed : SEEDS) {
            byte[] frame = seed.getBytes(StandardCharsets.UTF_8);
            compare(frame);
            for (int length = 0; length < frame.length; length++) {
                compare(Arrays.copyOf(frame, length));
            }
        }
    }

    @Test
    void agreeOnMutatedTexts() {
        Random random = new Random(42);
        for (int i = 0; i < 30_000; i++) {
            byte[] frame = SEEDS[random.nextInt(SEEDS.length)].getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                frame = mutate(frame, random);
            }
            compare(frame);
        }
    }

    private static byte[] mutate(byte[] frame, Random random) {
        int at = random.nextInt(frame.length + 1);
        int to = Math.min(frame.length, at + random.nextInt(3));
        byte[] middle = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> HexFormat.of().parseHex(SNIPPETS[random.nextInt(SNIPPETS.length)]);
            case 3 -> {
                int from = random.nextInt(frame.length + 1);
                yield Arrays.copyOfRange(frame, from, Math.min(frame.length, from + random.nextInt(20)));
            }
            default -> new byte[] {SPICE[random.nextInt(SPICE.length)]};
        };
        byte[] changed = new byte[at + middle.length + frame.length - to];
        System.arraycopy(frame, 0, changed, 0, at);
        System.arraycopy(middle, 0, changed, at, middle.length);
        System.arraycopy(frame, to, changed, at + middle.length, frame.length - to);
        return changed;
    }

    private static byte[] write(Serializer serializer, JsonValue value) {
        try (MessageWriter out = serializer.write(Integer.MAX_VALUE, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), value);
            return out.end().toByteArray();
        }
    }

    @Test
    void writeTheSameBytesAndReadThemBack() {
        RandomValues values = new RandomValues(7);
        for (int i = 0; i < 5_000; i++) {
            JsonValue value = values.json(5);
            byte[] bytes = write(JsonSerializer.INSTANCE, value);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(new String(write(JacksonSerializer.INSTANCE, value), StandardCharsets.UTF_8));
            for (Serializer serializer : List.of(JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE)) {
                byte[] frame = ("{\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8);
                try (MessageReader in = serializer.read(Frame.kept(frame), ReadLimits.DEFAULT, References.NONE)) {
                    assertThat(Codecs.JSON_VALUE.read(in.value(5, frame.length - 1)))
                            .isEqualTo(value);
                }
            }
        }
    }
}
