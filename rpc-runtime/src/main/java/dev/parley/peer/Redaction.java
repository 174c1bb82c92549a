package dev.parley.peer;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonNumber;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope.Member;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows messages without what is secret in them; when in doubt, too little rather than too much. As soon as one method of
 * the connection has secrets, only what is known to be none of them is shown. Slow, for logs only: each message is read as a
 * tree.
 */
final class Redaction {
    private static final JsonValue HIDDEN = JsonValue.of("***");
    private static final int EXCERPT = 80;

    private final PeerSetup setup;
    private final Function<String, @Nullable MethodDescriptor<?>> objects;
    private final Members names;
    private final Secrets secrets;

    /** @param objects the method of an object known by reference that a name means */
    Redaction(PeerSetup setup, Function<String, @Nullable MethodDescriptor<?>> objects) {
        this.setup = setup;
        this.objects = objects;
        this.names = Members.of(setup.dialect() == null ? Dialect.V2_0 : setup.dialect());
        this.secrets = new Secrets(!setup.extensions().isEmpty());
        setup.offering().names().forEach(secrets::learn);
    }

    /** A method whose messages may follow, and the name under which it is called. */
    void learn(String name, MethodDescriptor<?> method) {
        secrets.learn(name, method);
    }

    /**
     * The text of a message, as it went over the wire where it can hold no secret; of a binary message, the JSON that says
     * the same.
     */
    String text(Frame frame, boolean incoming) {
        boolean anySecret = secrets.any();
        try {
            if (anySecret) {
                return redacted(tree(frame), incoming).toString();
            }
            return setup.serializer().isBinary() ? tree(frame).toString() : checked(frame);
        } catch (MalformedMessageException | ValueException e) {
            return "(" + frame.length() + " bytes that are not a message" + (anySecret ? "" : ": " + excerpt(frame))
                    + ")";
        }
    }

    private String excerpt(Frame frame) {
        String text = setup.serializer().isBinary() ? HexFormat.of().formatHex(frame.toByteArray()) : frame.toText();
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private MessageReader open(Frame frame) {
        return setup.serializer().read(frame, setup.limits().reading(), References.NONE);
    }

    private String checked(Frame frame) {
        try (MessageReader reader = open(frame)) {
            reader.next();
            reader.finish();
            return frame.toText();
        }
    }

    /** An object that has a member twice is not shown: nobody knows which of them its reader takes. */
    private JsonValue tree(Frame frame) {
        try (MessageReader reader = open(frame)) {
            if (!reader.isBatch()) {
                reader.next();
            }
            JsonValue value = Codecs.JSON_VALUE.read(reader.value(frame.from(), frame.to()));
            reader.finish();
            return value;
        }
    }

    private JsonValue redacted(JsonValue message, boolean incoming) {
        if (message instanceof JsonArray batch) {
            List<JsonValue> entries = new ArrayList<>();
            batch.elements().forEach(entry -> entries.add(message(entry, incoming)));
            return new JsonArray(entries);
        }
        return message(message, incoming);
    }

    private JsonValue message(JsonValue message, boolean incoming) {
        if (!(message instanceof JsonObject object)) {
            return HIDDEN;
        }
        Map<String, JsonValue> members = object.members();
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        JsonValue method = members.get(names.name(Member.METHOD.ordinal()));
        if (method != null) {
            request(members, method, incoming, shown);
        } else {
            response(members, incoming, shown);
        }
        return new JsonObject(shown);
    }

    private @Nullable Member member(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : Member.values()[index];
    }

    private void request(
            Map<String, JsonValue> members, JsonValue name, boolean incoming, Map<String, JsonValue> shown) {
        MethodDescriptor<?> method = name instanceof JsonString text ? method(text.value(), incoming) : null;
        JsonValue id = members.get(names.name(Member.ID.ordinal()));
        if (id != null) {
            secrets.asked(key(id, incoming), method);
        }
        boolean open = method != null && !Secrets.has(method);
        members.forEach((label, value) -> shown.put(label, inRequest(member(label), value, method, open)));
    }

    private @Nullable MethodDescriptor<?> method(String name, boolean incoming) {
        MethodDescriptor<?> method = secrets.method(name);
        return method == null && incoming ? objects.apply(name) : method;
    }

    private JsonValue inRequest(
            @Nullable Member member, JsonValue value, @Nullable MethodDescriptor<?> method, boolean open) {
        if (member == null) {
            // What only looks like the params may hold what they would.
            return open ? inside(value) : HIDDEN;
        }
        return switch (member) {
            case ID, VERSION, OTHER_VERSION -> scalar(value);
            case METHOD -> value instanceof JsonString ? value : HIDDEN;
            case PARAMS, KEYWORDS -> open ? inside(value) : method == null ? HIDDEN : params(method, value);
            case RESULT, ERROR -> HIDDEN;
        };
    }

    private static JsonValue scalar(JsonValue value) {
        return value instanceof JsonArray || value instanceof JsonObject ? HIDDEN : value;
    }

    private void response(Map<String, JsonValue> members, boolean incoming, Map<String, JsonValue> shown) {
        JsonValue id = members.get(names.name(Member.ID.ordinal()));
        Secrets.Answer answer = secrets.answered(key(id == null ? JsonValue.nothing() : id, !incoming));
        members.forEach((label, value) -> shown.put(label, inResponse(member(label), value, answer)));
    }

    private JsonValue inResponse(@Nullable Member member, JsonValue value, Secrets.Answer answer) {
        if (member == null) {
            return answer.secrets() ? HIDDEN : inside(value);
        }
        return switch (member) {
            case ID, VERSION, OTHER_VERSION -> scalar(value);
            case RESULT -> result(value, answer);
            case ERROR -> answer.secrets() ? error(value) : inside(value);
            case METHOD, PARAMS, KEYWORDS -> HIDDEN;
        };
    }

    private JsonValue result(JsonValue value, Secrets.Answer answer) {
        MethodDescriptor<?> method = answer.method();
        if (value == JsonValue.nothing()) {
            return value;
        }
        if (answer.secretResult() || method == null && answer.secrets()) {
            return HIDDEN;
        }
        boolean declared =
                method == null || method.secretMembers().isEmpty() || Secrets.isAsDeclared(method.result(), value);
        return declared ? inside(value) : HIDDEN;
    }

    /** What was wrong with a secret may quote it; an error that is a text alone may quote it too. */
    private JsonValue error(JsonValue value) {
        if (!(value instanceof JsonObject error)) {
            return value == JsonValue.nothing() ? value : HIDDEN;
        }
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        error.members()
                .forEach((name, content) ->
                        shown.put(name, name.equals("code") || name.equals("message") ? scalar(content) : HIDDEN));
        return new JsonObject(shown);
    }

    /** Numbers are the same id however they are written. */
    private static String key(JsonValue id, boolean askedByPeer) {
        return (askedByPeer ? ">" : "<") + (id instanceof JsonNumber number ? plain(number) : id);
    }

    private static String plain(JsonNumber number) {
        try {
            return number.value().stripTrailingZeros().toString();
        } catch (ArithmeticException tooLong) {
            return number.text();
        }
    }

    private JsonValue params(MethodDescriptor<?> method, JsonValue params) {
        List<Parameter<?>> parameters = method.parameters();
        if (params instanceof JsonArray array) {
            List<JsonValue> shown = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                Parameter<?> parameter = i < parameters.size() ? parameters.get(i) : null;
                shown.add(argument(method, parameter, array.elements().get(i)));
            }
            return new JsonArray(shown);
        }
        if (params instanceof JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members()
                    .forEach((name, value) -> shown.put(name, argument(method, parameter(method, name), value)));
            return new JsonObject(shown);
        }
        // Params of another kind may be the secret itself.
        return HIDDEN;
    }

    private static @Nullable Parameter<?> parameter(MethodDescriptor<?> method, String name) {
        return method.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** One argument too many may be a secret in the wrong place; so may one of a name that is almost right. */
    private JsonValue argument(MethodDescriptor<?> method, @Nullable Parameter<?> parameter, JsonValue value) {
        if (parameter == null || parameter.isSecret() || secrets.hides(parameter.name())) {
            return HIDDEN;
        }
        if (method.secretMembers().isEmpty()) {
            return inside(value);
        }
        JsonValue read = parameter.isRest() ? JsonValue.array(value) : value;
        return Secrets.isAsDeclared(parameter.codec(), read) ? inside(value) : HIDDEN;
    }

    /** Hides members with secret names at any depth. */
    private JsonValue inside(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.elements().stream().map(this::inside).toList());
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members()
                    .forEach((name, content) -> shown.put(name, secrets.hides(name) ? HIDDEN : inside(content)));
            return new JsonObject(shown);
        }
        return value;
    }
}
