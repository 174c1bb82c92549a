package dev.parley.description;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the three questions. The documents do not change while a server runs, so they are made once. */
final class DescriptionService implements Service {
    private static final ServiceDescriptor DESCRIPTOR = new ServiceDescriptor(
            "Description",
            List.of(question("rpc.discover"), question("system.describe"), question("system.listMethods")),
            false,
            () -> null);

    private final List<JsonValue> answers;

    DescriptionService(JsonValue.JsonObject document, JsonValue description) {
        this.answers = List.of(document, description, names(document));
    }

    private static MethodDescriptor<JsonValue> question(String name) {
        return MethodDescriptor.call(name, Codecs.JSON_VALUE)
                .nonBlocking()
                .idempotent()
                .build();
    }

    private static JsonValue names(JsonValue.JsonObject document) {
        List<JsonValue> names = new ArrayList<>();
        if (document.members().get("methods") instanceof JsonValue.JsonArray methods) {
            for (JsonValue method : methods.elements()) {
                if (method instanceof JsonValue.JsonObject object) {
                    names.add(object.members().get("name"));
                }
            }
        }
        DESCRIPTOR.methods().forEach(method -> names.add(JsonValue.of(method.name())));
        return new JsonValue.JsonArray(names);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        return answers.get(method);
    }
}
