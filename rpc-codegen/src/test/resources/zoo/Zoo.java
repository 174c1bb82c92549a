package zoo;

import com.fasterxml.jackson.annotation.*;
import dev.parley.annotation.*;
import dev.parley.codec.JsonValue;
import java.math.*;
import java.net.URI;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.*;

/** Every type that a model may be made of. */
@RpcService
public interface Zoo {
    void put(Plain plain, Boxed boxed, Texts texts, Times times, Collections collections, Arrays arrays);

    Node node(Pair<String, Node> pair, Page<Boxed> page, Tree<Integer> tree, Left left);

    Shape shape(Animal animal, Result<Times> result, Outer.Inner inner, Circle circle);

    Bean bean(Made made, Factory factory, Included included, Ordered ordered, Child child, Fields fields);

    Numbered coded(Coded coded);

    Renamed renamed(Id id, Amount amount, Mixed mixed, Derived derived, Marked marked, Large large);

    Lenient keyed(Keyed keyed, Parsed parsed, Hidden hidden);

    record Plain(boolean a, byte b, short c, int d, long e, float f, double g, char h) {}

    record Boxed(Boolean a, Byte b, Short c, Integer d, Long e, Float f, Double g, Character h) {}

    record Texts(String string, BigInteger integer, BigDecimal decimal, URI uri, UUID uuid, Kind kind, Level level) {}

    record Times(Instant a, LocalDate b, LocalTime c, LocalDateTime d, OffsetDateTime e, OffsetTime f, ZonedDateTime g,
            Duration h, Period i, Year j, YearMonth k, MonthDay l, Month m, DayOfWeek n, ZoneId o, ZoneOffset p) {}

    record Collections(List<String> a, Set<Integer> b, Collection<Kind> c, SortedSet<String> d, Queue<Long> e,
            Deque<UUID> f, Map<String, Integer> g, Map<Integer, String> h, Map<Kind, Boxed> i,
            SortedMap<String, List<String>> j, Map<UUID, Map<String, Kind>> k, List<List<Double>> l,
            Optional<String> m, Optional<Boxed> n, OptionalInt o, OptionalLong p, OptionalDouble q,
            Map<LocalDate, Instant> r, List<@Nullable String> s) {}

    record Arrays(byte[] a, boolean[] b, short[] c, int[] d, long[] e, float[] f, double[] g, char[] h, String[] i,
            Kind[] j, int[][] k, Boxed[] l, byte[][] m) {}

    enum Coded {
        RED("r"),
        GREEN("g \"1\"");

        private final String code;

        Coded(String code) {
            this.code = code;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return code;
        }
    }

    enum Numbered {
        ONE,
        TWO;

        @com.fasterxml.jackson.annotation.JsonValue
        public int number() {
            return ordinal() + 1;
        }
    }

    enum Lenient {
        @JsonAlias({"yes", "y"}) TRUE,
        @JsonProperty("no") @JsonAlias("n") FALSE,
        MAYBE
    }

    enum Parsed {
        SMALL,
        BIG;

        @JsonCreator
        static Parsed of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    enum Priced {
        CHEAP("c"),
        DEAR("d");

        private final String code;

        Priced(String code) {
            this.code = code;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return code;
        }

        @JsonCreator
        static Priced of(String code) {
            return code.startsWith("c") ? CHEAP : DEAR;
        }
    }

    record Keyed(Map<Lenient, Integer> a, SortedMap<Coded, String> b, Map<Numbered, Kind> c, Map<Parsed, Lenient> d,
            Map<Priced, Priced> e) {}

    record Hidden(String a, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String b) {}

    enum Kind {
        HOME,
        @JsonProperty("at-work") WORK,
        OTHER
    }

    enum Level {
        LOW { @Override int weight() { return 1; } },
        HIGH { @Override int weight() { return 2; } };

        abstract int weight();

        @Override
        public String toString() {
            return "level " + weight();
        }
    }

    record Node(String name, List<Node> children, Node parent, Map<String, Node> named) {}

    record Left(Right right) {}

    record Right(Left left, List<Left> lefts) {}

    record Pair<A, B>(A first, B second) {}

    record Page<T>(List<T> items, T best, Optional<T> next, Map<String, T> byName, Pair<T, String> pair) {}

    record Tree<T extends Comparable<T>>(T value, List<Tree<T>> children) {}

    sealed interface Shape permits Circle, Square, Polygon {}

    record Circle(double radius) implements Shape {}

    record Square(int side, Shape inside) implements Shape {}

    sealed interface Polygon extends Shape permits Triangle {}

    record Triangle(int a, int b, int c) implements Polygon {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "species")
    @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "cat"), @JsonSubTypes.Type(Dog.class)})
    interface Animal {}

    record Cat(int lives) implements Animal {}

    record Dog(String name, Animal friend) implements Animal {}

    sealed interface Result<T> {
        record Ok<V>(V value) implements Result<V> {}

        record Failed<V>(String why, int code) implements Result<V> {}
    }

    final class Outer {
        private Outer() {}

        public record Inner(int x) {}
    }

    class Bean {
        private String name;
        private int count;
        private List<Boxed> boxes = new ArrayList<>();
        private boolean open;
        private String URL;
        @JsonIgnore private String secret = "s";

        public String getName() { return name; }
        public void setName(String name) { this.name = name; }
        public int getCount() { return count; }
        public void setCount(int count) { this.count = count; }
        public List<Boxed> getBoxes() { return boxes; }
        public void setBoxes(List<Boxed> boxes) { this.boxes = boxes; }
        public boolean isOpen() { return open; }
        public void setOpen(boolean open) { this.open = open; }
        public String getURL() { return URL; }
        public void setURL(String url) { this.URL = url; }
        public String getSecret() { return secret; }
        public void setSecret(String secret) { this.secret = secret; }
    }

    final class Made {
        private final int id;
        private final String label;
        private String later;

        @JsonCreator
        public Made(@JsonProperty("id") int id, @JsonProperty("label") String label) {
            this.id = id;
            this.label = label;
        }

        public int getId() { return id; }
        public String getLabel() { return label; }
        public String getLater() { return later; }
        public void setLater(String later) { this.later = later; }
    }

    final class Factory {
        private final String text;

        private Factory(String text) { this.text = text; }

        @JsonCreator
        public static Factory of(@JsonProperty("text") String text) { return new Factory(text); }

        public String getText() { return text; }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Included(String a, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> b,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> c,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String d,
            @JsonInclude(JsonInclude.Include.ALWAYS) String e, int f,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt g,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) int[] h) {}

    @JsonPropertyOrder({"c", "a"})
    record Ordered(int a, int b, int c, @JsonAlias({"dd", "ddd"}) int d) {}

    class Base<T> {
        private T content;
        public T getContent() { return content; }
        public void setContent(T content) { this.content = content; }
    }

    class Child extends Base<Kind> {
        private int own;
        public int getOwn() { return own; }
        public void setOwn(int own) { this.own = own; }
    }

    class Fields {
        public static final int MOST = 3;
        public static int getLeast() { return 1; }
        public transient int passing;
        public int a;
        public String b;
        public final String fixed = "f";
        @JsonProperty("c") int c;
    }

    record Renamed(@JsonProperty("first-name") String first, @JsonProperty("$id") int id, @RpcSecret String password) {}

    record Id(@com.fasterxml.jackson.annotation.JsonValue String text) {}

    final class Amount {
        private final BigDecimal value;
        @JsonCreator
        public Amount(BigDecimal value) { this.value = value; }
        @com.fasterxml.jackson.annotation.JsonValue
        public BigDecimal value() { return value; }
    }

    record Mixed(Shape shape, List<Shape> shapes, Animal animal, Id id, Amount amount, JsonValue anything) {}

    record Derived(String first, String last) {
        public String getFull() { return first + " " + last; }
        public boolean isShort() { return first == null; }
        String hidden() { return "h"; }
    }

    @NullMarked
    record Marked(String a, @Nullable String b, Kind c, List<String> d, Optional<String> e, int f, Shape g) {}

    record Large(int m0, int m1, int m2, int m3, int m4, int m5, int m6, int m7, int m8, int m9, int m10, int m11,
            int m12, int m13, int m14, int m15, int m16, int m17, int m18, int m19, int m20, int m21, int m22, int m23,
            int m24, int m25, int m26, int m27, int m28, int m29, int m30, int m31, int m32, int m33, int m34, int m35,
            int m36, int m37, int m38, int m39, int m40, int m41, int m42, int m43, int m44, int m45, int m46, int m47,
            int m48, int m49, int m50, int m51, int m52, int m53, int m54, int m55, int m56, int m57, int m58, int m59,
            int m60, int m61, int m62, int m63, int m64, int m65, int m66, int m67, int m68, int m69) {}
}
