package dev.parley.example.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dispatch.Dispatcher;
import dev.parley.serializer.json.JsonSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the names that stand on the wire: peers in other languages were written for them. */
class DirectoryTest {
    private final List<String> seen = new ArrayList<>();

    private final Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
            .service(new DirectorySkeleton(new Book()))
            .build();

    @Test
    void searchTakesThreeOptionalNamedParametersAndGivesPersons() {
        assertThat(dispatch("""
                {"jsonrpc":"2.0","id":1,"method":"search","params":{"last_name":"Python","number":42}}"""))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[{\"first_name\":\"Brian\",\"last_name\":\"Python\","
                                + "\"id\":1979,\"number\":42}]}");
        assertThat(dispatch("""
                {"jsonrpc":"2.0","id":1,"method":"search","params":[null,null,"Brian"]}""")).contains("\"id\":1979");
        dispatch("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"search\"}");

        assertThat(seen).containsExactly("search 42 Python null", "search null null Brian", "search null null null");
    }

    @Test
    void theOtherMethodsHaveTheNamesOfTheArticle() {
        assertThat(dispatch("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":[\"hi\"]}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"hi\"}");
        assertThat(dispatch("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"uname\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"Linux\",\"here\",\"6\",\"#1\",\"x86_64\"]}");
        assertThat(dispatch("{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"noted\"]}"))
                .isNull();

        assertThat(seen).containsExactly("log noted");
    }

    @Test
    void theDescriptionLiesBesideTheClasses() throws IOException {
        try (InputStream document =
                Directory.class.getResourceAsStream("/META-INF/rpc/dev.parley.example.api.Directory.json")) {
            assertThat(document).isNotNull();
            assertThat(new String(document.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"openrpc\"", "\"search\"", "\"last_name\"", "Finds the people");
        }
    }

    private @Nullable String dispatch(String message) {
        byte[] answer = dispatcher.dispatch(message.getBytes(StandardCharsets.UTF_8));
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    private final class Book implements Directory {
        @Override
        public String echo(String text) {
            return text;
        }

        @Override
        public List<Person> search(@Nullable Integer number, @Nullable String lastName, @Nullable String firstName) {
            seen.add("search " + number + " " + lastName + " " + firstName);
            return List.of(new Person("Brian", "Python", 1979, 42));
        }

        @Override
        public List<String> uname() {
            return List.of("Linux", "here", "6", "#1", "x86_64");
        }

        @Override
        public void log(String line) {
            seen.add("log " + line);
        }
    }
}
