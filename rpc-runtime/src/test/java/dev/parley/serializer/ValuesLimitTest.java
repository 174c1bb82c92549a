package dev.parley.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.ValueKind;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small message can't make many objects of itself, whatever values it repeats. */
class ValuesLimitTest {
    private static final ReadLimits LIMITS =
            ReadLimits.DEFAULT.change().values(10).build();

    private static Stream<Serializer> serializers() {
        return Stream.of(
                JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE, BinarySerializer.cbor(), BinarySerializer.smile());
    }

    private static void read(Serializer serializer, String json) {
        try (MessageWriter out = serializer.write(100_000, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), Json.parse(json));
            try (MessageReader in = serializer.read(out.end().keep(), LIMITS, References.NONE)) {
                for (Envelope message; (message = in.next()) != null; ) {
                    if (message.result().isPresent()) {
                        Codecs.JSON_VALUE.read(in.value(
                                message.result().from(), message.result().to()));
                    }
                    in.finish();
                }
            }
        }
    }

    private static String params(String element, int count) {
        return "{\"method\":\"m\",\"params\":[" + String.join(",", Collections.nCopies(count, element)) + "]}";
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void countsValuesOfEveryKind(Serializer serializer) {
        for (String element : new String[] {"[]", "{}", "0", "\"\"", "null", "true", "1.5"}) {
            read(serializer, params(element, 8));
            assertThatThrownBy(() -> read(serializer, params(element, 9)))
                    .as(element)
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith("more than 10 values at byte ");
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void countsMembersAndWhatIsDeeper(Serializer serializer) {
        read(serializer, "{\"params\":[[[{\"a\":[1],\"b\":{}}]]],\"id\":1}");
        for (String json : new String[] {
            "{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"j\":0,\"k\":0}",
            "{\"x\":{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"j\":0}}",
            "[1,2,3,4,5,6,7,8,9,10,11]",
            "[{\"a\":[1,2,3,4,5]},{\"a\":[1,2,3,4,5]}]",
            "{\"id\":1,\"result\":[0,0,0,0,0,0,0,0,0,0,0]}"
        }) {
            assertThatThrownBy(() -> read(serializer, json))
                    .as(json)
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith("more than 10 values at byte ");
        }
    }

    /** An open result is read before it is checked, skipped parts too. */
    @Test
    void countsInAResultThatIsReadUnchecked() {
        for (String elements : new String[] {"[0,0,0,0,0,0,0,0,0,0,0]", "{\"x\":[0,0,0,0,0,0,0,0,0,0,0]}"}) {
            Frame frame = Frame.utf8("{\"id\":1,\"result\":" + elements + "}");
            try (MessageReader in = JsonSerializer.INSTANCE.read(frame, LIMITS, References.NONE)) {
                Envelope message = in.next();
                ValueReader result =
                        in.value(message.result().from(), message.result().to());
                assertThatThrownBy(() -> {
                            if (result.peek() == ValueKind.OBJECT) {
                                result.skip();
                            } else {
                                Codecs.INT_ARRAY.read(result);
                            }
                        })
                        .isInstanceOf(MalformedMessageException.class)
                        .hasMessageStartingWith("more than 10 values at byte ");
            }
        }
    }

    /** Values that are passed over twice, once to check them and once to skip them, count once. */
    @Test
    void whatIsReadAgainIsNotCountedTwice() {
        Frame frame = Frame.utf8(params("0", 8));
        try (MessageReader in = JsonSerializer.INSTANCE.read(frame, LIMITS, References.NONE)) {
            Envelope message = in.next();
            for (int i = 0; i < 3; i++) {
                in.value(message.params().from(), message.params().to()).skip();
            }
        }
        String entries = "{\"id\":1},".repeat(9);
        byte[] batch = ("[" + entries + "{\"id\":1}]").getBytes(StandardCharsets.UTF_8);
        try (MessageReader in = JsonSerializer.INSTANCE.read(Frame.kept(batch), LIMITS, References.NONE)) {
            int count = 0;
            while (in.next() != null) {
                count++;
            }
            assertThat(count).isEqualTo(10);
        }
    }

    @Test
    void fourMebibytesOfEmptyArraysAreRefused() {
        byte[] message = new byte[4 << 20];
        byte[] start = "{\"method\":\"m\",\"params\":[".getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(message, (byte) ' ');
        System.arraycopy(start, 0, message, 0, start.length);
        for (int i = start.length; i < message.length - 5; i += 3) {
            message[i] = '[';
            message[i + 1] = ']';
            message[i + 2] = ',';
        }
        assertThatThrownBy(() -> JsonSerializer.INSTANCE.read(Frame.kept(message), ReadLimits.DEFAULT, References.NONE))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("more than 262144 values at byte 786450");
    }
}
