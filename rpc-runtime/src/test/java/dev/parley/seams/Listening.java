package dev.parley.seams;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.extension.Extension;
import dev.parley.extension.ExtensionHost;
import dev.parley.extension.ExtensionSession;
import dev.parley.extension.ObjectMethod;
import dev.parley.proxy.Caller;
import dev.parley.serializer.Members;
import dev.parley.serializer.References;
import dev.parley.serializer.References.ReferenceType;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An object that travels by reference inside a record: what the seams have to carry later, tried now. */
final class Listening {
    private Listening() {}

    interface Listener {
        String heard(String what);
    }

    record Subscription(String topic, Listener listener) {}

    static final class ListenerMethods {
        static final MethodDescriptor<String> HEARD = MethodDescriptor.call("heard", Codecs.STRING)
                .parameter(dev.parley.contract.Parameter.required("what", Codecs.STRING))
                .build();
        static final ServiceDescriptor SERVICE = new ServiceDescriptor("Listener", List.of(HEARD), false, () -> null);
    }

    record ListenerClient(Caller caller) implements Listener {
        @Override
        public String heard(String what) {
            return caller.call(ListenerMethods.HEARD, what);
        }
    }

    record ListenerSkeleton(Listener service) implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return ListenerMethods.SERVICE;
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            return service.heard(arguments.<String>get(0));
        }
    }

    enum ListenerType implements ReferenceType<Listener> {
        TYPE;

        @Override
        public Class<Listener> type() {
            return Listener.class;
        }
    }

    static final class SubscriptionCodec implements Codec<Subscription> {
        static final SubscriptionCodec INSTANCE = new SubscriptionCodec();
        private static final Members MEMBERS = Members.of("topic", "listener");

        @Override
        public Subscription read(ValueReader in) {
            String topic = "";
            String handle = "";
            in.beginObject();
            for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
                switch (member) {
                    case 0 -> topic = in.readString();
                    case 1 -> handle = in.readString();
                    default -> in.skip();
                }
            }
            return new Subscription(topic, in.references().resolve(handle, ListenerType.TYPE));
        }

        @Override
        public void write(ValueWriter out, Subscription value) {
            out.beginObject();
            out.member(MEMBERS, 0);
            out.writeString(value.topic());
            out.member(MEMBERS, 1);
            out.writeString(out.references().export(value.listener(), ListenerType.TYPE));
            out.endObject();
        }
    }

    /** Objects by reference, as small as can be. */
    static final class Objects implements Extension {
        @Override
        public String name() {
            return "listeners";
        }

        @Override
        public ExtensionSession open(ExtensionHost host) {
            return new Table(host);
        }
    }

    /** The table of one connection. */
    private static final class Table implements ExtensionSession, References {
        private final ExtensionHost host;
        private final Map<String, Service> exported = new ConcurrentHashMap<>();

        Table(ExtensionHost host) {
            this.host = host;
        }

        @Override
        public boolean knows(ReferenceType<?> type) {
            return type == ListenerType.TYPE;
        }

        @Override
        public <T> String export(T object, ReferenceType<T> type) {
            String handle = UUID.randomUUID().toString();
            exported.put(handle, new ListenerSkeleton((Listener) object));
            host.waitingChanged();
            return handle;
        }

        @Override
        public <T> T resolve(String handle, ReferenceType<T> type) {
            return type.type().cast(new ListenerClient(host.caller(handle + ".")));
        }

        @Override
        public References references() {
            return this;
        }

        @Override
        public @Nullable ObjectMethod method(String name) {
            int dot = name.indexOf('.');
            Service service = dot < 0 ? null : exported.get(name.substring(0, dot));
            return service == null ? null : new ObjectMethod(service, 0);
        }

        @Override
        public boolean isWaiting() {
            return !exported.isEmpty();
        }

        @Override
        public void ended() {
            exported.clear();
        }
    }
}
