// Written by Parley from Directory; changes are lost at the next build.
package h;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire for {@link Directory}. */
final class DirectoryMethods2 {
    static final MethodDescriptor<@Nullable Void> ASYNC = MethodDescriptor.call("async")
            .build();

    static final MethodDescriptor<java.lang.Integer> NOTIFYING = MethodDescriptor.call("notifying", Codecs.INT)
            .build();

    static final MethodDescriptor<Codec> BATCH = MethodDescriptor.call("batch", CodecCodec2.INSTANCE)
            .build();

    static final MethodDescriptor<JsonValue> CALL = MethodDescriptor.call("call", Codecs.JSON_VALUE)
            .parameter(Parameter.required("name", Codecs.STRING))
            .parameter(Parameter.required("other", Codecs.JSON_VALUE))
            .build();

    static final MethodDescriptor<@Nullable Void> SEND = MethodDescriptor.call("send")
            .build();

    static final MethodDescriptor<java.lang.Integer> DESCRIPTOR = MethodDescriptor.call("descriptor", Codecs.INT)
            .build();

    static final MethodDescriptor<java.lang.Integer> SERVICE = MethodDescriptor.call("SERVICE", Codecs.INT)
            .parameter(Parameter.required("caller", Codecs.INT))
            .parameter(Parameter.required("service", Codecs.INT))
            .parameter(Parameter.required("arguments", Codecs.INT))
            .parameter(Parameter.required("batch", Codecs.INT))
            .parameter(Parameter.required("method", Codecs.INT))
            .parameter(Parameter.required("params", Codecs.INT))
            .build();

    static final MethodDescriptor<java.lang.Integer> SERVICE_ = MethodDescriptor.call("service", Codecs.INT)
            .build();

    static final MethodDescriptor<java.lang.Integer> SERVICE__ = MethodDescriptor.call("s2", Codecs.INT)
            .build();

    static final MethodDescriptor<java.lang.Integer> HASH_CODE = MethodDescriptor.call("hashCode", Codecs.INT)
            .build();

    static final MethodDescriptor<Integer> CLONE = MethodDescriptor.call("clone", IntegerCodec.INSTANCE)
            .build();

    static final MethodDescriptor<String> GET_URL = MethodDescriptor.call("getURL", StringCodec.INSTANCE)
            .parameter(Parameter.required("$", StringCodec.INSTANCE))
            .parameter(Parameter.required("_a", StringCodec.INSTANCE))
            .parameter(Parameter.required("value$1", StringCodec.INSTANCE))
            .build();

    static final MethodDescriptor<String> GET_URL_ = MethodDescriptor.call("s3", StringCodec.INSTANCE)
            .parameter(Parameter.required("o", OverrideCodec.INSTANCE))
            .parameter(Parameter.required("object", ObjectCodec.INSTANCE))
            .parameter(Parameter.required("list", ListCodec.INSTANCE))
            .parameter(Parameter.required("a", ArgumentsCodec.INSTANCE))
            .build();

    static final MethodDescriptor<Async> ASYNC_ = MethodDescriptor.call("a2", AsyncCodec.INSTANCE)
            .parameter(Parameter.required("a", AsyncCodec.INSTANCE))
            .build();

    static final MethodDescriptor<Batch<Codec>> BATCH_ =
            MethodDescriptor.call("b2", new BatchCodec<>(CodecCodec2.INSTANCE))
                    .parameter(Parameter.required("batch", new BatchCodec<>(AsyncCodec.INSTANCE)))
                    .parameter(Parameter.required("entry", DirectoryEntryCodec.INSTANCE))
                    .parameter(Parameter.required("map", DirectoryMapCodec.INSTANCE))
                    .build();

    static final MethodDescriptor<List<Codec>> LIST = MethodDescriptor.call("list", Codecs.list(CodecCodec2.INSTANCE))
            .parameter(Parameter.required("l", Codecs.list(ListCodec.INSTANCE)))
            .parameter(Parameter.required("m", Codecs.map(ListCodec.INSTANCE)))
            .build();

    static final MethodDescriptor<int[]> ARRAYS = MethodDescriptor.call("arrays", Codecs.INT_ARRAY)
            .parameter(Parameter.required("a", Codecs.array(Codecs.INT_ARRAY, int[][]::new)))
            .parameter(Parameter.withDefault("b", Codecs.INT_ARRAY, () -> new int[] {1, 2}))
            .parameter(Parameter.rest("rest", Codecs.array(Codecs.STRING, java.lang.String[]::new)))
            .build();

    static final MethodDescriptor<java.lang.Integer> SOLE = MethodDescriptor.call("sole", Codecs.INT)
            .parameter(Parameter.required("values", Codecs.array(Codecs.STRING, java.lang.String[]::new)))
            .build();

    static final MethodDescriptor<java.lang.Integer> CALLER = MethodDescriptor.call("\"quo$ted\\ é", Codecs.INT)
            .parameter(Parameter.required("$L $T", Codecs.INT))
            .build();

    static final ServiceDescriptor SERVICE___ = new ServiceDescriptor(
            "Directory",
            List.of(
                    ASYNC, NOTIFYING, BATCH, CALL, SEND, DESCRIPTOR, SERVICE, SERVICE_, SERVICE__, HASH_CODE, CLONE,
                    GET_URL, GET_URL_, ASYNC_, BATCH_, LIST, ARRAYS, SOLE, CALLER),
            false,
            () -> DirectoryMethods2.class.getResourceAsStream("/META-INF/rpc/h.Directory.json"));

    private DirectoryMethods2() {}
}
