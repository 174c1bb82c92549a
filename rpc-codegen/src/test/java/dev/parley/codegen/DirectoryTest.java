package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.openrpc.ComeBack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
    @TempDir
    Path folder;

    @Test
    void theOutputForADirectory() {
        Project project = new Project(folder)
                .add("phone/Directory.java", """
                        package phone;

                        import dev.parley.annotation.*;
                        import java.util.List;
                        import java.util.Optional;
                        import java.util.concurrent.CompletableFuture;
                        import org.jspecify.annotations.Nullable;

                        /** A phone book. See {@link Person}. */
                        @RpcService
                        public interface Directory {
                            /**
                             * Says it again.
                             *
                             * @param text what to say
                             * @return the same
                             */
                            @RpcNonBlocking
                            String echo(String text);

                            @RpcMethod(params = ParamStructure.BY_NAME)
                            List<Person> search(@Nullable Integer number, @Nullable String lastName, @RpcDefault("10") int limit);

                            Person find(int id) throws NoSuchPersonException;

                            CompletableFuture<Integer> count();

                            int sum(int... values);

                            void rename(int id, String name);

                            Optional<Person> first(Optional<String> name);

                            @RpcNotification
                            void log(String line);
                        }
                        """)
                .add("phone/Person.java", """
                        package phone;

                        import java.util.List;
                        import org.jspecify.annotations.NullMarked;
                        import org.jspecify.annotations.Nullable;

                        /** One person.
                         * @param id the number
                         */
                        @NullMarked
                        public record Person(int id, String firstName, @Nullable String lastName, List<Person> friends, Kind kind) {
                            public enum Kind { HOME, WORK }
                        }
                        """)
                .add("phone/NoSuchPersonException.java", """
                        package phone;

                        @dev.parley.annotation.RpcError(code = 1001)
                        public class NoSuchPersonException extends Exception {
                            private static final long serialVersionUID = 1L;
                            private final int data;

                            public NoSuchPersonException(String message, int data) {
                                super(message);
                                this.data = data;
                            }

                            public int data() {
                                return data;
                            }
                        }
                        """)
                .generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
        Golden.check("directory", project);
        String description = project.description("META-INF/rpc/phone.Directory.json");
        assertThat(OpenRpcSchema.errors(description)).as(description).isEmpty();
        ComeBack.check(folder, "directory", "Directory", description);
    }
}
