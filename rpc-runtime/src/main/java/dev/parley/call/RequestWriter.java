package dev.parley.call;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.ElementsCodec;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope.Member;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests in the shape of a dialect. The method comes before the parameters, so that a peer knows what it reads
 * while it arrives.
 */
public final class RequestWriter {
    private static final Members CONTEXT = Members.of("context");

    private RequestWriter() {}

    /**
     * Writes a call.
     *
     * @param name the name on the wire; usually the descriptor's
     * @param id what the answer will carry
     * @param context writes the member {@code context}; null for a message without
     * @throws IllegalArgumentException when the dialect has no way to say it
     */
    public static void call(
            ValueWriter out,
            Dialect dialect,
            MethodDescriptor<?> method,
            String name,
            @Nullable Object[] arguments,
            long id,
            @Nullable Consumer<ValueWriter> context) {
        begin(out, dialect, method, name, arguments);
        out.member(Members.of(dialect), Member.ID.ordinal());
        out.writeLong(id);
        if (context != null) {
            out.member(CONTEXT, 0);
            context.accept(out);
        }
        out.endObject();
    }

    /**
     * Writes a notification.
     *
     * @param unusedId an id that no call has, for dialects that answer every request
     * @throws IllegalArgumentException when the dialect has no way to say it
     */
    public static void notification(
            ValueWriter out,
            Dialect dialect,
            MethodDescriptor<?> method,
            String name,
            @Nullable Object[] arguments,
            long unusedId) {
        begin(out, dialect, method, name, arguments);
        switch (dialect.notificationMark()) {
            case NO_ID, NO_OR_NULL_ID -> {}
            case NULL_ID -> {
                out.member(Members.of(dialect), Member.ID.ordinal());
                out.writeNull();
            }
            case NONE -> {
                out.member(Members.of(dialect), Member.ID.ordinal());
                out.writeLong(unusedId);
            }
        }
        out.endObject();
    }

    private static void begin(
            ValueWriter out, Dialect dialect, MethodDescriptor<?> method, String name, @Nullable Object[] arguments) {
        int expected = method.parameters().size();
        if (arguments.length != expected) {
            throw new IllegalArgumentException(name + " has " + expected
                    + (expected == 1 ? " parameter" : " parameters") + ", but " + arguments.length
                    + (arguments.length == 1 ? " argument was given" : " arguments were given"));
        }
        out.beginObject();
        if (dialect.versionMember()) {
            out.member(Members.of(dialect), Member.VERSION.ordinal());
            out.writeString("2.0");
        }
        out.member(Members.of(dialect), Member.METHOD.ordinal());
        out.writeString(name);
        if (method.isUntyped()) {
            untyped(out, dialect, name, (JsonValue) arguments[0]);
        } else {
            params(out, dialect, method, name, arguments);
        }
    }

    private static void untyped(ValueWriter out, Dialect dialect, String name, @Nullable JsonValue params) {
        boolean none = params == null || params == JsonValue.nothing();
        if (!none && !(params instanceof JsonValue.JsonArray) && !(params instanceof JsonValue.JsonObject)) {
            throw new IllegalArgumentException(
                    "params of " + name + " have to be an array or an object, not " + params);
        }
        if (dialect.paramsShape() == Dialect.ParamsShape.ANY) {
            if (!none) {
                out.member(Members.of(dialect), Member.PARAMS.ordinal());
                Codecs.JSON_VALUE.write(out, params);
            }
            return;
        }
        if (params instanceof JsonValue.JsonObject) {
            throw new IllegalArgumentException("params of " + name + " are an object, but the dialect " + dialect.name()
                    + " has only positional parameters");
        }
        List<JsonValue> elements = params instanceof JsonValue.JsonArray array ? array.elements() : List.of();
        if (dialect.paramsShape() == Dialect.ParamsShape.SINGLE) {
            checkSingle(dialect, name, elements.size());
        }
        out.member(Members.of(dialect), Member.PARAMS.ordinal());
        boolean fill = elements.isEmpty() && dialect.paramsShape() == Dialect.ParamsShape.SINGLE;
        Codecs.JSON_VALUE.write(out, fill ? JsonValue.array(JsonValue.nothing()) : new JsonValue.JsonArray(elements));
    }

    private static void params(
            ValueWriter out, Dialect dialect, MethodDescriptor<?> method, String name, @Nullable Object[] arguments) {
        switch (dialect.paramsShape()) {
            case ANY -> {
                if (arguments.length == 0) {
                    return;
                }
                out.member(Members.of(dialect), Member.PARAMS.ordinal());
                if (method.isByName()) {
                    byName(out, method.parameters(), name, arguments);
                } else {
                    byPosition(out, method.parameters(), name, arguments);
                }
            }
            case POSITIONAL -> {
                out.member(Members.of(dialect), Member.PARAMS.ordinal());
                byPosition(out, method.parameters(), name, arguments);
            }
            case SINGLE -> {
                checkSingle(dialect, name, arguments.length);
                out.member(Members.of(dialect), Member.PARAMS.ordinal());
                out.beginArray();
                if (arguments.length == 0) {
                    out.writeNull();
                } else {
                    write(out, method.parameters().get(0), name, arguments[0]);
                }
                out.endArray();
            }
        }
    }

    private static void checkSingle(Dialect dialect, String name, int arguments) {
        if (arguments > 1) {
            throw new IllegalArgumentException(name + " has " + arguments + " arguments, but the dialect "
                    + dialect.name() + " takes exactly one; put them into a record");
        }
    }

    private static void byName(
            ValueWriter out, List<Parameter<?>> parameters, String name, @Nullable Object[] arguments) {
        out.beginObject();
        for (int i = 0; i < arguments.length; i++) {
            Parameter<?> parameter = parameters.get(i);
            if (!isAbsent(parameter, arguments[i])) {
                out.member(parameter.name());
                write(out, parameter, name, arguments[i]);
            }
        }
        out.endObject();
    }

    private static void byPosition(
            ValueWriter out, List<Parameter<?>> parameters, String name, @Nullable Object[] arguments) {
        int given = given(parameters, arguments);
        out.beginArray();
        for (int i = 0; i < given; i++) {
            Parameter<?> parameter = parameters.get(i);
            if (parameter.isRest()) {
                writeRest(out, parameter, name, arguments[i]);
            } else if (isAbsent(parameter, arguments[i])) {
                out.writeNull();
            } else {
                write(out, parameter, name, arguments[i]);
            }
        }
        out.endArray();
    }

    /** How many arguments have to be sent: those that are absent at the end need no place. */
    private static int given(List<Parameter<?>> parameters, @Nullable Object[] arguments) {
        int given = arguments.length;
        while (given > 0 && isAbsent(parameters.get(given - 1), arguments[given - 1])) {
            given--;
        }
        return given;
    }

    private static boolean isAbsent(Parameter<?> parameter, @Nullable Object argument) {
        return !parameter.isRequired()
                && (argument == null || argument instanceof Optional<?> optional && optional.isEmpty());
    }

    @SuppressWarnings("unchecked") // Generated clients pass what the descriptor says; others learn it the hard way.
    private static <T extends @Nullable Object> void write(
            ValueWriter out, Parameter<T> parameter, String method, @Nullable Object argument) {
        Codec<T> codec = parameter.codec();
        try {
            codec.write(out, (T) argument);
        } catch (NullPointerException | IllegalArgumentException wrong) {
            throw unwritable(method, parameter, argument, wrong);
        }
    }

    @SuppressWarnings("unchecked") // A rest parameter's codec is of elements; see Parameter.rest.
    private static void writeRest(ValueWriter out, Parameter<?> parameter, String method, @Nullable Object argument) {
        try {
            ((ElementsCodec<@Nullable Object>) parameter.codec()).writeElements(out, argument);
        } catch (NullPointerException | IllegalArgumentException wrong) {
            throw unwritable(method, parameter, argument, wrong);
        }
    }

    private static RuntimeException unwritable(
            String method, Parameter<?> parameter, @Nullable Object argument, RuntimeException wrong) {
        return Unwritable.of(method, "the argument \"" + parameter.name() + "\"", argument, wrong);
    }
}
