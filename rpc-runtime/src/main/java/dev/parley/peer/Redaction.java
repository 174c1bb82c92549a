package dev.parley.peer;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.frame.Frame;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows messages without what is secret in them; when in doubt, too little rather than too much. Slow, for logs only:
 * each message is read as a tree.
 */
final class Redaction {
    private static final JsonValue HIDDEN = JsonValue.of("***");
    private static final int REMEMBERED = 4096;
    private static final int EXCERPT = 80;

    private final PeerSetup setup;
    private final Function<String, @Nullable MethodDescriptor<?>> objects;

    /** The methods that have secrets, by the names under which they are called. */
    private final Map<String, MethodDescriptor<?>> secretive = remembering();

    /** Which method an answer with an id will be to, by direction and id; absent values have no secrets. */
    private final Map<String, @Nullable MethodDescriptor<?>> asked = remembering();

    private final Set<String> secretMembers = ConcurrentHashMap.newKeySet();
    private volatile boolean anySecret;
    private volatile boolean anySecretResult;

    /** @param objects the method of an object known by reference that a name means */
    Redaction(PeerSetup setup, Function<String, @Nullable MethodDescriptor<?>> objects) {
        this.setup = setup;
        this.objects = objects;
        this.anySecret = !setup.extensions().isEmpty();
        setup.dispatcher().names().forEach(this::learn);
    }

    private static <T extends @Nullable Object> Map<String, T> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** A method whose messages may follow, and the name under which it is called. */
    void learn(String name, MethodDescriptor<?> method) {
        if (!hasSecrets(method)) {
            return;
        }
        synchronized (this) {
            secretive.put(name, method);
        }
        secretMembers.addAll(method.secretMembers());
        anySecret = true;
        anySecretResult |= method.isSecretResult();
    }

    private static boolean hasSecrets(MethodDescriptor<?> method) {
        return method.isSecretResult()
                || !method.secretMembers().isEmpty()
                || method.parameters().stream().anyMatch(Parameter::isSecret);
    }

    /**
     * The text of a message, as it went over the wire where it can hold no secret; of a binary message, the JSON that says
     * the same.
     */
    String text(Frame frame, boolean incoming) {
        JsonValue message = read(frame);
        if (message == null) {
            return "(" + frame.length() + " bytes that are no message" + (anySecret ? "" : ": " + excerpt(frame)) + ")";
        }
        if (anySecret) {
            return redacted(message, incoming).toString();
        }
        return setup.serializer().isBinary() ? message.toString() : frame.toText();
    }

    private String excerpt(Frame frame) {
        String text = setup.serializer().isBinary() ? HexFormat.of().formatHex(frame.toByteArray()) : frame.toText();
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private @Nullable JsonValue read(Frame frame) {
        try (MessageReader reader =
                setup.serializer().read(frame, setup.limits().reading(), References.NONE)) {
            if (!reader.isBatch()) {
                reader.next();
            }
            JsonValue value = Codecs.JSON_VALUE.read(reader.value(frame.from(), frame.to()));
            reader.finish();
            return value;
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
        Map<String, JsonValue> members = object.members();
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        if (members.containsKey("method")) {
            MethodDescriptor<?> method = request(members, incoming);
            members.forEach((name, value) -> shown.put(
                    name, name.equals("params") && method != null ? params(method, value) : plain(name, value)));
        } else {
            response(members, incoming, shown);
        }
        return new JsonValue.JsonObject(shown);
    }

    /** The method that a request means, if it has secrets; its answer will be known by its id. */
    private synchronized @Nullable MethodDescriptor<?> request(Map<String, JsonValue> members, boolean incoming) {
        MethodDescriptor<?> method = null;
        if (members.get("method") instanceof JsonValue.JsonString name) {
            method = secretive.get(name.value());
            if (method == null && incoming) {
                method = objects.apply(name.value());
            }
        }
        if (members.containsKey("id")) {
            asked.put(key(members.get("id"), incoming), method);
        }
        return method;
    }

    private void response(Map<String, JsonValue> members, boolean incoming, Map<String, JsonValue> shown) {
        boolean known;
        MethodDescriptor<?> method;
        synchronized (this) {
            String key = key(members.get("id"), !incoming);
            known = asked.containsKey(key);
            method = asked.remove(key);
        }
        boolean hideResult = method == null ? !known && anySecretResult : method.isSecretResult();
        boolean hideData = method == null ? !known : hasSecrets(method);
        members.forEach((name, value) -> {
            if (name.equals("result") && hideResult) {
                shown.put(name, HIDDEN);
            } else if (name.equals("error") && hideData && value instanceof JsonValue.JsonObject error) {
                // What was wrong with a secret may quote it.
                Map<String, JsonValue> parts = new LinkedHashMap<>(error.members());
                parts.replaceAll((part, content) -> part.equals("data") ? HIDDEN : plain(part, content));
                shown.put(name, new JsonValue.JsonObject(parts));
            } else {
                shown.put(name, plain(name, value));
            }
        });
    }

    /** Numbers are the same id however they are written. */
    private static String key(@Nullable JsonValue id, boolean askedByPeer) {
        Object value =
                id instanceof JsonValue.JsonNumber number ? number.value().stripTrailingZeros() : id;
        return (askedByPeer ? ">" : "<") + value;
    }

    private JsonValue plain(String name, JsonValue value) {
        return name.equals("id") || name.equals("method") ? value : inside(value);
    }

    private JsonValue params(MethodDescriptor<?> method, JsonValue params) {
        List<Parameter<?>> parameters = method.parameters();
        if (params instanceof JsonValue.JsonArray array) {
            List<JsonValue> shown = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                shown.add(
                        isSecret(parameters, i)
                                ? HIDDEN
                                : inside(array.elements().get(i)));
            }
            return new JsonValue.JsonArray(shown);
        }
        if (params instanceof JsonValue.JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members()
                    .forEach((name, value) ->
                            shown.put(name, isSecret(parameters, name) ? HIDDEN : member(name, value)));
            return new JsonValue.JsonObject(shown);
        }
        // No params at all; somebody may have sent the secret bare.
        return HIDDEN;
    }

    /** One argument too many may be a secret in the wrong place. */
    private static boolean isSecret(List<Parameter<?>> parameters, int index) {
        if (index < parameters.size()) {
            return parameters.get(index).isSecret();
        }
        return parameters.stream().anyMatch(Parameter::isSecret);
    }

    /** So may one of a name that is almost right. */
    private static boolean isSecret(List<Parameter<?>> parameters, String name) {
        return parameters.stream().noneMatch(parameter -> parameter.name().equals(name))
                ? parameters.stream().anyMatch(Parameter::isSecret)
                : parameters.stream()
                        .anyMatch(parameter ->
                                parameter.isSecret() && parameter.name().equals(name));
    }

    private JsonValue member(String name, JsonValue value) {
        return secretMembers.contains(name) ? HIDDEN : inside(value);
    }

    /** Hides members with secret names at any depth. */
    private JsonValue inside(JsonValue value) {
        if (value instanceof JsonValue.JsonArray array) {
            return new JsonValue.JsonArray(
                    array.elements().stream().map(this::inside).toList());
        }
        if (value instanceof JsonValue.JsonObject object) {
            Map<String, JsonValue> shown = new LinkedHashMap<>();
            object.members().forEach((name, content) -> shown.put(name, member(name, content)));
            return new JsonValue.JsonObject(shown);
        }
        return value;
    }
}
