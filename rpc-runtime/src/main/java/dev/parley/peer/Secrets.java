package dev.parley.peer;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which methods of a connection have secrets, and which of them an answer belongs to. */
final class Secrets {
    private static final int REMEMBERED = 4096;
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

    /** The methods that can be called, by the names under which they are called. */
    private final Map<String, MethodDescriptor<?>> methods = remembering();

    /** What answers hold that have not come yet, by direction and id. */
    private final Map<String, Expected> expected = remembering();

    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private volatile boolean any;

    /** What the answers to the calls with one id may hold, until as many have come as there were calls. */
    private record Expected(int calls, Answer answer) {}

    /**
     * What an answer may hold.
     *
     * @param method of a call with an id of its own, else null
     * @param secretResult whether no result may be shown
     * @param secrets whether no error may be shown but its code and message
     */
    record Answer(@Nullable MethodDescriptor<?> method, boolean secretResult, boolean secrets) {
        private Answer and(Answer other) {
            return new Answer(null, secretResult || other.secretResult, secrets || other.secrets);
        }
    }

    /** What an answer may hold that nothing is known of. */
    private static final Answer UNKNOWN = new Answer(null, true, true);

    /** @param any whether there are secrets already, which {@link #learn} does not hear of */
    Secrets(boolean any) {
        this.any = any;
    }

    private static <T> Map<String, T> remembering() {
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
        synchronized (this) {
            methods.put(name, method);
        }
        members.addAll(method.secretMembers());
        any |= has(method);
    }

    /** Whether any method of the connection has secrets. */
    boolean any() {
        return any;
    }

    /** Whether a method has secrets. */
    static boolean has(MethodDescriptor<?> method) {
        return method.isSecretResult()
                || !method.secretMembers().isEmpty()
                || method.parameters().stream().anyMatch(Parameter::isSecret);
    }

    synchronized @Nullable MethodDescriptor<?> method(String name) {
        return methods.get(name);
    }

    /** Whether no log shows the value of members with a name. */
    boolean hides(String member) {
        return members.contains(member);
    }

    /** A call was seen; null for a method that nothing is known of. */
    synchronized void asked(String key, @Nullable MethodDescriptor<?> method) {
        Answer answer = method == null ? UNKNOWN : new Answer(method, method.isSecretResult(), has(method));
        Expected before = expected.get(key);
        expected.put(
                key,
                before == null ? new Expected(1, answer) : new Expected(before.calls + 1, before.answer.and(answer)));
    }

    /** What the answer with an id may hold. */
    synchronized Answer answered(String key) {
        Expected known = expected.remove(key);
        if (known == null) {
            return UNKNOWN;
        }
        if (known.calls > 1) {
            expected.put(key, new Expected(known.calls - 1, known.answer));
        }
        return known.answer;
    }

    /**
     * Whether a value may be shown, with its secret members hidden: it has to be what its codec reads, or it could be the
     * secret itself in place of an object that holds one.
     */
    static boolean isAsDeclared(Codec<?> codec, JsonValue value) {
        boolean container = value instanceof JsonValue.JsonObject || value instanceof JsonValue.JsonArray;
        // A codec that takes texts and objects alike cannot say what a text stands for.
        return reads(codec, Json.write(Codecs.JSON_VALUE, value)) && (container || !reads(codec, EMPTY_OBJECT));
    }

    private static boolean reads(Codec<?> codec, byte[] json) {
        try {
            Json.read(codec, json);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
