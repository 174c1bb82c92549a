package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.databind.ParleyMapper;
import dev.parley.codegen.openrpc.ComeBack;
import dev.parley.contract.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private static Compiled zoo;

    @BeforeAll
    static void generate() throws Exception {
        project = new Project(folder)
                .add("zoo/Zoo.java", resource("/zoo/Zoo.java"))
                .generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
        zoo = new Compiled(project, "zoo.Zoo");
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
    void noLineIsTooLong() {
        assertThat(project.result().sources())
                .flatMap(file -> file.content().lines().toList())
                .allMatch(line -> line.length() <= 120);
    }

    @Test
    void theDescriptionIsValid() {
        String description = project.description("META-INF/rpc/zoo.Zoo.json");
        assertThat(OpenRpcSchema.errors(description)).isEmpty();
        ComeBack.check(folder, "zoo", "Zoo", description);
    }

    @Test
    void secretMembersAreKnown() throws ReflectiveOperationException {
        MethodDescriptor<?> renamed = zoo.descriptor().methods().stream()
                .filter(method -> method.name().equals("renamed"))
                .findFirst()
                .orElseThrow();
        assertThat(renamed.secretMembers()).containsExactly("password");
    }

    @TestFactory
    Stream<DynamicTest> sameJsonFromCodecAndMapper() throws ReflectiveOperationException {
        return zoo.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
    }

    private static void compare(Compiled.Case one) throws ReflectiveOperationException {
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
