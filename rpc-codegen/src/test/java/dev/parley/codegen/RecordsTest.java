package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.databind.ParleyMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that fill in what is missing themselves: the codec leaves it to them, as the documented mapper does. */
class RecordsTest {
    @TempDir
    static Path folder;

    private static Compiled service;

    @BeforeAll
    static void generate() {
        Project project = new Project(folder).add("r/Records.java", """
                        package r;
                        import java.util.*;
                        @dev.parley.annotation.RpcService
                        public interface Records {
                            void find(Query query);
                            void pair(Pair<String, Optional<Integer>> pair);
                            void twice(Pair<OptionalInt, Optional<Optional<String>>> pair);
                            record Pair<A, B>(A a, B b) { }
                            record Query(Integer limit, String order, List<String> words, Optional<String> language) {
                                public static final int MOST = 50;
                                public Query {
                                    limit = limit == null ? 10 : Math.min(limit, MOST);
                                    order = Objects.requireNonNullElse(order, "name");
                                    words = words == null ? List.of() : List.copyOf(words);
                                }
                                public Query(String order) { this(null, order, null, Optional.empty()); }
                            }
                        }
                        """).generate();
        assertThat(project.problems()).isEmpty();
        service = new Compiled(project.compile(), "r.Records");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"limit\":99}",
                "{\"limit\":null,\"order\":null,\"words\":null,\"language\":null}",
                "{\"language\":\"fr\",\"words\":[\"a\"],\"unknown\":[{}]}"
            })
    void fillInWhatIsMissing(String json) throws ReflectiveOperationException {
        Compiled.Case query = service.cases().get(2);
        Object byCodec = Json.read(query.codec(), json.getBytes(StandardCharsets.UTF_8));
        Object byMapper =
                ParleyMapper.mapper().readValue(json, ParleyMapper.mapper().constructType(query.type()));
        assertThat(byCodec).isEqualTo(byMapper);
        assertThat(byCodec.toString()).doesNotContain("limit=null").doesNotContain("words=null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null,\"b\":null}", "{\"a\":null}"})
    void whatHasAValueForNothingHasItInGenericRecordsToo(String json) throws ReflectiveOperationException {
        for (Compiled.Case pair : service.cases().subList(0, 2)) {
            Object byCodec = Json.read(pair.codec(), json.getBytes(StandardCharsets.UTF_8));
            assertThat(byCodec.toString()).contains("b=Optional.empty");
        }
        Object twice = Json.read(service.cases().get(1).codec(), json.getBytes(StandardCharsets.UTF_8));
        assertThat(twice.toString()).contains("a=OptionalInt.empty");
    }
}
