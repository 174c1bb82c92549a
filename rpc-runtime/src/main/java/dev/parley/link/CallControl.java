package dev.parley.link;

import dev.parley.call.CallQueue;
import dev.parley.call.ContextReader;
import dev.parley.call.Failure;
import dev.parley.call.IncomingCall;
import dev.parley.call.PendingCall;
import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.extension.Extension;
import dev.parley.extension.ExtensionHost;
import dev.parley.extension.ExtensionSession;
import dev.parley.message.Envelope;
import dev.parley.message.ErrorCode;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MessageReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The extension {@code calls}, which every peer knows: a caller cancels a call, says how long it waits and what belongs to the
 * call besides, and hears of progress. See docs/protocol.md.
 */
final class CallControl implements Extension, ExtensionSession, Service, ContextReader {
    /** The name under which it is announced. */
    static final String NAME = "calls";

    private static final MethodDescriptor<?> CANCEL = MethodDescriptor.notification("rpc.cancel")
            .parameter(Parameter.required("id", Codecs.JSON_VALUE))
            .build();
    private static final MethodDescriptor<?> PROGRESS = MethodDescriptor.notification("rpc.progress")
            .parameter(Parameter.required("id", Codecs.JSON_VALUE))
            .parameter(Parameter.required("value", Codecs.JSON_VALUE))
            .build();
    private static final ServiceDescriptor DESCRIPTOR =
            new ServiceDescriptor("CallControl", List.of(CANCEL, PROGRESS), false, () -> null);

    private final CallQueue queue;

    /** Those who hear of the progress of their calls, by the calls' ids as they stand in messages. */
    private final Map<String, Consumer<JsonValue>> listeners = new ConcurrentHashMap<>();

    private @Nullable ExtensionHost host;

    /** @param queue the calls that the peer may cancel */
    CallControl(CallQueue queue) {
        this.queue = queue;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExtensionSession open(ExtensionHost connection) {
        host = connection;
        return this;
    }

    private ExtensionHost host() {
        if (host == null) {
            throw new IllegalStateException("the connection has not begun");
        }
        return host;
    }

    @Override
    public List<Service> control() {
        return List.of(this);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(int method, Arguments arguments) {
        JsonValue id = arguments.get(0);
        if (method == 0) {
            queue.cancel(id, Failure.of(ErrorCode.CANCELLED, "Cancelled"));
        } else if (id instanceof JsonValue.JsonNumber number) {
            Consumer<JsonValue> listener = listeners.get(number.text());
            if (listener != null) {
                listener.accept(arguments.get(1));
            }
        }
        return null;
    }

    // As the caller.

    /** Whether the peer reads what is sent beside the arguments. */
    boolean isAnnounced() {
        return host().isAnnounced();
    }

    /** Tells the peer that nobody waits for an answer any more. */
    void cancel(long id) {
        host().send(CANCEL, JsonValue.of(id));
    }

    /** Hears of the progress of a call until it has ended. */
    void listen(PendingCall<?> call, Consumer<JsonValue> listener) {
        String id = Long.toString(call.id());
        listeners.put(id, listener);
        call.whenComplete((result, thrown) -> listeners.remove(id));
    }

    // As the one who is called.

    @Override
    public void read(IncomingCall call, Envelope message, MessageReader reader) {
        if (message.extras().isEmpty() || !isAnnounced()) {
            return;
        }
        for (Envelope.Extra extra : message.extras()) {
            if (extra.name().equals(CallContextMember.NAME) && extra.kind() == ValueKind.OBJECT) {
                CallContextMember context = CallContextMember.read(reader.value(extra.from(), extra.to()));
                context.applyTo(call);
                if (context.progress()) {
                    JsonValue id = call.idValue();
                    call.progressTo(value -> host().send(PROGRESS, id, value));
                }
            }
        }
    }
}
