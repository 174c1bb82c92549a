package dev.parley.peer;

import dev.parley.call.MethodTable;
import dev.parley.call.Methods;
import dev.parley.call.Target;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.dispatch.Dispatcher;
import dev.parley.dispatch.UntypedMethod;
import dev.parley.serializer.json.JsonSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The services that a peer, or one place of a server, offers: those that all connections share, and one's own. */
final class Offering {
    private final Map<String, MethodDescriptor<?>> names;
    private final Methods shared;
    private final List<Each> each;

    /** A service of which each connection has an instance. */
    private record Each(String prefix, ServicePerConnection<?> service) {}

    private Offering(Map<String, MethodDescriptor<?>> names, Methods shared, List<Each> each) {
        this.names = names;
        this.shared = shared;
        this.each = each;
    }

    /** Every name that can be called. */
    Map<String, MethodDescriptor<?>> names() {
        return names;
    }

    /** What one connection offers, with instances of its own. */
    OpenOffering open(ConnectionContext connection) {
        if (each.isEmpty()) {
            return new OpenOffering(shared, List.of());
        }
        List<Target> targets = new ArrayList<>();
        List<ServicePerConnection.Instance> instances = new ArrayList<>();
        try {
            for (Each one : each) {
                ServicePerConnection.Instance instance = one.service().open(connection);
                instances.add(instance);
                targets.addAll(targets(one.prefix(), instance.service()));
            }
        } catch (RuntimeException e) {
            instances.forEach(ServicePerConnection.Instance::close);
            throw e;
        }
        Methods own = new MethodTable(targets);
        return new OpenOffering(
                (bytes, from, to) -> {
                    Target target = shared.find(bytes, from, to);
                    return target == null ? own.find(bytes, from, to) : target;
                },
                instances);
    }

    private static List<Target> targets(String prefix, Service service) {
        ServiceDescriptor descriptor = service.descriptor();
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < descriptor.methods().size(); i++) {
            targets.add(Target.of(prefix + descriptor.methods().get(i).name(), service, i, descriptor.strictOrder()));
        }
        return targets;
    }

    /** Collects services; names may not repeat. */
    static final class Builder {
        /** Only its table of names is used; it speaks to nobody. */
        private final Dispatcher.Builder all = Dispatcher.builder(JsonSerializer.INSTANCE);

        private final List<Each> each = new ArrayList<>();

        void service(String prefix, Service service) {
            all.service(prefix, service);
        }

        void each(String prefix, ServicePerConnection<?> service) {
            all.service(prefix, service);
            each.add(new Each(prefix, service));
        }

        void method(String name, UntypedMethod method) {
            all.method(name, method);
        }

        List<Dispatcher.Mount> mounts() {
            return all.mounts();
        }

        Offering build() {
            List<Target> targets = new ArrayList<>();
            for (Dispatcher.Mount mount : all.mounts()) {
                if (!(mount.service() instanceof ServicePerConnection)) {
                    targets.addAll(targets(mount.prefix(), mount.service()));
                }
            }
            return new Offering(all.build().names(), new MethodTable(targets), List.copyOf(each));
        }
    }
}
