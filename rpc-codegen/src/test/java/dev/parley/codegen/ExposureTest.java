package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.peer.Limits;
import java.nio.file.Path;
import java.util.Locale;
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
                        import dev.parley.codec.JsonValue;
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
                        import dev.parley.codec.*;
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
                        @dev.parley.annotation.RpcService(ordered = true)
                        public interface Clock {
                            @dev.parley.annotation.RpcIdempotent long now();
                            void set(At at, Zone zone);
                            void ring(Tree tree);
                            record At(int hour, java.util.UUID id, java.util.Optional<Zone> zone) {}
                            enum Zone { EAST, WEST }
                            record Tree(Tree left, Tree right) {}
                        }
                        """)
                .generate();
    }

    @Test
    void theReportHasEverythingThatAPeerCanReach() {
        assertThat(bank().exposure()).isEqualTo("""
                # Exposure

                What a peer can reach through the services of this module. Methods: 7, with untyped places: 2, with secret places: 2. Types that are read and written by reflection: 1.

                Limits are the server's (`Limits`), the same for every method; no method has its own. By default a message has at most 4 MiB and 128 levels, an answer 16 MiB, a batch 100 entries; of a connection's calls 128 run at once and 1,024 wait. The column *bounded by* names the limits that alone bound what a method takes: `messageBytes` where it takes texts, lists or maps, `depth` where it takes what may hold itself, is untyped, or is read by a codec that is not generated. Where it is empty, a method takes values of fixed size only.

                ## a.Clock

                | method | kind | takes | bounded by | gives | errors | untyped | by reflection | secret |
                |---|---|---|---|---|---|---|---|---|
                | `now` | call, one at a time, idempotent |  |  | `long` |  |  |  |  |
                | `set` | call, one at a time | `Clock.At at`<br>`Clock.Zone zone` |  |  |  |  |  |  |
                | `ring` | call, one at a time | `Clock.Tree tree` | `depth`<br>`messageBytes` |  |  |  |  |  |

                ## b.Bank

                | method | kind | takes | bounded by | gives | errors | untyped | by reflection | secret |
                |---|---|---|---|---|---|---|---|---|
                | `bank.find` | call | `String owner\\|name`<br>`Integer limit` optional | `messageBytes` | `List<Bank.Account>` | `ClosedException` 7 | `Account.notes` |  | `iban` |
                | `bank.pin` | call | `String card` | `messageBytes` | `String` |  |  |  | `card`<br>`result` |
                | `bank.log` | notification, on the reading thread | `JsonValue line` | `depth`<br>`messageBytes` |  |  | `line` |  |  |
                | `bank.pay` | call, deprecated | `Bank.Money money`<br>`Date when` | `depth`<br>`messageBytes` |  |  |  | `java.util.Date` |  |

                ## Codecs written by hand

                - `b.MoneyCodec`
                """);
    }

    @Test
    void theLimitsAreThoseOfTheRuntime() {
        Limits limits = Limits.DEFAULT;
        assertThat(bank().exposure())
                .contains(String.format(
                        Locale.ROOT,
                        "at most %d MiB and %d levels, an answer %d MiB, a batch %d entries; of a connection's calls %d"
                                + " run at once and %,d wait.",
                        limits.messageBytes() >> 20,
                        limits.depth(),
                        limits.responseBytes() >> 20,
                        limits.batchEntries(),
                        limits.callsInFlight(),
                        limits.callsQueued()));
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
