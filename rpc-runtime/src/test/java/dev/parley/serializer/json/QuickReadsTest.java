package dev.parley.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.frame.Frame;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is read eight or sixteen bytes at once is read the same byte by byte, as near the end of the input. */
class QuickReadsTest {
    private static String read(String text, Function<ValueReader, Object> how) {
        Frame frame = Frame.utf8(text);
        try (MessageReader reader = JsonSerializer.INSTANCE.readChecked(frame, ReadLimits.DEFAULT, References.NONE)) {
            ValueReader in = reader.value(frame.from(), frame.to());
            return how.apply(in) + " then " + (in.nextElement() ? in.peek() : "the end");
        } catch (ValueException | MalformedMessageException e) {
            return e.getMessage();
        }
    }

    private static Object number(ValueReader in) {
        in.beginArray();
        in.nextElement();
        return in.readLong();
    }

    @Test
    void integersOfAllLengths() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int length = 1 + random.nextInt(19);
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
            for (int k = 0; k < length; k++) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            text.append(List.of("", "", "", ".", ".5", "e1", "E+2", "x", "/", ":", "ž", " ", "\n", "\"")
                    .get(random.nextInt(14)));
            String near = "[" + text + "]";
            String far = near + " ".repeat(16);
            assertThat(read(far, QuickReadsTest::number)).as(near).isEqualTo(read(near, QuickReadsTest::number));
        }
        assertThat(read("[1234567          ]", QuickReadsTest::number)).isEqualTo("1234567 then the end");
        assertThat(read("[12345678         ]", QuickReadsTest::number)).isEqualTo("12345678 then the end");
        assertThat(read("[0,1              ]", QuickReadsTest::number)).isEqualTo("0 then NUMBER");
        assertThat(read("[01               ]", QuickReadsTest::number)).isEqualTo(read("[01]", QuickReadsTest::number));
    }

    @Test
    void namesOfAllLengths() {
        for (int length = 0; length < 40; length++) {
            String name = "n".repeat(length);
            Members members = Members.of(name, name + "x", "ž" + name);
            Function<ValueReader, Object> names = in -> {
                in.beginArray();
                in.nextElement();
                in.beginObject();
                StringBuilder found = new StringBuilder();
                for (int member; (member = in.nextMember(members)) != ValueReader.END; ) {
                    found.append(member)
                            .append('=')
                            .append(in.memberName())
                            .append(in.readInt())
                            .append(' ');
                }
                return found;
            };
            String expected = "0=" + name + "1 1=" + name + "x2 2=ž" + name + "3 " + ValueReader.UNKNOWN + "=" + name
                    + "y4  then the end";
            String object = "[{\"" + name + "\":1,\"" + name + "x\":2,\"ž" + name + "\":3,\"" + name + "y\":4}]";
            assertThat(read(object, names)).isEqualTo(expected);
            assertThat(read(object + " ".repeat(20), names)).isEqualTo(expected);
            assertThat(read(object.replace(",", " , ").replace(":", " : "), names))
                    .isEqualTo(expected);
            assertThat(read("[{\"" + name + "x\":1,\"" + name + "\":2}]", names))
                    .isEqualTo("1=" + name + "x1 0=" + name + "2  then the end");
        }
    }

    @Test
    void literalsOfAllLengths() {
        byte[] text = "abcdefghijklmnopqrstuvwxyz0123456789".getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from < text.length; from++) {
            for (int to = from; to <= text.length; to++) {
                byte[] bytes = java.util.Arrays.copyOfRange(text, from, to);
                Literal literal = new Literal(bytes);
                assertThat(literal.isAt(text, from, text.length)).isTrue();
                assertThat(literal.isAt(text, from, to)).isTrue();
                assertThat(literal.isAt(text, from, to - 1)).isFalse();
                assertThat(literal.isAt(text, from + 1, text.length)).isEqualTo(to == from);
                byte[] out = new byte[3 + literal.room()];
                assertThat(literal.put(out, 3)).isEqualTo(3 + literal.length());
                assertThat(java.util.Arrays.copyOfRange(out, 3, 3 + literal.length()))
                        .isEqualTo(bytes);
                for (int i = from; i < to; i++) {
                    byte[] other = text.clone();
                    other[i]++;
                    assertThat(literal.isAt(other, from, text.length)).isFalse();
                }
            }
        }
    }
}
