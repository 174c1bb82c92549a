package dev.parley.codec;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_TIME;
import static java.time.format.DateTimeFormatter.ISO_ZONED_DATE_TIME;

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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codecs of {@code java.time}: all of it ISO 8601 text. */
final class TimeCodecs {
    private static final Pattern LONG_FRACTION = Pattern.compile("([.,][0-9]{9})[0-9]+");

    /** As their parsers want it, unlike {@code toString()}: a sign before years of more than four digits. */
    private static final DateTimeFormatter YEARS = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter MONTHS = new DateTimeFormatterBuilder()
            .append(YEARS)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter(Locale.ROOT);

    static final TextCodec<Instant> INSTANT =
            new TextCodec<>("an instant such as 2026-01-31T12:00:00Z", Instant::toString, cut(Instant::parse));
    static final TextCodec<LocalDate> LOCAL_DATE =
            new TextCodec<>("a date such as 2026-01-31", LocalDate::toString, LocalDate::parse);
    static final TextCodec<LocalTime> LOCAL_TIME =
            new TextCodec<>("a time such as 12:00:00", ISO_LOCAL_TIME::format, cut(LocalTime::parse));
    static final TextCodec<LocalDateTime> LOCAL_DATE_TIME = new TextCodec<>(
            "a date and time such as 2026-01-31T12:00:00", ISO_LOCAL_DATE_TIME::format, cut(LocalDateTime::parse));
    static final TextCodec<OffsetDateTime> OFFSET_DATE_TIME = new TextCodec<>(
            "a date and time such as 2026-01-31T12:00:00+01:00",
            ISO_OFFSET_DATE_TIME::format,
            cut(OffsetDateTime::parse));
    static final TextCodec<OffsetTime> OFFSET_TIME =
            new TextCodec<>("a time such as 12:00:00+01:00", ISO_OFFSET_TIME::format, cut(OffsetTime::parse));
    static final TextCodec<ZonedDateTime> ZONED_DATE_TIME = new TextCodec<>(
            "a date and time such as 2026-01-31T12:00:00+01:00[Europe/Berlin]",
            ISO_ZONED_DATE_TIME::format,
            cut(ZonedDateTime::parse));
    static final TextCodec<Duration> DURATION =
            new TextCodec<>("a duration such as PT1H30M", Duration::toString, Duration::parse);
    static final TextCodec<Period> PERIOD =
            new TextCodec<>("a period such as P1Y2M3D", Period::toString, Period::parse);
    static final TextCodec<Year> YEAR = new TextCodec<>("a year such as 2026", YEARS::format, Year::parse);
    static final TextCodec<YearMonth> YEAR_MONTH =
            new TextCodec<>("a month such as 2026-01", MONTHS::format, YearMonth::parse);
    static final TextCodec<MonthDay> MONTH_DAY =
            new TextCodec<>("a day such as --01-31", MonthDay::toString, MonthDay::parse);
    static final EnumCodec<Month> MONTH = byName(Month.class);
    static final EnumCodec<DayOfWeek> DAY_OF_WEEK = byName(DayOfWeek.class);
    static final TextCodec<ZoneId> ZONE_ID =
            new TextCodec<>("a time zone such as Europe/Berlin", ZoneId::getId, ZoneId::of);
    static final TextCodec<ZoneOffset> ZONE_OFFSET =
            new TextCodec<>("an offset such as +01:00", ZoneOffset::getId, ZoneOffset::of);

    private TimeCodecs() {}

    /** Reads more digits of a second than Java holds, nine of them, as RFC 3339 allows; further ones are dropped. */
    private static <T> Function<String, T> cut(Function<String, T> parse) {
        return text -> {
            Matcher longer = LONG_FRACTION.matcher(text);
            return parse.apply(longer.find() ? longer.replaceFirst("$1") : text);
        };
    }

    private static <E extends Enum<E>> EnumCodec<E> byName(Class<E> type) {
        return new EnumCodec<>(
                type,
                Map.of(),
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }
}
