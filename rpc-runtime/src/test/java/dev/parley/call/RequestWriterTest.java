package dev.parley.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.message.Dialect;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import dev.parley.serializer.json.JsonSerializer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests in the shape of each dialect. */
class RequestWriterTest {
    private static final MethodDescriptor<String> NONE =
            MethodDescriptor.call("none", Codecs.STRING).build();
    private static final MethodDescriptor<String> ONE = MethodDescriptor.call("one", Codecs.STRING)
            .parameter(Parameter.required("a", Codecs.INT))
            .build();
    private static final MethodDescriptor<String> SEVERAL = several().build();
    private static final MethodDescriptor<String> NAMED = several().byName().build();
    private static final MethodDescriptor<String> REST = MethodDescriptor.call("rest", Codecs.STRING)
            .parameter(Parameter.required("a", Codecs.INT))
            .parameter(Parameter.rest("more", Codecs.INT_ARRAY))
            .build();

    private static MethodDescriptor.Builder<String> several() {
        return MethodDescriptor.call("several", Codecs.STRING)
                .parameter(Parameter.required("a", Codecs.INT))
                .parameter(Parameter.nullable("b", Codecs.STRING))
                .parameter(Parameter.optional("c", Codecs.STRING))
                .parameter(Parameter.withDefault("d", Codecs.INT, () -> 10));
    }

    private static String call(Dialect dialect, MethodDescriptor<?> method, @Nullable Object... arguments) {
        try (MessageWriter writer = JsonSerializer.INSTANCE.write(1 << 20, References.NONE)) {
            RequestWriter.call(writer.begin(), dialect, method, method.name(), arguments, 5, null);
            return writer.end().toText();
        }
    }

    private static String notification(Dialect dialect, MethodDescriptor<?> method, @Nullable Object... arguments) {
        try (MessageWriter writer = JsonSerializer.INSTANCE.write(1 << 20, References.NONE)) {
            RequestWriter.notification(writer.begin(), dialect, method, "at." + method.name(), arguments, 9);
            return writer.end().toText();
        }
    }

    @Test
    void callsIn2LeaveOutParamsThatAreNotThere() {
        assertThat(call(Dialect.V2_0, NONE)).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"none\",\"id\":5}");
        assertThat(call(Dialect.V2_0, ONE, 1))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"one\",\"params\":[1],\"id\":5}");
    }

    @Test
    void argumentsThatAreAbsentNeedAPlaceOnlyBeforeOthers() {
        assertThat(call(Dialect.V2_0, SEVERAL, 1, null, Optional.empty(), 3))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"several\",\"params\":[1,null,null,3],\"id\":5}");
        assertThat(call(Dialect.V2_0, SEVERAL, 1, "x", Optional.empty(), null))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"several\",\"params\":[1,\"x\"],\"id\":5}");
        assertThat(call(Dialect.V2_0, SEVERAL, 1, null, Optional.of("y"), null))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"several\",\"params\":[1,null,\"y\"],\"id\":5}");
    }

    @Test
    void byNameTheyAreLeftOut() {
        assertThat(call(Dialect.V2_0, NAMED, 1, null, Optional.of("y"), null))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"several\",\"params\":{\"a\":1,\"c\":\"y\"},\"id\":5}");
        assertThat(call(Dialect.V1_0, NAMED, 1, null, Optional.of("y"), null))
                .isEqualTo("{\"method\":\"several\",\"params\":[1,null,\"y\"],\"id\":5}");
    }

    @Test
    void variableArgumentsStandOneByOne() {
        assertThat(call(Dialect.V2_0, REST, 1, new int[] {2, 3}))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"rest\",\"params\":[1,2,3],\"id\":5}");
        assertThat(call(Dialect.V2_0, REST, 1, new int[0]))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"rest\",\"params\":[1],\"id\":5}");
    }

    @Test
    void notificationsAreMarkedAsTheDialectDoes() {
        assertThat(notification(Dialect.V2_0, ONE, 1))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"at.one\",\"params\":[1]}");
        assertThat(notification(Dialect.V1_0, ONE, 1)).isEqualTo("{\"method\":\"at.one\",\"params\":[1],\"id\":null}");
        assertThat(notification(Dialect.GO, ONE, 1)).isEqualTo("{\"method\":\"at.one\",\"params\":[1],\"id\":9}");
    }

    @Test
    void oneAlwaysHasParamsAndGoExactlyOne() {
        assertThat(call(Dialect.V1_0, NONE)).isEqualTo("{\"method\":\"none\",\"params\":[],\"id\":5}");
        assertThat(call(Dialect.GO, NONE)).isEqualTo("{\"method\":\"none\",\"params\":[null],\"id\":5}");
        assertThat(call(Dialect.GO, ONE, 1)).isEqualTo("{\"method\":\"one\",\"params\":[1],\"id\":5}");
        assertThatThrownBy(() -> call(Dialect.GO, SEVERAL, 1, null, Optional.empty(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("several has 4 arguments, but the dialect go takes exactly one; put them into a record");
    }

    @Test
    void untypedParamsAreSentAsTheyAre() {
        MethodDescriptor<JsonValue> any = MethodDescriptor.untyped("any");
        JsonValue object = JsonValue.object(Map.entry("a", JsonValue.of(1)));
        assertThat(call(Dialect.V2_0, any, object))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"any\",\"params\":{\"a\":1},\"id\":5}");
        assertThat(call(Dialect.V2_0, any, (Object) null))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"any\",\"id\":5}");
        assertThat(call(Dialect.V1_0, any, (Object) null)).isEqualTo("{\"method\":\"any\",\"params\":[],\"id\":5}");
        assertThat(call(Dialect.GO, any, JsonValue.array(object)))
                .isEqualTo("{\"method\":\"any\",\"params\":[{\"a\":1}],\"id\":5}");
        assertThatThrownBy(() -> call(Dialect.V1_0, any, object))
                .hasMessage("params of any are an object, but the dialect 1.0 has only positional parameters");
        assertThatThrownBy(() -> call(Dialect.V2_0, any, JsonValue.of(5)))
                .hasMessage("params of any have to be an array or an object, not 5");
        assertThatThrownBy(() -> call(Dialect.GO, any, JsonValue.array(object, object)))
                .hasMessage("any has 2 arguments, but the dialect go takes exactly one; put them into a record");
    }

    @Test
    void aWrongNumberOfArgumentsIsNamed() {
        assertThatThrownBy(() -> call(Dialect.V2_0, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one has 1 parameter, but 0 arguments were given");
    }

    @Test
    void anArgumentThatCantBeWrittenIsNamedWithItsMethod() {
        MethodDescriptor<String> texts = MethodDescriptor.call("put", Codecs.STRING)
                .parameter(Parameter.required("names", Codecs.list(Codecs.STRING)))
                .parameter(Parameter.required("big", Codecs.BIG_DECIMAL))
                .build();

        assertThatThrownBy(() -> call(Dialect.V2_0, ONE, (Object) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("one: the argument \"a\" is null, which its type does not allow");
        assertThatThrownBy(() -> call(Dialect.V2_0, texts, Arrays.asList("a", null), BigDecimal.ONE))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("put: the argument \"names\" holds a null where its type allows none");
        assertThatThrownBy(() -> call(Dialect.V2_0, texts, List.of(), new BigDecimal("1E+1000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("put: the argument \"big\" can't be written: a number of 1001 characters, and peers read at"
                        + " most 1000");
    }
}
