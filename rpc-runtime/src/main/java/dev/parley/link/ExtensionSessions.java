package dev.parley.link;

import dev.parley.call.Encoding;
import dev.parley.call.GuardedFuture;
import dev.parley.call.MethodTable;
import dev.parley.call.Methods;
import dev.parley.call.RequestWriter;
import dev.parley.call.Target;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.extension.Extension;
import dev.parley.extension.ExtensionHost;
import dev.parley.extension.ExtensionSession;
import dev.parley.extension.ObjectMethod;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.proxy.Caller;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The extensions of one connection: which the peer announced, their messages, and what they add to its methods. */
final class ExtensionSessions implements Methods {
    private final List<Hosted> all = new ArrayList<>();
    private final Methods services;
    private Methods control = (bytes, from, to) -> null;
    private volatile Set<String> announced = Set.of();

    /** @param services what can be called without extensions */
    ExtensionSessions(Methods services) {
        this.services = services;
    }

    /** One extension on this connection. */
    private record Hosted(Extension extension, ExtensionSession session) {}

    /**
     * Opens a session for each extension.
     *
     * @param connection the link's side
     */
    void open(List<Extension> extensions, Connection connection) {
        List<Target> targets = new ArrayList<>();
        for (Extension extension : extensions) {
            ExtensionSession session = extension.open(new Host(extension.name(), connection));
            all.add(new Hosted(extension, session));
            for (Service service : session.control()) {
                for (int i = 0; i < service.descriptor().methods().size(); i++) {
                    targets.add(
                            Target.control(service.descriptor().methods().get(i).name(), service, i));
                }
            }
        }
        targets.add(Target.control(Announcement.METHOD.name(), new Announcement(this), 0));
        control = new MethodTable(targets);
    }

    /** What sessions need of their connection. */
    record Connection(
            ConnectionContext context,
            Function<String, Caller> callers,
            Supplier<Encoding> encoding,
            Dialect dialect,
            Consumer<Frame> sender,
            Runnable waitingChanged) {}

    /** The names of the extensions here. */
    List<String> names() {
        return all.stream().map(hosted -> hosted.extension().name()).toList();
    }

    /** The peer said which extensions it knows. */
    void announced(Set<String> names) {
        announced = Set.copyOf(names);
    }

    boolean isAnnounced(String name) {
        return announced.contains(name);
    }

    @Override
    public @Nullable Target find(byte[] bytes, int from, int to) {
        Target target = services.find(bytes, from, to);
        if (target == null) {
            target = control.find(bytes, from, to);
        }
        return target != null || all.isEmpty() ? target : object(bytes, from, to);
    }

    private @Nullable Target object(byte[] bytes, int from, int to) {
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        for (Hosted hosted : all) {
            ObjectMethod method = hosted.session().method(name);
            if (method != null) {
                return Target.of(
                        name,
                        method.service(),
                        method.index(),
                        method.service().descriptor().strictOrder());
            }
        }
        return null;
    }

    /** The method of an object that a name means; null when it is not one. */
    @Nullable
    MethodDescriptor<?> objectMethod(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        Target target = object(bytes, 0, bytes.length);
        return target == null ? null : target.method();
    }

    /** What travels by reference, whichever extension knows the type. */
    References references() {
        List<References> tables = all.stream()
                .map(hosted -> hosted.session().references())
                .filter(table -> table != References.NONE)
                .toList();
        return tables.isEmpty() ? References.NONE : tables.size() == 1 ? tables.get(0) : new AllReferences(tables);
    }

    boolean isWaiting() {
        for (Hosted hosted : all) {
            if (hosted.session().isWaiting()) {
                return true;
            }
        }
        return false;
    }

    void ended() {
        all.forEach(hosted -> hosted.session().ended());
    }

    /** The connection, as one extension uses it. */
    private final class Host implements ExtensionHost {
        private final String name;
        private final Connection connection;

        Host(String name, Connection connection) {
            this.name = name;
            this.connection = connection;
        }

        @Override
        public ConnectionContext connection() {
            return connection.context();
        }

        @Override
        public Caller caller(String prefix) {
            return connection.callers().apply(prefix);
        }

        @Override
        public boolean isAnnounced() {
            return ExtensionSessions.this.isAnnounced(name);
        }

        @Override
        public void send(MethodDescriptor<?> notification, @Nullable Object... arguments) {
            if (!isAnnounced()) {
                return;
            }
            try (MessageWriter writer = connection.encoding().get().writeAny()) {
                RequestWriter.notification(
                        writer.begin(), connection.dialect(), notification, notification.name(), arguments, -1);
                connection.sender().accept(writer.end());
            }
        }

        @Override
        public <T extends @Nullable Object> CompletableFuture<T> future(String what) {
            return GuardedFuture.of(what);
        }

        @Override
        public void waitingChanged() {
            connection.waitingChanged().run();
        }
    }
}
