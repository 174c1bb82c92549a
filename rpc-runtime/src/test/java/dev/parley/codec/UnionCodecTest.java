package dev.parley.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Families of types: the tag in any place, and whatever stands before it. */
class UnionCodecTest {
    private interface Animal {}

    private record Cat(int lives, double weight, List<String> names, boolean tame, byte[] tag) implements Animal {}

    private static final class CatCodec implements MembersCodec<Cat> {
        private static final Members MEMBERS = Members.of("lives", "weight", "names", "tame", "tag", "kind");

        @Override
        public Cat readMembers(ValueReader in) {
            int lives = 0;
            double weight = 0;
            List<String> names = List.of();
            boolean tame = false;
            byte[] tag = {};
            for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
                switch (member) {
                    case 0 -> lives = in.readInt();
                    case 1 -> weight = in.readDouble();
                    case 2 -> names = Codecs.list(Codecs.STRING).read(in);
                    case 3 -> tame = in.readBoolean();
                    case 4 -> tag = in.readBytes();
                    default -> in.skip();
                }
            }
            return new Cat(lives, weight, names, tame, tag);
        }

        @Override
        public void write(ValueWriter out, Cat value) {
            out.beginObject();
            out.member(MEMBERS, 5);
            out.writeString("cat");
            out.member(MEMBERS, 0);
            out.writeInt(value.lives());
            out.endObject();
        }
    }

    private static final Codec<Animal> CODEC =
            UnionCodec.of("kind", UnionCodec.variant("cat", Cat.class, CatCodec::new));

    private static Animal read(String json) {
        return Json.read(CODEC, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTagMayStandAnywhere() {
        String members =
                "\"lives\":9,\"weight\":1.5,\"names\":[\"a\",\"b\"],\"x\":{\"y\":[null]},\"tame\":true,\"tag\":\"AQI=\"";
        for (String json : List.of(
                "{\"kind\":\"cat\"," + members + "}",
                "{" + members + ",\"kind\":\"cat\"}",
                "{\"z\":1,\"kind\":\"cat\"," + members + "}")) {
            Cat cat = (Cat) read(json);
            assertThat(cat.lives()).isEqualTo(9);
            assertThat(cat.weight()).isEqualTo(1.5);
            assertThat(cat.names()).containsExactly("a", "b");
            assertThat(cat.tame()).isTrue();
            assertThat(cat.tag()).containsExactly(1, 2);
        }
    }

    @Test
    void theTagIsWrittenFirst() {
        byte[] json = Json.write(CODEC, new Cat(3, 0, List.of(), false, new byte[0]));
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"kind\":\"cat\",\"lives\":3}");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> read("{\"kind\":\"dog\"}"))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("expected \"cat\", found \"dog\"");
        assertThatThrownBy(() -> read("{\"lives\":1}"))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("an object with the member \"kind\"");
        assertThatThrownBy(() -> read("{\"lives\":1.5,\"kind\":\"cat\"}"))
                .isInstanceOf(ValueException.class)
                .hasMessage("/lives: expected an integer, found 1.5");
        assertThatThrownBy(() -> read("{\"lives\":\"x\",\"kind\":\"cat\"}"))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("found a string");
    }
}
