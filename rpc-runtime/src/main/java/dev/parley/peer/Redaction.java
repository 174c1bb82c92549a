package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.serializer.Codecs;
import dev.parley.serializer.JsonValue;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows messages without what is secret in them. Slow, for logs only: a message that may hold a secret is read as a
 * tree.
 */
final class Redaction {
    private static final JsonValue HIDDEN = JsonValue.of("***");
    private static final int REMEMBERED = 1024;

    private final PeerSettings.Setup setup;
    private final Map<String, MethodDescriptor<?>> methods = new ConcurrentHashMap<>();
    private final Set<String> secretMembers = ConcurrentHashMap.newKeySet();
    private volatile boolean anySecret;

    /** Which method's result an answer with an id will be: by direction and id. */
    private final Map<String, MethodDescriptor<?>> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MethodDescriptor<?>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Redaction(PeerSettings.Setup setup) {
        this.setup = setup;
        setup.dispatcher().names().forEach((name, method) -> learn(name, method));
    }

    /** A method whose messages may follow. */
    void learn(String name, MethodDescriptor<?> method) {
        if (methods.put(name, method) == null) {
            secretMembers.addAll(method.secretMembers());
            if (method.isSecretResult()
                    || !method.secretMembers().isEmpty()
                    || method.parameters().stream().anyMatch(Parameter::isSecret)) {
                anySecret = true;
            }
        }
    }

    /** The text of a message, as it went over the wire where it can hold no secret. */
    String text(Frame frame, boolean incoming) {
        if (!anySecret) {
            return frame.toText();
        }
        JsonValue message = read(frame);
        if (message == null) {
            return "(" + frame.length() + " bytes that are no message)";
        }
        return redacted(message, incoming).toString();
    }

    private @Nullable JsonValue read(Frame frame) {
        try (MessageReader reader =
                setup.serializer().read(frame, setup.limits().reading(), References.NONE)) {
            if (!reader.isBatch()) {
                reader.next(new Envelope());
            }
            return Codecs.JSON_VALUE.read(reader.value(frame.from(), frame.to()));
        } catch (MalformedMessageException | ValueException e) {
            return null;
        }
    }

    private JsonValue redacted(JsonValue message, boolean incoming) {
        if (message instanceof JsonValue.JsonArray batch) {
            List<JsonValue> entries = new ArrayList<>();
            batch.elements().forEach(entry -> entries.add(redacted(entry, incoming)));
            return new JsonValue.JsonArray(entries);
        }
        if (!(message instanceof JsonValue.JsonObject object)) {
            return message;
        }
        MethodDescriptor<?> method =
                object.members().get("method") instanceof JsonValue.JsonString name ? methods.get(name.value()) : null;
        JsonValue id = object.members().get("id");
        MethodDescriptor<?> answered = null;
        synchronized (asked) {
            if (method != null && id != null) {
                asked.put((incoming ? ">" : "<") + id, method);
            } else if (id != null) {
                answered = asked.remove((incoming ? "<" : ">") + id);
            }
        }
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            shown.put(member.getKey(), member(member.getKey(), member.getValue(), method, answered));
        }
        return new JsonValue.JsonObject(shown);
    }

    private JsonValue member(
            String name,
            JsonValue value,
            @Nullable MethodDescriptor<?> method,
            @Nullable MethodDescriptor<?> answered) {
        if (name.equals("params") && method != null) {
            return params(method, value);
        }
        if (name.equals("result") && answered != null && answered.isSecretResult()) {
            return HIDDEN;
        }
        return name.equals("id") || name.equals("method") ? value : inside(value);
    }

    private JsonValue params(MethodDescriptor<?> method, JsonValue params) {
        List<Parameter<?>> parameters = method.parameters();
        if (params instanceof JsonValue.JsonArray array) {
            List<JsonValue> shown = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                Parameter<?> parameter =
                        parameters.isEmpty() ? null : parameters.get(Math.min(i, parameters.size() - 1));
                boolean secret =
                        parameter != null && parameter.isSecret() && (i < parameters.size() || parameter.isRest());
                shown.add(secret ? HIDDEN : inside(array.elements().get(i)));
            }
            return new JsonValue.JsonArray(shown);
        }
        if (params instanceof JsonValue.JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members().forEach((name, value) -> {
                boolean secret = parameters.stream()
                        .anyMatch(parameter ->
                                parameter.isSecret() && parameter.name().equals(name));
                shown.put(name, secret || secretMembers.contains(name) ? HIDDEN : inside(value));
            });
            return new JsonValue.JsonObject(shown);
        }
        return inside(params);
    }

    /** Hides members with secret names at any depth: too much rather than too little. */
    private JsonValue inside(JsonValue value) {
        if (value instanceof JsonValue.JsonArray array) {
            return new JsonValue.JsonArray(
                    array.elements().stream().map(this::inside).toList());
        }
        if (value instanceof JsonValue.JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> shown.put(name, secretMembers.contains(name) ? HIDDEN : inside(member)));
            return new JsonValue.JsonObject(shown);
        }
        return value;
    }
}
