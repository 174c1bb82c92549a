package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a peer can reach, and what descriptions say where an interface says nothing. */
class ExposureTest {
    @TempDir
    Path folder;

    private Project bank() {
        return new Project(folder)
                .apiVersion("1.2.3")
                .add("b/Bank.java", """
                        package b;
                        import dev.parley.annotation.*;
                        import dev.parley.serializer.JsonValue;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;
                        @RpcService(prefix = "bank.")
                        public interface Bank {
                            List<Account> find(@RpcParam("owner|name") String owner, @Nullable Integer limit) throws ClosedException;
                            @RpcSecret String pin(@RpcSecret String card);
                            @RpcNotification @RpcNonBlocking void log(JsonValue line);
                            @Deprecated void pay(@RpcCodec(MoneyCodec.class) Money money, Date when);
                            record Account(int id, @RpcSecret String iban, Map<String, JsonValue> notes, Account parent) {}
                            record Money(long cents) {}
                            @RpcError(code = 7) class ClosedException extends Exception {
                                public ClosedException(String message) { super(message); }
                            }
                        }
                        """)
                .add("b/MoneyCodec.java", """
                        package b;
                        import dev.parley.serializer.*;
                        public final class MoneyCodec implements Codec<Bank.Money> {
                            @Override public Bank.Money read(ValueReader in) { return new Bank.Money(in.readLong()); }
                            @Override public void write(ValueWriter out, Bank.Money value) { out.writeLong(value.cents()); }
                        }
                        """)
                .add("a/Clock.java", """
                        package a;
                        /** Tells the time.
                         * @since 2.0 */
                        @dev.parley.annotation.RpcService
                        public interface Clock { long now(); }
                        """)
                .generate();
    }

    @Test
    void theReportHasEverythingThatAPeerCanReach() {
        assertThat(bank().exposure()).isEqualTo("""
                # Exposure

                What a peer can reach through the services of this module. Methods: 5, with untyped places: 2, with secret places: 2. Types that are read and written by reflection: 1.

                Limits on size, depth, batches, calls in flight and time are the server's (`Limits`); no method has its own.

                ## a.Clock

                | method | kind | takes | gives | errors | untyped | by reflection | secret |
                |---|---|---|---|---|---|---|---|
                | `now` | call |  | `long` |  |  |  |  |

                ## b.Bank

                | method | kind | takes | gives | errors | untyped | by reflection | secret |
                |---|---|---|---|---|---|---|---|
                | `bank.find` | call | `String owner\\|name`<br>`Integer limit` optional | `List<Bank.Account>` | `ClosedException` 7 | `Account.notes` |  | `iban` |
                | `bank.pin` | call | `String card` | `String` |  |  |  | `card`<br>`result` |
                | `bank.log` | notification, on the reading thread | `JsonValue line` |  |  | `line` |  |  |
                | `bank.pay` | call, deprecated | `Bank.Money money`<br>`Date when` |  |  |  | `java.util.Date` |  |

                ## Codecs written by hand

                - `b.MoneyCodec`
                """);
    }

    @Test
    void theVersionIsTheInterfacesOwnOrThatOfTheRequest() {
        Project project = bank();
        assertThat(project.description("META-INF/rpc/a.Clock.json")).contains("\"version\": \"2.0\"");
        assertThat(project.description("META-INF/rpc/b.Bank.json")).contains("\"version\": \"1.2.3\"");
    }

    @Test
    void withoutServicesThereIsNoReport() {
        assertThat(new Project(folder).generate().result().exposure()).isEmpty();
    }
}
