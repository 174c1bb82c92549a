package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.PlainType;
import java.util.EnumSet;
import java.util.Set;

/** Java's own types that {@code KeyCodecs} turns into member names. */
final class MapKeys {
    private static final Set<PlainType> KEYS = EnumSet.of(
            PlainType.STRING,
            PlainType.BOXED_BOOLEAN,
            PlainType.BOXED_BYTE,
            PlainType.BOXED_SHORT,
            PlainType.BOXED_INT,
            PlainType.BOXED_LONG,
            PlainType.BOXED_CHAR,
            PlainType.UUID,
            PlainType.URI,
            PlainType.INSTANT,
            PlainType.LOCAL_DATE,
            PlainType.LOCAL_TIME,
            PlainType.LOCAL_DATE_TIME,
            PlainType.OFFSET_DATE_TIME,
            PlainType.YEAR,
            PlainType.YEAR_MONTH,
            PlainType.ZONE_ID);

    private MapKeys() {}

    static boolean isKey(PlainType type) {
        return KEYS.contains(type);
    }
}
