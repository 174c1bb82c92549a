package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types that can't travel, each with the reason and the way out. */
final class Unsupported {
    private static final String KEY = "unserializable-type";
    private static final String UNRESOLVED = "unresolved-type";
    private static final String USE_A_TYPE =
            "Use a record of what it holds, or name a codec with @RpcService(codecs = …).";

    private static final Set<String> STREAMS = Set.of(
            "java.util.stream.Stream",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream",
            "java.util.concurrent.Flow.Publisher",
            "java.util.Iterator",
            "java.lang.Iterable");

    private static final Set<String> FUTURES =
            Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

    /** Types of Java's with a sibling that every reader of an API understands. */
    private static final Map<String, String> BETTER = Map.ofEntries(
            Map.entry("java.util.ArrayList", "List"),
            Map.entry("java.util.LinkedList", "List"),
            Map.entry("java.util.HashSet", "Set"),
            Map.entry("java.util.LinkedHashSet", "Set"),
            Map.entry("java.util.TreeSet", "SortedSet"),
            Map.entry("java.util.NavigableSet", "SortedSet"),
            Map.entry("java.util.ArrayDeque", "Deque"),
            Map.entry("java.util.PriorityQueue", "Queue"),
            Map.entry("java.util.HashMap", "Map"),
            Map.entry("java.util.LinkedHashMap", "Map"),
            Map.entry("java.util.TreeMap", "SortedMap"),
            Map.entry("java.util.NavigableMap", "SortedMap"),
            Map.entry("java.util.EnumMap", "Map"),
            Map.entry("java.util.EnumSet", "Set"),
            Map.entry("java.lang.CharSequence", "String"),
            Map.entry("java.lang.StringBuilder", "String"),
            Map.entry("java.lang.Number", "BigDecimal"));

    /** Types of Java's that databind knows. */
    private static final Set<String> LEFT_TO_DATABIND = Set.of(
            "java.util.Date",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.util.Locale",
            "java.util.Currency",
            "java.util.TimeZone",
            "java.util.BitSet",
            "java.util.regex.Pattern",
            "java.net.URL",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.io.File",
            "java.nio.file.Path",
            "java.nio.charset.Charset",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean");

    private Unsupported() {}

    static Type unresolved(TypeMirror type) {
        String text = type.toString();
        return new Type.Unsupported(
                text,
                UNRESOLVED,
                (text.startsWith("<") ? "A type here" : text)
                        + " can't be found. Import it, or add the module that holds it to the dependencies.");
    }

    /** Whether a type is one that can't be found. */
    static boolean isUnresolved(Type type) {
        return type instanceof Type.Unsupported unsupported && unsupported.key().equals(UNRESOLVED);
    }

    static Type unknown(String text) {
        return new Type.Unsupported(text, KEY, text + " can't travel. " + USE_A_TYPE);
    }

    static Type genericArray(Type.ArrayOf type) {
        String text = TypeText.of(type);
        return new Type.Unsupported(
                text,
                KEY,
                text + " can't travel, as Java can't make arrays of generic types. Use List<"
                        + TypeText.of(type.element()) + ">.");
    }

    static Type unboundWildcard() {
        return new Type.Unsupported(
                "?", KEY, "? can't travel: it does not say what is read. Name a type, or use JsonValue for anything.");
    }

    static Type boxedVoid() {
        return new Type.Unsupported("Void", KEY, "Void can't travel, as it has no value. Use void.");
    }

    static Type nestedWildcard(Type type) {
        String text = TypeText.of(type);
        return new Type.Unsupported(
                text, KEY, text + " can't travel: a wildcard is too deep inside it. Name the type in its place.");
    }

    static Type raw(TypeElement element) {
        String name = element.getSimpleName().toString();
        return new Type.Unsupported(
                name,
                KEY,
                name + " can't travel without its type arguments. Write them, such as " + name + "<String>.");
    }

    static Type mapKey(Type.MapOf map) {
        String key = TypeText.of(map.key());
        return new Type.Unsupported(
                TypeText.of(map),
                KEY,
                key
                        + " can't be the key of a map, as it is not one text. Use String, an enum, a number, UUID or a date,"
                        + " or a List of records.");
    }

    /** Why a class can't travel; nothing when a codec can be tried. */
    static Optional<Type> reasonFor(TypeElement element, String name) {
        String text = String.join(".", Session.ref(element).simpleNames());
        if (STREAMS.contains(name)) {
            return of(text, "stream-type", text + " is not supported yet. Use List, or several calls.");
        } else if (name.equals("java.util.concurrent.Future")) {
            return of(
                    text,
                    KEY,
                    "Future can't travel, as a thread has to wait for it. Use CompletableFuture or CompletionStage as the"
                            + " return type, or what it completes with.");
        } else if (FUTURES.contains(name)) {
            return of(
                    text,
                    KEY,
                    text + " can't travel inside another type or as a parameter. Use it as the return type, or use"
                            + " what it completes with.");
        } else if (BETTER.containsKey(name)) {
            return of(text, KEY, text + " can't travel. Use " + BETTER.get(name) + ".");
        } else if (name.equals("java.lang.Object")) {
            return of(text, KEY, "Object can't travel: it does not say what is read. Use JsonValue for anything.");
        } else if (isJavas(name) && element.getKind() == ElementKind.ENUM) {
            return Optional.empty();
        } else if (name.startsWith("dev.parley.") && element.getKind() != ElementKind.ENUM && isRuntimes(element)) {
            return of(
                    text,
                    KEY,
                    text
                            + " can't travel: it belongs to the runtime of one side, and is not a value. Remove it from the"
                            + " contract.");
        } else if (isJavas(name) && !isLeftToDatabind(name)) {
            return of(text, KEY, text + " can't travel. " + USE_A_TYPE);
        }
        return isJavas(name) ? Optional.empty() : reasonForOwn(element, text);
    }

    private static final Set<String> RUNTIME = Set.of(
            "annotation",
            "call",
            "client",
            "codec",
            "contract",
            "description",
            "dispatch",
            "frame",
            "framing",
            "link",
            "message",
            "object",
            "observe",
            "peer",
            "proxy",
            "security",
            "serializer",
            "servlet",
            "stream",
            "transport");

    private static boolean isRuntimes(TypeElement element) {
        String[] names = Session.packageOf(element).split("\\.");
        return names.length > 2 && RUNTIME.contains(names[2]);
    }

    static boolean isLeftToDatabind(String name) {
        return LEFT_TO_DATABIND.contains(name);
    }

    private static boolean isJavas(String name) {
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
    }

    private static Optional<Type> reasonForOwn(TypeElement element, String text) {
        if (element.getKind() == ElementKind.ANNOTATION_TYPE || isThrowable(element)) {
            return of(text, KEY, text + " can't travel. " + USE_A_TYPE);
        }
        boolean open = element.getModifiers().contains(Modifier.ABSTRACT)
                && element.getKind() != ElementKind.ENUM
                && !element.getModifiers().contains(Modifier.SEALED);
        if (open && !isDescribedToJackson(element)) {
            return of(
                    text,
                    KEY,
                    text + " can't travel: which classes implement it is not known. Make it sealed, add @JsonTypeInfo"
                            + " with @JsonSubTypes, or name a codec with @RpcCodec.");
        }
        return Optional.empty();
    }

    private static boolean isDescribedToJackson(TypeElement element) {
        return Annotations.names(element)
                .anyMatch(name -> name.startsWith("com.fasterxml.jackson.") || name.startsWith("tools.jackson."));
    }

    private static boolean isThrowable(TypeElement element) {
        TypeMirror at = element.getSuperclass();
        while (at instanceof DeclaredType declared) {
            TypeElement superclass = (TypeElement) declared.asElement();
            if (superclass.getQualifiedName().contentEquals("java.lang.Throwable")) {
                return true;
            }
            at = superclass.getSuperclass();
        }
        return false;
    }

    private static Optional<Type> of(String text, String key, String reason) {
        return Optional.of(new Type.Unsupported(text, key, reason));
    }
}
