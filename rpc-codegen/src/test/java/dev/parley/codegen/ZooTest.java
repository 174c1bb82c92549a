package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.openrpc.ComeBack;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.serializer.Codec;
import dev.parley.serializer.jackson.ParleyMapper;
import dev.parley.serializer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JavaType;

/** Generated codecs and the documented mapper give the same JSON for every type, whatever the value. */
class ZooTest {
    private static final int VALUES = 150;

    @TempDir
    static Path folder;

    private static Project project;
    private static Class<?> service;
    private static ServiceDescriptor descriptor;

    @BeforeAll
    static void generate() throws Exception {
        project = new Project(folder)
                .add("zoo/Zoo.java", resource("/zoo/Zoo.java"))
                .generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
        ClassLoader loader = project.loader();
        service = loader.loadClass("zoo.Zoo");
        Field field = loader.loadClass("zoo.ZooMethods").getDeclaredField("SERVICE");
        field.setAccessible(true);
        descriptor = (ServiceDescriptor) field.get(null);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ZooTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingIsLeftToDatabind() {
        assertThat(project.result().sources()).noneMatch(file -> file.content().contains("DatabindCodec"));
    }

    @Test
    void theDescriptionIsValid() {
        String description = project.description("META-INF/rpc/zoo.Zoo.json");
        assertThat(OpenRpcSchema.errors(description)).isEmpty();
        ComeBack.check(folder, "zoo", "Zoo", description);
    }

    @Test
    void secretMembersAreKnown() {
        MethodDescriptor<?> renamed = descriptor.methods().stream()
                .filter(method -> method.name().equals("renamed"))
                .findFirst()
                .orElseThrow();
        assertThat(renamed.secretMembers()).containsExactly("password");
    }

    private record Case(String name, Type type, Codec<Object> codec) {}

    @SuppressWarnings("unchecked") // Parameters and results stand in the order of the interface's.
    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (MethodDescriptor<?> method : descriptor.methods()) {
            Method declared = Stream.of(service.getMethods())
                    .filter(candidate -> candidate.getName().equals(method.name()))
                    .findFirst()
                    .orElseThrow();
            List<Parameter<?>> parameters = method.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                Type type = declared.getGenericParameterTypes()[i];
                cases.add(new Case(type.getTypeName(), type, (Codec<Object>)
                        parameters.get(i).codec()));
            }
            if (!method.isVoid()) {
                Type type = declared.getGenericReturnType();
                cases.add(new Case(type.getTypeName(), type, (Codec<Object>) method.result()));
            }
        }
        cases.sort(Comparator.comparing(Case::name));
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> sameJsonFromCodecAndMapper() {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
    }

    private static void compare(Case one) throws ReflectiveOperationException {
        RandomObjects random = new RandomObjects(one.name().hashCode());
        JavaType type = ParleyMapper.mapper().constructType(one.type());
        for (int i = 0; i < VALUES; i++) {
            Object value = random.of(one.type());
            String byMapper = ParleyMapper.mapper().writerFor(type).writeValueAsString(value);
            byte[] byCodec = Json.write(one.codec(), value);
            assertThat(new String(byCodec, StandardCharsets.UTF_8)).isEqualTo(byMapper);
            Object back = Json.read(one.codec(), byCodec);
            assertThat(new String(Json.write(one.codec(), back), StandardCharsets.UTF_8))
                    .isEqualTo(byMapper);
        }
    }
}
