package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope.Member;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A dialect that nobody planned for, written as data: what bjsonrpc speaks, and one that calls everything otherwise. */
class DialectTest {
    private static final Dialect BJSONRPC = Dialect.V1_0
            .change("bjsonrpc")
            .memberName(Member.KEYWORDS, "kwparams")
            .errorShape(Dialect.ErrorShape.TEXT)
            .notificationMark(Dialect.NotificationMark.NO_OR_NULL_ID)
            .paramsShape(Dialect.ParamsShape.ANY)
            .batches(Dialect.Batches.SEPARATE_ANSWERS)
            .unreadable(Dialect.Reaction.IGNORE)
            .invalid(Dialect.Reaction.ANSWER)
            .framing("line")
            .referenceMember(Dialect.Reference.SENDERS_OBJECT, "__remoteobject__")
            .referenceMember(Dialect.Reference.RECEIVERS_OBJECT, "__objectreference__")
            .referenceMember(Dialect.Reference.RECEIVERS_FUNCTION, "__functionreference__")
            .build();

    private static final Dialect OTHERWISE = Dialect.V2_0
            .change("otherwise")
            .memberName(Member.VERSION, "protocol")
            .memberName(Member.ID, "tag")
            .memberName(Member.METHOD, "do")
            .memberName(Member.PARAMS, "with")
            .memberName(Member.KEYWORDS, "named")
            .memberName(Member.RESULT, "done")
            .memberName(Member.ERROR, "not \"done\"")
            .cancelMethod("$/cancelRequest")
            .progressMethod("$/progress")
            .wireCode(ErrorCode.BUSY, -32000)
            .build();

    private static final List<Serializer> SERIALIZERS = List.of(
            JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE, BinarySerializer.cbor(), BinarySerializer.smile());

    /** What a dialect makes of a message, and which parts it found. */
    private static String read(Serializer serializer, Dialect dialect, String json) {
        StringBuilder found = new StringBuilder();
        try (MessageWriter out = serializer.write(1000, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), Json.parse(json));
            Frame frame = out.end().keep();
            try (MessageReader in = serializer.speaking(dialect).read(frame, ReadLimits.DEFAULT, References.NONE)) {
                for (Envelope message; (message = in.next()) != null; ) {
                    in.finish();
                    found.append(found.isEmpty() ? "" : "; ").append(dialect.classify(message));
                    part(found, in, " params=", message.params());
                    part(found, in, " keywords=", message.keywords());
                    part(found, in, " id=", message.id());
                    part(found, in, " result=", message.result());
                    part(found, in, " error=", message.error());
                    message.extras().forEach(extra -> found.append(" +").append(extra.name()));
                }
            }
        }
        return found.toString();
    }

    private static void part(StringBuilder found, MessageReader in, String label, Part part) {
        if (part.isPresent()) {
            found.append(label).append(Codecs.JSON_VALUE.read(in.value(part.from(), part.to())));
        }
    }

    private static Stream<Arguments> bjsonrpc() {
        return Stream.of(
                Arguments.of("{'id':1,'method':'echo','params':['x']}", "CALL params=[\"x\"] id=1"),
                Arguments.of(
                        "{'kwparams':{'c':3},'params':[1],'method':'kw','id':1}",
                        "CALL params=[1] keywords={\"c\":3} id=1"),
                Arguments.of("{'method':'kw','kwparams':{'c':3},'id':'a'}", "CALL keywords={\"c\":3} id=\"a\""),
                Arguments.of("{'method':'kw','params':{'c':3},'id':1.50}", "CALL params={\"c\":3} id=1.50"),
                Arguments.of("{'method':'none','id':{'a':1}}", "CALL id={\"a\":1}"),
                Arguments.of("{'method':'echo','params':['x']}", "NOTIFICATION params=[\"x\"]"),
                Arguments.of("{'method':'echo','params':['x'],'id':null}", "NOTIFICATION params=[\"x\"] id=null"),
                Arguments.of("{'method':'kw','params':{},'kwparams':{},'id':1}", "INVALID params={} keywords={} id=1"),
                Arguments.of("{'method':'kw','kwparams':[1],'id':1}", "INVALID keywords=[1] id=1"),
                Arguments.of("{'id':1,'result':null,'error':'boom'}", "ERROR id=1 result=null error=\"boom\""),
                Arguments.of("{'id':1,'result':[2],'error':null}", "RESULT id=1 result=[2] error=null"),
                Arguments.of("{'id':1,'result':[2],'kwparams':5}", "RESULT keywords=5 id=1 result=[2]"),
                Arguments.of("[{'id':1,'method':'a'},{'method':'b'},5]", "CALL id=1; NOTIFICATION; INVALID"));
    }

    @ParameterizedTest
    @MethodSource("bjsonrpc")
    void everySerializerReadsADialectWithMembersOfItsOwn(String json, String found) {
        for (Serializer serializer : SERIALIZERS) {
            String text = json.replace('\'', '"');
            if (!serializer.isBinary() || !text.contains("1.50")) {
                assertThat(read(serializer, BJSONRPC, text))
                        .as(serializer.toString())
                        .isEqualTo(found);
            }
        }
    }

    @Test
    void namesAreTheDialects() {
        for (Serializer serializer : SERIALIZERS) {
            assertThat(read(
                            serializer,
                            OTHERWISE,
                            "{\"do\":\"m\",\"with\":[],\"tag\":1,\"protocol\":\"2.0\",\"id\":2}"))
                    .as(serializer.toString())
                    .isEqualTo("CALL params=[] id=1 +id");
            assertThat(read(serializer, OTHERWISE, "{\"protocol\":\"2.0\",\"tag\":1,\"not \\\"done\\\"\":{}}"))
                    .isEqualTo("ERROR id=1 error={}");
            assertThat(read(serializer, OTHERWISE, "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":2}"))
                    .isEqualTo("INVALID +jsonrpc +method +id");
        }
    }

    @Test
    void aSerializerForTheUsualNamesIsShared() {
        for (Serializer serializer : SERIALIZERS) {
            assertThat(serializer.speaking(Dialect.GO)).isSameAs(serializer);
            Serializer other = serializer.speaking(BJSONRPC);
            assertThat(other).isNotSameAs(serializer);
            assertThat(other.name()).isEqualTo(serializer.name());
            assertThat(read(
                            other.speaking(Dialect.V2_0),
                            Dialect.V2_0,
                            "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"kwparams\":{}}"))
                    .isEqualTo("NOTIFICATION +kwparams");
        }
    }

    @Test
    void otherNamesDoNotStayInARecycledReader() {
        for (int i = 0; i < 3; i++) {
            String request = "{\"method\":\"m\",\"kwparams\":{},\"id\":1}";
            assertThat(read(JsonSerializer.INSTANCE, BJSONRPC, request)).isEqualTo("CALL keywords={} id=1");
            assertThat(read(JsonSerializer.INSTANCE, Dialect.GO, request)).isEqualTo("CALL id=1 +kwparams");
        }
    }

    @Test
    void saysWhatFollowsInputThatIsOfNoUse() {
        assertThat(BJSONRPC.unreadable()).isEqualTo(Dialect.Reaction.IGNORE);
        assertThat(reaction("{\"id\":7}")).isEqualTo(Dialect.Reaction.ANSWER);
        assertThat(reaction("{}")).isEqualTo(Dialect.Reaction.ANSWER);
        assertThat(reaction("{\"id\":7,\"method\":5}")).isEqualTo(Dialect.Reaction.IGNORE);
        assertThat(reaction("5")).isEqualTo(Dialect.Reaction.IGNORE);
    }

    private static Dialect.Reaction reaction(String json) {
        try (MessageReader in = JsonSerializer.INSTANCE
                .speaking(BJSONRPC)
                .read(Frame.utf8(json), ReadLimits.DEFAULT, References.NONE)) {
            return BJSONRPC.reactionTo(in.next());
        }
    }

    @Test
    void aChangedDialectKeepsTheRest() {
        Dialect go = Dialect.GO.change("like go").strictOrder(true).build();
        assertThat(go).hasToString("like go");
        assertThat(go.strictOrder()).isTrue();
        assertThat(Dialect.GO.strictOrder()).isFalse();
        assertThat(go)
                .usingRecursiveComparison()
                .ignoringFields("name", "strictOrder")
                .isEqualTo(Dialect.GO);
        assertThat(BJSONRPC.change("same").build())
                .usingRecursiveComparison()
                .ignoringFields("name")
                .isEqualTo(BJSONRPC);
        assertThat(OTHERWISE.change("same").build())
                .usingRecursiveComparison()
                .ignoringFields("name")
                .isEqualTo(OTHERWISE);
    }

    @Test
    void saysWhatLaterExtensionsAskFor() {
        assertThat(BJSONRPC.framing()).isEqualTo("line");
        assertThat(BJSONRPC.referenceMember(Dialect.Reference.RECEIVERS_FUNCTION))
                .isEqualTo("__functionreference__");
        assertThat(Dialect.V2_0.referenceMember(Dialect.Reference.SENDERS_OBJECT))
                .isNull();
        assertThat(OTHERWISE.cancelMethod()).isEqualTo("$/cancelRequest");
        assertThat(OTHERWISE.progressMethod()).isEqualTo("$/progress");
        assertThat(OTHERWISE.memberName(Member.ERROR)).isEqualTo("not \"done\"");
        assertThat(Dialect.GO.memberName(Member.KEYWORDS)).isNull();
    }

    @Test
    void mapsCodesBothWays() {
        assertThat(OTHERWISE.wireCode(ErrorCode.BUSY)).isEqualTo(-32000);
        assertThat(OTHERWISE.codeOf(-32000)).isEqualTo(ErrorCode.BUSY);
        assertThat(OTHERWISE.wireCode(5)).isEqualTo(5);
        assertThat(Dialect.V2_0.wireCode(ErrorCode.BUSY)).isEqualTo(ErrorCode.BUSY);
        assertThatThrownBy(() -> OTHERWISE.change("x").wireCode(5, -32000))
                .hasMessage("the codes -32009 and 5 cannot both be -32000");
    }

    @Test
    void twoMembersCannotHaveOneName() {
        assertThatThrownBy(() -> BJSONRPC.change("x").memberName(Member.ID, "kwparams"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the members KEYWORDS and ID cannot both be called \"kwparams\"");
    }
}
