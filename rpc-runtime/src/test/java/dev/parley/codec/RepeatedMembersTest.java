package dev.parley.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.databind.DatabindCodec;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/** One rule for all: an object that has a member twice is refused, because two readers could see two values. */
class RepeatedMembersTest {
    private static final String TWICE = "expected each member once, found \"%s\" twice";

    /** Reads an object as a generated codec does; it knows as many members as are asked for. */
    private static final class Numbers implements MembersCodec<Integer> {
        private final Members members;

        Numbers(String... names) {
            members = Members.of(names);
        }

        @Override
        public Integer readMembers(ValueReader in) {
            int sum = 0;
            for (int member; (member = in.nextMember(members)) != ValueReader.END; ) {
                if (member == ValueReader.UNKNOWN || in.peek() != ValueKind.NUMBER) {
                    in.skip();
                } else {
                    sum += in.readInt();
                }
            }
            return sum;
        }

        @Override
        public void write(ValueWriter out, Integer value) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Codec<Integer> NUMBERS = new Numbers("a", "b", "größe");
    private static final Codec<Integer> UNION =
            UnionCodec.of("kind", UnionCodec.variant("n", Integer.class, () -> new Numbers("a", "b", "kind")));

    record Bean(int a, Map<String, Integer> b) {}

    private static <T> void refuses(Codec<T> codec, String json, String name) {
        for (Serializer serializer : List.of(JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE)) {
            Frame frame = Frame.utf8("{\"params\":" + json.replace('\'', '"') + "}");
            try (MessageReader in = serializer.read(frame, ReadLimits.DEFAULT, References.NONE)) {
                Envelope message = in.next();
                assertThatThrownBy(() -> codec.read(in.value(
                                message.params().from(), message.params().to())))
                        .as(serializer + " " + json)
                        .isInstanceOf(ValueException.class)
                        .hasMessageContaining(String.format(TWICE, name));
            }
        }
    }

    private static <T> T read(Codec<T> codec, String json) {
        return Json.read(codec, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void inARecord() {
        refuses(NUMBERS, "{'a':1,'a':2}", "a");
        refuses(NUMBERS, "{'a':1,'b':2,'a':3}", "a");
        refuses(NUMBERS, "{'a':1,'b':2,'a':3,'b':4}", "a");
        refuses(NUMBERS, "{'b':1,'x':2,'b':3}", "b");
        refuses(NUMBERS, "{'größe':1,'gr\\u00f6\\u00dfe':2}", "größe");
        refuses(Codecs.list(NUMBERS), "[{'a':1,'b':2},{'b':1,'b':2}]", "b");
        refuses(Codecs.map(KeyCodecs.STRING, NUMBERS), "{'x':{'a':1},'y':{'a':1,'a':1}}", "a");
        assertThat(read(Codecs.list(NUMBERS), "[{'a':1,'x':{'a':2},'b':3},{'b':4,'größe':1,'a':5}]"))
                .containsExactly(4, 10);
    }

    /** The place is told, as of every other value. */
    @Test
    void theMessageSaysWhere() {
        assertThatThrownBy(() -> read(Codecs.list(NUMBERS), "[{'a':1},{'b':1,'b':2}]"))
                .hasMessage("/1/b: expected each member once, found \"b\" twice");
        assertThatThrownBy(() -> read(Codecs.JSON_VALUE, "[{'b':1,'b':2}]"))
                .hasMessage("/0/b: expected each member once, found \"b\" twice");
    }

    /** What nobody reads may repeat. */
    @Test
    void whatIsPassedOverMayRepeat() {
        assertThat(read(NUMBERS, "{'x':1,'x':2,'a':3,'y':{'a':1,'a':2}}")).isEqualTo(3);
    }

    @Test
    void inARecordOfManyMembers() {
        String[] names = IntStream.range(0, 200).mapToObj(i -> "m" + i).toArray(String[]::new);
        Codec<Integer> wide = new Numbers(names);
        List<String> members = new ArrayList<>();
        for (String name : names) {
            members.add("'" + name + "':1");
        }
        String all = "{" + String.join(",", members) + "}";
        assertThat(read(Codecs.list(wide), "[" + all + "," + all + "]")).containsExactly(200, 200);
        refuses(wide, all.replace("}", ",'m63':1}"), "m63");
        refuses(wide, all.replace("}", ",'m64':1}"), "m64");
        refuses(wide, all.replace("}", ",'m199':1}"), "m199");
        refuses(Codecs.list(wide), "[{'m64':1},{'m64':1},{'m64':1,'m64':1}]", "m64");
    }

    @Test
    void inAMapAValueWithoutATypeAndWhatJacksonReads() {
        refuses(Codecs.map(KeyCodecs.STRING, Codecs.INT), "{'a':1,'b':2,'a':3}", "a");
        refuses(Codecs.map(KeyCodecs.INT, Codecs.nullable(Codecs.INT)), "{'1':null,'1':null}", "1");
        refuses(Codecs.map(KeyCodecs.INT, Codecs.INT), "{'1':1,'01':2}", "01");
        refuses(Codecs.JSON_VALUE, "{'a':1,'b':{'c':1,'c':null}}", "c");
        refuses(DatabindCodec.of(Bean.class), "{'a':1,'a':2,'b':{}}", "a");
        refuses(DatabindCodec.of(Bean.class), "{'a':1,'b':{'x':1,'x':2}}", "x");
        refuses(DatabindCodec.of(Object.class), "[{'x':1,'x':2}]", "x");
    }

    @Test
    void inAUnionTheTagToo() {
        assertThat(read(UNION, "{'kind':'n','a':1,'b':2}")).isEqualTo(3);
        assertThat(read(UNION, "{'a':1,'kind':'n','b':2}")).isEqualTo(3);
        refuses(UNION, "{'kind':'n','a':1,'a':2}", "a");
        refuses(UNION, "{'a':1,'kind':'n','a':2}", "a");
        refuses(UNION, "{'a':1,'a':2,'kind':'n'}", "a");
        refuses(UNION, "{'kind':'n','kind':'n'}", "kind");
        refuses(UNION, "{'kind':'n','a':1,'kind':'other'}", "kind");
        refuses(UNION, "{'kind':'n','x':1,'kind':'n'}", "kind");
        refuses(UNION, "{'a':1,'kind':'n','kind':'n'}", "kind");
        refuses(Codecs.list(UNION), "[{'kind':'n','a':1},{'kind':'n','k\\u0069nd':'n'}]", "kind");
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void inBinaryFormats(Codec<?> codec) {
        try (MessageReader in = BinarySerializer.cbor().read(Frame.kept(cbor()), ReadLimits.DEFAULT, References.NONE)) {
            Envelope message = in.next();
            assertThatThrownBy(() -> codec.read(
                            in.value(message.params().from(), message.params().to())))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining(String.format(TWICE, "a"));
        }
    }

    private static List<Codec<?>> codecs() {
        return List.of(NUMBERS, UNION, Codecs.JSON_VALUE, DatabindCodec.of(Object.class));
    }

    /** {"params": {"kind": "n", "a": 1, "b": 1, "a": 1}} */
    private static byte[] cbor() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new CBORFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("params");
            out.writeStartObject();
            out.writeStringProperty("kind", "n");
            out.writeNumberProperty("a", 1);
            out.writeNumberProperty("b", 1);
            out.writeNumberProperty("a", 1);
            out.writeEndObject();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
