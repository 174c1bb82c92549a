package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.proxy.Caller;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random services are generated, compiled without a warning, and called with random values, which arrive as they were
 * sent. {@code -Dparley.fuzz.seconds=600} goes on for longer, {@code -Dparley.fuzz.seed=…} repeats one service.
 */
class FuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("parley.fuzz.seconds", 20));
    private static final int ROUNDS = 5;

    @TempDir
    Path folder;

    @Test
    void whateverAUserDeclaresCompilesAndCarriesItsValues() {
        Long only = Long.getLong("parley.fuzz.seed");
        if (only != null) {
            check(only);
            return;
        }
        long start = System.nanoTime();
        for (long seed = start; System.nanoTime() - start < TIME.toNanos(); seed++) {
            check(seed);
        }
    }

    private void check(long seed) {
        Project project = new RandomService(seed, new Project(folder.resolve("s" + seed))).write();
        try {
            project.generate();
            assertThat(project.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
            project.compile();
            new Calls(project, seed).run();
        } catch (Throwable wrong) {
            throw new AssertionError(
                    "repeat with -Dparley.fuzz.seed=" + seed + "; the service is\n" + project.read("f/Api.java"),
                    wrong);
        }
    }

    /** Calls every method of a service, through client and server. */
    private static final class Calls {
        private final Project project;
        private final ClassLoader loader;
        private final Class<?> contract;
        private final ServiceDescriptor descriptor;
        private final RandomObjects values;
        private final String address;
        private final AtomicReference<Object> result = new AtomicReference<>();
        private final AtomicReference<Object[]> arrived = new AtomicReference<>();

        Calls(Project project, long seed) throws ReflectiveOperationException {
            this.project = project;
            this.loader = project.loader();
            this.contract = loader.loadClass("f.Api");
            this.values = new RandomObjects(seed);
            this.address = "memory:fuzz" + seed;
            Field service = generated("Methods").getDeclaredField(serviceField());
            service.setAccessible(true);
            this.descriptor = (ServiceDescriptor) service.get(null);
        }

        private Class<?> generated(String suffix) throws ClassNotFoundException {
            String name = project.result().sources().stream()
                    .map(file -> file.path().substring(2, file.path().length() - ".java".length()))
                    .filter(file -> file.matches("Api" + suffix + "\\d*"))
                    .findFirst()
                    .orElseThrow();
            return loader.loadClass("f." + name);
        }

        private String serviceField() throws ClassNotFoundException {
            for (Field field : generated("Methods").getDeclaredFields()) {
                if (field.getType() == ServiceDescriptor.class) {
                    return field.getName();
                }
            }
            throw new AssertionError("no descriptor of the service");
        }

        void run() throws Exception {
            Object handler = Proxy.newProxyInstance(loader, new Class<?>[] {contract}, (proxy, method, arguments) -> {
                arrived.set(arguments == null ? new Object[0] : arguments);
                boolean later = method.getReturnType() == CompletableFuture.class;
                return later ? CompletableFuture.completedFuture(result.get()) : result.get();
            });
            Service skeleton =
                    (Service) generated("Skeleton").getConstructor(contract).newInstance(handler);
            try (RpcServer server = RpcServer.builder()
                            .service(skeleton)
                            .listen(address)
                            .start();
                    Peer peer = Peer.connect(address)) {
                Object client = generated("Client").getConstructor(Caller.class).newInstance(peer);
                Method[] methods = contract.getMethods();
                for (int i = 0; i < descriptor.methods().size(); i++) {
                    for (int round = 0; round < ROUNDS; round++) {
                        call(
                                client,
                                method(methods, descriptor.methods().get(i)),
                                descriptor.methods().get(i));
                    }
                }
            }
        }

        /** The random service ends each name on the wire with the one in Java. */
        private static Method method(Method[] methods, MethodDescriptor<?> descriptor) {
            return Stream.of(methods)
                    .filter(method -> descriptor.name().endsWith(method.getName()))
                    .max(Comparator.comparing(method -> method.getName().length()))
                    .orElseThrow();
        }

        private void call(Object client, Method method, MethodDescriptor<?> descriptor) throws Exception {
            Type[] types = method.getGenericParameterTypes();
            Object[] arguments = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                arguments[i] = values.of(types[i]);
            }
            boolean later = method.getReturnType() == CompletableFuture.class;
            Type type = later
                    ? ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]
                    : method.getGenericReturnType();
            result.set(type == void.class ? null : values.of(type));
            Object returned = invoke(client, method, arguments);
            Object received = later ? ((Future<?>) returned).get(9, TimeUnit.SECONDS) : returned;
            for (int i = 0; i < arguments.length; i++) {
                Codec<?> codec = descriptor.parameters().get(i).codec();
                assertThat(json(codec, arrived.get()[i])).as(method.toString()).isEqualTo(json(codec, arguments[i]));
            }
            if (type != void.class) {
                assertThat(json(descriptor.result(), received))
                        .as(method.toString())
                        .isEqualTo(json(descriptor.result(), result.get()));
            }
        }

        private static Object invoke(Object client, Method method, Object[] arguments) throws Exception {
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw new AssertionError(method + " with " + List.of(arguments), e.getCause());
            }
        }

        @SuppressWarnings("unchecked") // A codec of the type that the value has.
        private static String json(Codec<?> codec, Object value) {
            return new String(Json.write((Codec<Object>) codec, value), StandardCharsets.UTF_8);
        }
    }
}
