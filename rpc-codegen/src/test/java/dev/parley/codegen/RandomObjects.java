package dev.parley.codegen;

import dev.parley.codec.JsonValue;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Random values of the zoo's types, by reflection: the seed is the only source of chance. */
final class RandomObjects {
    private static final int MAX_DEPTH = 5;

    private final Random random;
    private final Map<Class<?>, Supplier<Object>> plain = new HashMap<>();

    RandomObjects(long seed) {
        random = new Random(seed);
        plain.put(boolean.class, random::nextBoolean);
        plain.put(byte.class, () -> (byte) random.nextInt());
        plain.put(short.class, () -> (short) random.nextInt());
        plain.put(int.class, random::nextInt);
        plain.put(long.class, random::nextLong);
        plain.put(float.class, () -> (float) random.nextGaussian());
        plain.put(double.class, random::nextGaussian);
        plain.put(char.class, () -> (char) ('!' + random.nextInt(60)));
        plain.put(Boolean.class, random::nextBoolean);
        plain.put(Byte.class, () -> (byte) random.nextInt());
        plain.put(Short.class, () -> (short) random.nextInt());
        plain.put(Integer.class, random::nextInt);
        plain.put(Long.class, random::nextLong);
        plain.put(Float.class, () -> (float) random.nextGaussian());
        plain.put(Double.class, () -> random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian());
        plain.put(Character.class, () -> (char) ('!' + random.nextInt(60)));
        plain.put(String.class, this::text);
        plain.put(BigInteger.class, () -> new BigInteger(90, random));
        plain.put(BigDecimal.class, () -> new BigDecimal(new BigInteger(70, random), random.nextInt(9)));
        plain.put(URI.class, () -> URI.create("https://example.org/" + random.nextInt(99)));
        plain.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        plain.put(
                OptionalInt.class, () -> random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()));
        plain.put(
                OptionalLong.class,
                () -> random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()));
        plain.put(
                OptionalDouble.class,
                () -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian()));
        plain.put(JsonValue.class, () -> JsonValue.array(JsonValue.of(random.nextInt()), JsonValue.of(text())));
        addTimes();
    }

    private void addTimes() {
        plain.put(Instant.class, this::instant);
        plain.put(LocalDateTime.class, () -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC));
        plain.put(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(40000)));
        plain.put(LocalTime.class, () -> LocalTime.ofSecondOfDay(random.nextInt(86400)));
        plain.put(OffsetDateTime.class, () -> instant().atOffset(offset()));
        plain.put(OffsetTime.class, () -> instant().atOffset(offset()).toOffsetTime());
        plain.put(ZonedDateTime.class, () -> instant().atZone(ZoneId.of("Europe/Berlin")));
        plain.put(Duration.class, () -> Duration.ofMillis(random.nextInt()));
        plain.put(Period.class, () -> Period.of(random.nextInt(9), random.nextInt(9), random.nextInt(9)));
        plain.put(Year.class, () -> Year.of(1000 + random.nextInt(3000)));
        plain.put(YearMonth.class, () -> YearMonth.of(1000 + random.nextInt(3000), 1 + random.nextInt(12)));
        plain.put(MonthDay.class, () -> MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)));
        plain.put(Month.class, () -> Month.of(1 + random.nextInt(12)));
        plain.put(DayOfWeek.class, () -> DayOfWeek.of(1 + random.nextInt(7)));
        plain.put(ZoneId.class, () -> ZoneId.of(random.nextBoolean() ? "Asia/Tokyo" : "UTC"));
        plain.put(ZoneOffset.class, this::offset);
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong() % 4_000_000_000_000L);
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofHours(random.nextInt(24) - 12);
    }

    private String text() {
        String[] texts = {"", "a", "ünï", "\"q\\", "\n\t", "😀", "</x>", "long ".repeat(9), "\u2028"};
        return texts[random.nextInt(texts.length)] + random.nextInt(3);
    }

    /** A value of a type; null only below the top, where nothing forbids it. */
    Object of(Type type) throws ReflectiveOperationException {
        return of(type, Map.of(), 0);
    }

    private Object of(Type type, Map<TypeVariable<?>, Type> bound, int depth) throws ReflectiveOperationException {
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.get(variable), bound, depth);
        } else if (type instanceof GenericArrayType array) {
            throw new IllegalArgumentException(array.toString());
        } else if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bound, depth);
        } else if (type instanceof ParameterizedType generic) {
            return generic(generic, bound, depth);
        }
        Class<?> raw = (Class<?>) type;
        if (plain.containsKey(raw)) {
            return plain.get(raw).get();
        } else if (raw.isArray()) {
            int size = random.nextInt(4);
            Object array = Array.newInstance(raw.getComponentType(), size);
            for (int i = 0; i < size; i++) {
                Array.set(array, i, of(raw.getComponentType(), bound, depth + 1));
            }
            return array;
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        return object(raw, Map.of(), depth);
    }

    private Object generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound, int depth)
            throws ReflectiveOperationException {
        Class<?> raw = (Class<?>) type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return depth > MAX_DEPTH || random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(of(first, bound, depth + 1));
        } else if (Collection.class.isAssignableFrom(raw)) {
            Collection<Object> collection = collection(raw);
            for (int i = depth > MAX_DEPTH ? 0 : random.nextInt(3); i > 0; i--) {
                collection.add(of(first, bound, depth + 1));
            }
            return collection;
        } else if (Map.class.isAssignableFrom(raw)) {
            Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
            for (int i = depth > MAX_DEPTH ? 0 : random.nextInt(3); i > 0; i--) {
                map.put(of(first, bound, depth + 1), of(type.getActualTypeArguments()[1], bound, depth + 1));
            }
            return map;
        }
        Map<TypeVariable<?>, Type> inner = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            Type argument = type.getActualTypeArguments()[i];
            inner.put(raw.getTypeParameters()[i], argument instanceof TypeVariable<?> v ? bound.get(v) : argument);
        }
        return object(raw, inner, depth);
    }

    private static Collection<Object> collection(Class<?> raw) {
        if (raw == SortedSet.class) {
            return new TreeSet<>();
        } else if (raw == Set.class) {
            return new LinkedHashSet<>();
        }
        return raw == Queue.class || raw == Deque.class ? new ArrayDeque<>() : new ArrayList<>();
    }

    private Object object(Class<?> raw, Map<TypeVariable<?>, Type> bound, int depth)
            throws ReflectiveOperationException {
        if (raw.isSealed()) {
            Class<?>[] all = raw.getPermittedSubclasses();
            Class<?> chosen = all[depth > MAX_DEPTH ? 0 : random.nextInt(all.length)];
            Map<TypeVariable<?>, Type> inner = new HashMap<>();
            for (int i = 0; i < chosen.getTypeParameters().length; i++) {
                inner.put(chosen.getTypeParameters()[i], bound.get(raw.getTypeParameters()[i]));
            }
            return object(chosen, inner, depth);
        } else if (raw.isInterface()) {
            Class<?>[] members = {raw.getEnclosingClass().getClasses()[0]};
            for (Class<?> one : raw.getEnclosingClass().getClasses()) {
                if (raw.isAssignableFrom(one)
                        && one != raw
                        && (members[0] == null || !raw.isAssignableFrom(members[0]) || random.nextBoolean())) {
                    members[0] = one;
                }
            }
            return object(members[0], bound, depth);
        }
        return raw.isRecord() ? record(raw, bound, depth) : bean(raw, depth);
    }

    private Object record(Class<?> raw, Map<TypeVariable<?>, Type> bound, int depth)
            throws ReflectiveOperationException {
        RecordComponent[] components = raw.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean nothing = mayBeNull(raw, components[i]) && (depth > MAX_DEPTH || random.nextInt(4) == 0);
            values[i] = nothing ? null : of(components[i].getGenericType(), bound, depth + 1);
        }
        Constructor<?> constructor = raw.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static boolean mayBeNull(Class<?> raw, RecordComponent component) {
        if (isValue(component)) {
            return false;
        }
        boolean optional = component.getType().getName().startsWith("java.util.Optional");
        boolean marked = isMarked(raw);
        boolean nullable = component.getAnnotatedType().getAnnotations().length > 0
                && !(component.getAnnotatedType() instanceof AnnotatedArrayType);
        return !component.getType().isPrimitive() && !optional && (!marked || nullable);
    }

    // A null in the place of such a type is the null of whatever holds it.
    private static boolean isValue(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class);
    }

    private static boolean isMarked(Class<?> type) {
        return type != null
                && (type.isAnnotationPresent(org.jspecify.annotations.NullMarked.class)
                        || isMarked(type.getEnclosingClass()));
    }

    private Object bean(Class<?> raw, int depth) throws ReflectiveOperationException {
        Object bean = create(raw, depth);
        for (Method method : raw.getMethods()) {
            if (method.getName().startsWith("set") && method.getParameterCount() == 1 && !method.isBridge()) {
                Type type = method.getGenericParameterTypes()[0];
                if (type instanceof TypeVariable<?>) {
                    type = ((ParameterizedType) raw.getGenericSuperclass()).getActualTypeArguments()[0];
                }
                method.setAccessible(true);
                method.invoke(bean, of(type, Map.of(), depth + 1));
            }
        }
        for (Field field : raw.getFields()) {
            if (!Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
                field.set(bean, of(field.getGenericType(), Map.of(), depth + 1));
            }
        }
        return bean;
    }

    private Object create(Class<?> raw, int depth) throws ReflectiveOperationException {
        Constructor<?> constructor = raw.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = of(constructor.getGenericParameterTypes()[i], Map.of(), depth + 1);
        }
        return constructor.newInstance(arguments);
    }
}
