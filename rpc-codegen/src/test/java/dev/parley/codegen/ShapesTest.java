package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.openrpc.ComeBack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unusual interfaces, whose output must compile without a warning. */
class ShapesTest {
    @TempDir
    Path folder;

    private Project compiled(String path, String text) {
        Project project = new Project(folder).add(path, text).generate();
        assertThat(project.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        return project.compile();
    }

    @Test
    void namesThatUsersMayChoose() {
        Project project = new Project(folder)
                .add(
                        "h/Codec.java",
                        "package h; public record Codec(int MEMBERS, int in, int INSTANCE, int out, int value,"
                                + " int member, int hasIn, String hasHasIn, List list, java.util.List<Integer> VALUE) {}")
                .add("h/List.java", "package h; public record List(String String) {}")
                .add("h/String.java", "package h; public record String(int x) {}")
                .add("h/Override.java", "package h; public record Override(int length) {}")
                .add("h/Object.java", "package h; public record Object(Integer x) {}")
                .add("h/Integer.java", "package h; public record Integer(int caller) {}")
                .add("h/Async.java", "package h; public enum Async { Batch, call }")
                .add("h/Batch.java", "package h; public record Batch<String>(String a, java.util.List<String> b) {}")
                .add("h/Arguments.java", "package h; public record Arguments(Async async) {}")
                .add("h/DirectoryMethods.java", "package h; class DirectoryMethods {}")
                .add("h/CodecCodec.java", "package h; class CodecCodec {}")
                .add("h/Directory.java", """
                        package h;
                        import dev.parley.annotation.*;
                        import dev.parley.codec.JsonValue;
                        @RpcService
                        public interface Directory {
                            void async();
                            int notifying();
                            Codec batch();
                            JsonValue call(java.lang.String name, JsonValue other);
                            void send();
                            int descriptor();
                            int SERVICE(int caller, int service, int arguments, int batch, int method, int params);
                            int service();
                            @RpcMethod("s2") int Service();
                            @RpcMethod int hashCode();
                            Integer clone();
                            String getURL(String $, String _a, String value$1);
                            @RpcMethod("s3") String getUrl(Override o, Object object, List list, Arguments a);
                            @RpcMethod("a2") Async async(Async a);
                            @RpcMethod("b2") Batch<Codec> batch(Batch<Async> batch, Entry entry, Map map);
                            java.util.List<Codec> list(java.util.List<List> l, java.util.Map<java.lang.String, List> m);
                            int[] arrays(int[][] a, @RpcDefault("[1,2]") int[] b, java.lang.String... rest);
                            @RpcMethod("sole") int sole(java.lang.String[] values);
                            @RpcMethod("\\"quo$ted\\\\ \\u00e9") int caller(java.lang.Object o);
                            record Entry(int a) {}
                            record Map(Directory.Entry entry) {}
                        }
                        """.replace(
                                "int caller(java.lang.Object o);", "int caller(@RpcParam(\"$L $T\") int o);"))
                .generate();
        assertThat(project.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        project.compile();
        Golden.check("hostile", project);
        assertThat(OpenRpcSchema.errors(project.description("META-INF/rpc/h.Directory.json")))
                .isEmpty();
        ComeBack.check(folder, "hostile", "Directory", project.description("META-INF/rpc/h.Directory.json"));
    }

    @Test
    void inheritedAndGenericInterfaces() {
        Project project = compiled("i/Users.java", """
                package i;
                import dev.parley.annotation.*;
                import java.util.*;
                import java.util.concurrent.*;
                import org.jspecify.annotations.Nullable;
                interface Named { default String name() { return "x"; } static int none() { return 0; } }
                interface Crud<K, V> extends Named {
                    V get(K key);
                    @Nullable V find(K key);
                    List<? extends V> all(Map<K, ? extends V> known);
                    CompletionStage<V> later(Optional<K> key);
                    CompletableFuture<Void> drop(K key);
                    private int hidden() { return 1; }
                }
                @RpcService(prefix = "users.", params = ParamStructure.BY_NAME)
                public interface Users extends Crud<Long, Users.User>, Comparable<Users.User> {
                    @Override User get(Long key);
                    @Override int compareTo(User other);
                    @RpcMethod default int size() { return 3; }
                    default int local() { return 4; }
                    String toString();
                    record User(String name) {}
                }
                """);
        String methods = project.source("i/UsersMethods.java");
        assertThat(methods)
                .contains(
                        "MethodDescriptor<Users.User> GET = MethodDescriptor.call(\"users.get\", UsersUserCodec.INSTANCE)")
                .contains("MethodDescriptor<Users.@Nullable User> FIND")
                .contains("\"users.size\"")
                .doesNotContain("local", "toString", "hidden", "users.name");
    }

    @Test
    void deprecatedThings() {
        Project project = compiled("d/Old.java", """
                package d;
                import dev.parley.annotation.*;
                @Deprecated
                @RpcService
                public interface Old {
                    /** Old. @deprecated use b */
                    @Deprecated int a();
                    @Deprecated(forRemoval = true) Thing b(Thing thing);
                    @Deprecated record Thing(@Deprecated int x) {}
                }
                """);
        assertThat(project.source("d/OldClient.java")).contains("@Deprecated(forRemoval = true)");
    }

    @Test
    void commentsThatHoldHostileText() {
        compiled("c/Docs.java", """
                package c;
                import dev.parley.annotation.*;
                /** Ends *&#47; here, costs $5 and $T, {@code @Override}, <b>bold</b> &lt;x&gt;. */
                @RpcService
                public interface Docs {
                    /**
                     * Does $L and $$; see {@link #b(int) that} and {@link java.util.List}.
                     * *&#47; {@code {nested} *&#47;}
                     *
                     * @param x the <em>x</em>
                     * @return $S
                     * @throws IllegalStateException never
                     * @see #b
                     */
                    int a(int x);
                    /** @deprecated no */
                    @Deprecated int b(int y);
                }
                """);
    }

    @Test
    void defaultsOfAllKinds() {
        compiled("e/Defaults.java", """
                package e;
                import dev.parley.annotation.*;
                import java.math.*;
                import java.time.*;
                import java.util.*;
                import java.net.URI;
                @RpcService
                public interface Defaults {
                    void a(@RpcDefault("1") byte a, @RpcDefault("-2") short b, @RpcDefault("3") int c,
                        @RpcDefault("4") long d, @RpcDefault("1.5") float e, @RpcDefault("2") double f,
                        @RpcDefault("'") char g, @RpcDefault("true") boolean h, @RpcDefault("x\\n\\"y") String i);
                    void b(@RpcDefault("9") Integer a, @RpcDefault("9") Long b, @RpcDefault("99999999999999999999") BigInteger c,
                        @RpcDefault("1.50") BigDecimal d, @RpcDefault("2026-01-31") LocalDate e,
                        @RpcDefault("PT1H") Duration f, @RpcDefault("http://x/") URI g, @RpcDefault("UTC") ZoneId h,
                        @RpcDefault("MAY") Month i, @RpcDefault("b") Kind j, @RpcDefault("[]") List<String> k,
                        @RpcDefault("[\\"A\\",\\"b\\"]") Set<Kind> l, @RpcDefault("[1]") long[] m,
                        @RpcDefault("{}") Map<String, Integer> n);
                    enum Kind { A, @com.fasterxml.jackson.annotation.JsonProperty("b") B }
                }
                """);
    }

    @Test
    void codecsOfTheUsers() {
        Project project = new Project(folder)
                .add("u/MoneyCodec.java", """
                        package u;
                        import dev.parley.codec.*;
                        import dev.parley.serializer.*;
                        public final class MoneyCodec implements Codec<Money> {
                            @Override public Money read(ValueReader in) { return new Money(in.readLong()); }
                            @Override public void write(ValueWriter out, Money value) { out.writeLong(value.cents()); }
                        }
                        """)
                .add("u/Money.java", "package u; public record Money(long cents) {}")
                .add("u/LocaleCodec.java", """
                        package u;
                        import dev.parley.codec.*;
                        import dev.parley.serializer.*;
                        import java.util.Locale;
                        public final class LocaleCodec implements Codec<Locale> {
                            @Override public Locale read(ValueReader in) { return Locale.forLanguageTag(in.readString()); }
                            @Override public void write(ValueWriter out, Locale value) { out.writeString(value.toLanguageTag()); }
                        }
                        """)
                .add("u/Bank.java", """
                        package u;
                        import dev.parley.annotation.*;
                        import java.util.*;
                        @RpcService(codecs = LocaleCodec.class)
                        public interface Bank {
                            @RpcCodec(MoneyCodec.class) Money pay(@RpcCodec(MoneyCodec.class) Money money, Locale locale, Bill bill);
                            @RpcSecret String pin(@RpcSecret String card);
                            record Bill(@RpcCodec(MoneyCodec.class) Money sum, List<Locale> locales) {}
                        }
                        """)
                .generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
        assertThat(project.source("u/BankMethods.java"))
                .contains("Parameter.required(\"card\", Codecs.STRING).secret()", ".secretResult()")
                .contains("Parameter.required(\"locale\", new LocaleCodec())");
    }

    @Test
    void whatIsLeftToDatabindCompilesToo() {
        compiled("f/Fall.java", """
                package f;
                import dev.parley.annotation.*;
                import java.util.*;
                @RpcService
                public interface Fall {
                    Odd odd(Date date, List<Locale> locales);
                    class Odd { private int x; public int getX() { return x; } }
                }
                """);
    }

    @Test
    void twoRunsGiveTheSameText() {
        String text =
                "package s; @dev.parley.annotation.RpcService public interface S { R a(R r); record R(int a, E e) {}"
                        + " enum E { A } }";
        Project first = new Project(folder.resolve("one")).add("s/S.java", text).generate();
        Project second =
                new Project(folder.resolve("two")).add("s/S.java", text).generate();
        assertThat(first.result().sources()).isEqualTo(second.result().sources());
        assertThat(first.result().descriptions()).isEqualTo(second.result().descriptions());
        assertThat(first.result().sources()).noneMatch(file -> file.content().contains("\r"));
    }
}
