package dev.parley.codegen.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the text of a default value as a value of its parameter's type. */
public final class Defaults {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<PlainType, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(PlainType.INSTANT, Instant::parse),
            Map.entry(PlainType.LOCAL_DATE, LocalDate::parse),
            Map.entry(PlainType.LOCAL_TIME, LocalTime::parse),
            Map.entry(PlainType.LOCAL_DATE_TIME, LocalDateTime::parse),
            Map.entry(PlainType.OFFSET_DATE_TIME, OffsetDateTime::parse),
            Map.entry(PlainType.OFFSET_TIME, OffsetTime::parse),
            Map.entry(PlainType.ZONED_DATE_TIME, ZonedDateTime::parse),
            Map.entry(PlainType.DURATION, Duration::parse),
            Map.entry(PlainType.PERIOD, Period::parse),
            Map.entry(PlainType.YEAR, Year::parse),
            Map.entry(PlainType.YEAR_MONTH, YearMonth::parse),
            Map.entry(PlainType.MONTH_DAY, MonthDay::parse),
            Map.entry(PlainType.MONTH, Month::valueOf),
            Map.entry(PlainType.DAY_OF_WEEK, DayOfWeek::valueOf),
            Map.entry(PlainType.ZONE_ID, ZoneId::of),
            Map.entry(PlainType.ZONE_OFFSET, ZoneOffset::of),
            Map.entry(PlainType.URI, URI::create),
            Map.entry(PlainType.UUID, UUID::fromString));

    private static final Map<PlainType, Function<String, Object>> NUMBERS = Map.of(
            PlainType.BYTE, Byte::valueOf,
            PlainType.SHORT, Short::valueOf,
            PlainType.INT, Integer::valueOf,
            PlainType.LONG, Long::valueOf,
            PlainType.FLOAT, Defaults::finiteFloat,
            PlainType.DOUBLE, Defaults::finiteDouble,
            PlainType.BIG_INTEGER, BigInteger::new,
            PlainType.BIG_DECIMAL, BigDecimal::new);

    private final Api api;

    /** For types of a package. */
    public Defaults(Api api) {
        this.api = api;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no value of the type; its message says what would be one
     */
    public Value read(Type type, String text) {
        return type.nonNull().unchecked().accept(new Reading(text));
    }

    private final class Reading implements TypeVisitor<Value> {
        private final String text;

        Reading(String text) {
            this.text = text;
        }

        @Override
        public Value plain(Type.Plain type) {
            return Defaults.plain(type.plain(), text);
        }

        @Override
        public Value nullable(Type.NullableOf type) {
            return read(type.type(), text);
        }

        @Override
        public Value optional(Type.OptionalOf type) {
            return none();
        }

        @Override
        public Value maybe(Type.MaybeOf type) {
            return none();
        }

        @Override
        public Value constant(Type.Constant type) {
            return none();
        }

        @Override
        public Value checked(Type.Checked type) {
            return read(type.type(), text);
        }

        @Override
        public Value sequence(Type.Sequence type) {
            return isLiteral(type.kind()) ? elements(type, type.element(), text) : none();
        }

        @Override
        public Value map(Type.MapOf type) {
            return !type.sorted() && text.replace(" ", "").equals("{}") ? new Value.EmptyMap() : none();
        }

        @Override
        public Value array(Type.ArrayOf type) {
            return type.isTextArray() ? none() : elements(type, type.element(), text);
        }

        @Override
        public Value model(Type.Model type) {
            return api.model(type.name()) instanceof ModelType.EnumType known ? Defaults.constant(known, text) : none();
        }

        @Override
        public Value variable(Type.Variable type) {
            return none();
        }

        @Override
        public Value wildcard(Type.Wildcard type) {
            return none();
        }

        @Override
        public Value custom(Type.Custom type) {
            return none();
        }

        @Override
        public Value named(Type.Named type) {
            return none();
        }

        @Override
        public Value unsupported(Type.Unsupported type) {
            return none();
        }

        private static Value none() {
            throw new IllegalArgumentException(
                    "no text can be one; use @Nullable or an overloading default method instead");
        }
    }

    private static boolean isLiteral(Type.SequenceKind kind) {
        return kind == Type.SequenceKind.LIST || kind == Type.SequenceKind.SET || kind == Type.SequenceKind.COLLECTION;
    }

    private static Value plain(PlainType type, String text) {
        PlainType bare = type.unboxed();
        if (NUMBERS.containsKey(bare)) {
            return number(bare, text);
        } else if (bare == PlainType.BOOLEAN) {
            return flag(text);
        } else if (bare == PlainType.STRING) {
            return new Value.Text(text);
        } else if (bare == PlainType.CHAR && text.length() == 1) {
            return new Value.Character(text.charAt(0));
        } else if (PARSERS.containsKey(bare)) {
            return parsed(bare, text);
        }
        throw new IllegalArgumentException(
                bare == PlainType.CHAR ? "it must be one character" : "no text can be one; use @Nullable instead");
    }

    private static Value number(PlainType type, String text) {
        try {
            NUMBERS.get(type).apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a number that fits the type", e);
        }
        return new Value.Number(type, text);
    }

    private static Value flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return new Value.Flag(text.equals("true"));
    }

    private static Value parsed(PlainType type, String text) {
        try {
            PARSERS.get(type).apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it must be the text of one, as toString() gives it", e);
        }
        return new Value.Parsed(type, text);
    }

    private static Value constant(ModelType.EnumType type, String text) {
        return type.constants().stream()
                .filter(constant -> constant.wireName().equals(text))
                .findFirst()
                .map(constant -> new Value.OfEnum(type.name(), constant))
                .orElseThrow(() -> new IllegalArgumentException("it must be one of "
                        + String.join(
                                ", ",
                                type.constants().stream()
                                        .map(ModelType.Constant::wireName)
                                        .toList())));
    }

    private Value elements(Type type, Type element, String text) {
        List<Value> elements = new ArrayList<>();
        for (JsonNode node : array(text)) {
            if (node.isContainer()) {
                elements.add(read(element, node.toString()));
            } else {
                elements.add(read(element, node.asString()));
            }
        }
        return new Value.Elements(type, elements);
    }

    private static JsonNode array(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isArray()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it must be a JSON array", e);
        }
        throw new IllegalArgumentException("it must be a JSON array");
    }

    private static Object finiteFloat(String text) {
        return finite(Float.valueOf(text));
    }

    private static Object finiteDouble(String text) {
        return finite(Double.valueOf(text));
    }

    // JSON has no other numbers, and Java's grammar of numbers is wider than JSON's.
    private static Object finite(Number number) {
        if (Double.isInfinite(number.doubleValue()) || Double.isNaN(number.doubleValue())) {
            throw new NumberFormatException();
        }
        return number;
    }
}
