package dev.parley.description;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.dispatch.Dispatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one OpenRPC document together from those of the services. */
final class OpenRpcDocument {
    private static final String OPENRPC = "1.4.1";

    private final String title;
    private final String version;
    private final List<JsonValue> methods = new ArrayList<>();
    private final Referables referables = new Referables();

    OpenRpcDocument(String title, String version) {
        this.title = title;
        this.version = version;
    }

    JsonObject of(List<Dispatcher.Mount> mounts) {
        for (Dispatcher.Mount mount : mounts) {
            JsonObject document = written(mount.service());
            if (document == null) {
                mount.service()
                        .descriptor()
                        .methods()
                        .forEach(method -> methods.add(undescribed(mount.prefix(), method)));
            } else {
                add(mount, document);
            }
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("openrpc", JsonValue.of(OPENRPC));
        members.put(
                "info",
                JsonValue.object(Map.entry("title", JsonValue.of(title)), Map.entry("version", JsonValue.of(version))));
        members.put("methods", new JsonArray(methods));
        referables.addTo(members);
        return new JsonObject(members);
    }

    /** What the build wrote for a service; null when it wrote nothing. */
    private static @Nullable JsonObject written(Service service) {
        try (InputStream in = service.descriptor().description().get()) {
            return in == null ? null : (JsonObject) Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the description of " + service.descriptor().name() + " can't be read", e);
        }
    }

    private void add(Dispatcher.Mount mount, JsonObject document) {
        Map<String, String> renamed =
                referables.add(mount.service().descriptor().name(), document);
        if (document.members().get("methods") instanceof JsonArray described) {
            for (JsonValue method : described.elements()) {
                methods.add(prefixed(mount.prefix(), Referables.refer(method, renamed)));
            }
        }
    }

    private static JsonValue prefixed(String prefix, JsonValue method) {
        if (prefix.isEmpty()
                || !(method instanceof JsonObject object)
                || !(object.members().get("name") instanceof JsonString name)) {
            return method;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put("name", JsonValue.of(prefix + name.value()));
        return new JsonObject(members);
    }

    private static JsonValue undescribed(String prefix, MethodDescriptor<?> method) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(prefix + method.name()));
        List<JsonValue> params = new ArrayList<>();
        if (method.isUntyped()) {
            members.put("description", JsonValue.of("Takes any parameters."));
        } else {
            method.parameters().forEach(parameter -> params.add(undescribed(parameter)));
        }
        members.put("params", new JsonArray(params));
        if (method.kind() == MethodDescriptor.Kind.CALL) {
            Map<String, JsonValue> schema = new LinkedHashMap<>();
            if (method.isVoid()) {
                schema.put("type", JsonValue.of("null"));
            }
            members.put(
                    "result",
                    JsonValue.object(
                            Map.entry("name", JsonValue.of("result")), Map.entry("schema", new JsonObject(schema))));
        }
        return new JsonObject(members);
    }

    private static JsonValue undescribed(Parameter<?> parameter) {
        return JsonValue.object(
                Map.entry("name", JsonValue.of(parameter.name())),
                Map.entry("required", JsonValue.of(parameter.isRequired())),
                Map.entry("schema", JsonValue.object()));
    }
}
