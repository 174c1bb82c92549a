package dev.parley.link;

import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call {@code rpc.extensions}, by which a client says which extensions it knows and learns which of them the server
 * does: {@code {"extensions": ["cancel", "context"]}}, both ways. See docs/protocol.md.
 */
final class Announcement implements Service {
    static final MethodDescriptor<JsonValue> METHOD = MethodDescriptor.untyped("rpc.extensions");

    private static final ServiceDescriptor DESCRIPTOR =
            new ServiceDescriptor("Extensions", List.of(METHOD), false, () -> null);
    private static final String MEMBER = "extensions";

    private final ExtensionSessions sessions;

    Announcement(ExtensionSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ServiceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        Set<String> both = names(arguments.<@Nullable JsonValue>get(0));
        both.retainAll(sessions.names());
        sessions.announced(both);
        return message(both);
    }

    /** What says that these are known. */
    static JsonValue message(Iterable<String> names) {
        List<JsonValue> texts = new ArrayList<>();
        names.forEach(name -> texts.add(JsonValue.of(name)));
        return JsonValue.object(Map.entry(MEMBER, new JsonValue.JsonArray(texts)));
    }

    /** The names that a message holds; what it holds besides is passed over, so that it may grow. */
    static Set<String> names(@Nullable JsonValue message) {
        Set<String> names = new LinkedHashSet<>();
        if (message instanceof JsonValue.JsonObject object
                && object.members().get(MEMBER) instanceof JsonValue.JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (element instanceof JsonValue.JsonString name) {
                    names.add(name.value());
                }
            }
        }
        return names;
    }
}
