package dev.parley.codegen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Source of a random service with its models, right by the rules of Java and of the generator: records, beans, enums,
 * sealed families, generics, collections, optionals, arrays, and names that are ours or Java's wherever a user may choose
 * them. The seed is the only source of chance.
 */
final class RandomService {
    private static final String NULLABLE = "@org.jspecify.annotations.Nullable ";
    private static final String JACKSON = "@com.fasterxml.jackson.annotation.";
    private static final String OURS = "@dev.parley.annotation.";

    private static final List<String> PLAIN = List.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Short",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.Duration",
            "java.time.YearMonth",
            "java.util.UUID",
            "java.net.URI",
            "dev.parley.codec.JsonValue");
    private static final List<String> PRIMITIVES =
            List.of("int", "long", "short", "byte", "float", "double", "boolean", "char");
    private static final List<String> KEYS = List.of(
            "java.lang.String", "java.lang.Integer", "java.util.UUID", "java.lang.Boolean", "java.time.LocalDate");
    private static final List<String> OPTIONALS =
            List.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");
    private static final List<String> TYPE_NAMES = List.of(
            "List",
            "String",
            "Object",
            "Codec",
            "Codecs",
            "Async",
            "Batch",
            "Notifying",
            "Map",
            "Optional",
            "Members",
            "Override",
            "Void",
            "Integer",
            "ApiMethods",
            "ApiClient",
            "ApiSkeleton",
            "Caller",
            "ValueReader",
            "Maybe",
            "Arguments",
            "Größe",
            "A",
            "B",
            "Service",
            "Deprecated",
            "UnionCodec",
            "Nullable",
            "JsonValue",
            "PCodec",
            "P",
            "MethodDescriptor",
            "Parameter",
            "ServiceDescriptor",
            "Throwable",
            "Set",
            "CompletableFuture",
            "Api2");
    private static final List<String> NAMES = List.of(
            "in",
            "out",
            "value",
            "member",
            "name",
            "other",
            "MEMBERS",
            "INSTANCE",
            "yield",
            "record",
            "caller",
            "batch",
            "codecOfT",
            "hasA",
            "a",
            "A",
            "$",
            "a$b",
            "größe",
            "arguments",
            "service",
            "method",
            "params",
            "var",
            "sealed",
            "type",
            "aCodec",
            "CONTENT",
            "content",
            "union",
            "CHOICE",
            "Codecs",
            "index",
            "length",
            "constant",
            "_a",
            "aB",
            "permits",
            "when",
            "with",
            "module",
            "x1");
    private static final List<String> METHODS = List.of(
            "call",
            "async",
            "notifying",
            "batch",
            "send",
            "yield",
            "service",
            "descriptor",
            "SERVICE",
            "record",
            "find",
            "getURL",
            "list",
            "caller",
            "clear",
            "of",
            "var",
            "arguments",
            "größe",
            "descriptor0",
            "run",
            "$",
            "get_1");
    private static final List<String> TEXTS = List.of(
            "plain",
            "with space",
            "größe",
            "\\u2028",
            "\\\"q\\\"",
            "\\\\",
            "a.b",
            "a/b~c",
            "$S",
            ". @Nullable X",
            "\\ud83d\\ude00",
            "\\n",
            "*/");

    private record Model(String name, int parameters, boolean isEnum, boolean top) {}

    private final Random random;
    private final List<Model> models = new ArrayList<>();
    private final StringBuilder nested = new StringBuilder();
    private final Project project;
    private final Set<String> used = new LinkedHashSet<>(Set.of("Api"));

    RandomService(long seed, Project project) {
        this.random = new Random(seed);
        this.project = project;
    }

    /** Adds the sources to the project. */
    Project write() {
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            model();
        }
        StringBuilder methods = new StringBuilder();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            String name = pick(METHODS);
            if (names.add(name)) {
                methods.append("    ").append(method(name)).append('\n');
            }
        }
        String marked = random.nextBoolean() ? "@org.jspecify.annotations.NullMarked " : "";
        return project.add(
                "f/Api.java",
                "package f;\n" + marked + OURS + "RpcService public interface Api {\n" + methods + nested + "}\n");
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    // ---- models

    private void model() {
        String name = pick(TYPE_NAMES);
        if (!used.add(name)) {
            return;
        }
        boolean top = chance(50);
        switch (random.nextInt(8)) {
            case 0 -> enumeration(name, top);
            case 1 -> bean(name, top);
            case 2 -> family(name, top);
            case 3 -> value(name, top);
            case 4 -> record(name, top, 1 + random.nextInt(2));
            default -> record(name, top, 0);
        }
    }

    private void add(String name, boolean top, int parameters, boolean isEnum, String declaration) {
        models.add(new Model(top ? "f." + name : "f.Api." + name, parameters, isEnum, top));
        if (top) {
            String marked = chance(50) ? "@org.jspecify.annotations.NullMarked " : "";
            project.add("f/" + name + ".java", "package f;\n" + marked + "public " + declaration + "\n");
        } else {
            nested.append("    ").append(declaration).append('\n');
        }
    }

    private void enumeration(String name, boolean top) {
        Set<String> constants = distinct(1 + random.nextInt(5), () -> pick(NAMES));
        List<String> code = new ArrayList<>();
        int i = 0;
        for (String constant : constants) {
            code.add((chance(30) ? JACKSON + "JsonProperty(\"" + pick(TEXTS) + i + "\") " : "") + constant);
            i++;
        }
        add(name, top, 0, true, "enum " + name + " { " + String.join(", ", code) + " }");
    }

    private void record(String name, boolean top, int parameters) {
        List<String> variables = List.of("T", "Codec", "U").subList(0, parameters);
        add(
                name,
                top,
                parameters,
                false,
                "record " + name + variables(variables) + "(" + components(variables) + ") { }");
    }

    private static String variables(List<String> variables) {
        return variables.isEmpty() ? "" : "<" + String.join(", ", variables) + ">";
    }

    private String components(List<String> variables) {
        List<String> code = new ArrayList<>();
        int i = 0;
        for (String name : distinct(random.nextInt(6), () -> pick(NAMES))) {
            if (name.equals("type")) {
                // The member that tells the types of a family apart.
                continue;
            }
            String type = !variables.isEmpty() && chance(60) ? variable(pick(variables)) : memberType();
            String renamed = chance(20) ? JACKSON + "JsonProperty(\"" + pick(TEXTS) + i + "\") " : "";
            String left = chance(10)
                    ? JACKSON + "JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include."
                            + pick(List.of("NON_NULL", "NON_ABSENT", "NON_EMPTY", "ALWAYS")) + ") "
                    : "";
            code.add(renamed + left + type + " " + name);
            i++;
        }
        return String.join(", ", code);
    }

    private String variable(String name) {
        return switch (random.nextInt(5)) {
            case 0 -> "java.util.List<" + name + ">";
            case 1 -> "java.util.Optional<" + name + ">";
            case 2 -> "java.util.Map<java.lang.String, " + name + ">";
            default -> name;
        };
    }

    private void value(String name, boolean top) {
        String type = pick(List.of(
                "java.lang.String",
                "int",
                "java.math.BigDecimal",
                "java.util.UUID",
                "java.util.List<java.lang.String>"));
        add(name, top, 0, false, "record " + name + "(" + JACKSON + "JsonValue " + type + " " + pick(NAMES) + ") { }");
    }

    private void bean(String name, boolean top) {
        StringBuilder code = new StringBuilder("class " + name + " { public " + name + "() { }");
        Set<String> members = distinct(
                random.nextInt(5),
                () -> pick(List.of("aCount", "url", "x", "first", "in", "value", "größe", "yield", "item")));
        for (String member : members) {
            String type = memberType();
            String upper = Character.toUpperCase(member.charAt(0)) + member.substring(1);
            if (chance(25)) {
                code.append(" public ").append(type).append(' ').append(member).append(';');
                continue;
            }
            code.append(" private ")
                    .append(type)
                    .append(' ')
                    .append(member)
                    .append(';')
                    .append(" public ")
                    .append(type)
                    .append(" get")
                    .append(upper)
                    .append("() { return ")
                    .append(member)
                    .append("; }")
                    .append(" public void set")
                    .append(upper)
                    .append('(')
                    .append(type)
                    .append(" v) { this.")
                    .append(member)
                    .append(" = v; }");
        }
        add(name, top, 0, false, code + " }");
    }

    private void family(String name, boolean top) {
        boolean generic = chance(30);
        List<String> variables = generic ? List.of("T") : List.of();
        StringBuilder cases = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String one = "Case" + i;
            names.add(one);
            cases.append(" record ")
                    .append(one)
                    .append(variables(variables))
                    .append('(')
                    .append(components(variables))
                    .append(") implements ")
                    .append(name)
                    .append(variables(variables))
                    .append(" { }");
        }
        String info = chance(30)
                ? JACKSON + "JsonTypeInfo(use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id."
                        + pick(List.of("NAME", "SIMPLE_NAME")) + ", property = \"kind of\") "
                : "";
        // An annotation before `public` or nested alike.
        String declaration = "sealed interface " + name + variables(variables) + " {" + cases + " }";
        models.add(new Model(top ? "f." + name : "f.Api." + name, variables.size(), false, top));
        if (top) {
            project.add("f/" + name + ".java", "package f;\n" + info + "public " + declaration + "\n");
        } else {
            nested.append("    ").append(info).append(declaration).append('\n');
        }
    }

    private Set<String> distinct(int count, Supplier<String> names) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> folded = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            String name = names.get();
            if (folded.add(name.toLowerCase(java.util.Locale.ROOT))) {
                found.add(name);
            }
        }
        return found;
    }

    // ---- types

    private String memberType() {
        if (chance(20)) {
            return pick(PRIMITIVES);
        } else if (chance(8)) {
            return pick(OPTIONALS);
        } else if (chance(10)) {
            return array();
        }
        String type = type(0);
        return chance(25) && !type.startsWith("java.util.Optional") && !type.endsWith("JsonValue")
                ? nullable(type)
                : type;
    }

    private String array() {
        return pick(List.of(
                "byte[]", "int[]", "long[]", "char[]", "boolean[]", "java.lang.String[]", "int[][]", "double[]"));
    }

    /** A type that is no primitive. */
    private String type(int depth) {
        int kind = random.nextInt(depth > 2 ? 4 : 12);
        return switch (kind) {
            case 0, 1, 2 -> pick(PLAIN);
            case 3, 4, 5 -> reference(depth);
            case 6 -> "java.util.List<" + type(depth + 1) + ">";
            case 7 -> "java.util.Optional<" + argument(depth + 1) + ">";
            case 8 -> "java.util.Map<" + key() + ", " + type(depth + 1) + ">";
            case 9 -> "java.util.Set<" + pick(KEYS) + ">";
            case 10 -> "java.util.SortedMap<java.lang.String, " + type(depth + 1) + ">";
            default -> "java.util." + pick(List.of("Collection", "Deque", "Queue")) + "<" + pick(KEYS) + ">";
        };
    }

    private String key() {
        List<Model> enums = models.stream().filter(Model::isEnum).toList();
        return !enums.isEmpty() && chance(40) ? pick(enums).name() : pick(KEYS);
    }

    private String reference(int depth) {
        if (models.isEmpty()) {
            return pick(PLAIN);
        }
        Model model = pick(models);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < model.parameters(); i++) {
            arguments.add(argument(depth + 1));
        }
        return model.name() + variables(arguments);
    }

    // An empty Optional inside another is null, and so an empty one, on the wire.
    private String argument(int depth) {
        String type = type(depth);
        return type.startsWith("java.util.Optional") ? pick(PLAIN.subList(0, PLAIN.size() - 1)) : type;
    }

    private static String nullable(String type) {
        int end = type.indexOf('<') < 0 ? type.length() : type.indexOf('<');
        int dot = type.lastIndexOf('.', end);
        return type.substring(0, dot + 1) + NULLABLE + type.substring(dot + 1);
    }

    // ---- methods

    private String method(String name) {
        String annotations = chance(20) ? OURS + "RpcMethod(\"" + pick(TEXTS) + name + "\") " : "";
        boolean byName = annotations.isEmpty() && chance(20);
        annotations += byName ? OURS + "RpcMethod(params = dev.parley.annotation.ParamStructure.BY_NAME) " : "";
        annotations += chance(10) ? OURS + "RpcIdempotent " : "";
        return annotations + result() + " " + name + "(" + parameters() + ");";
    }

    private String result() {
        return switch (random.nextInt(6)) {
            case 0 -> "void";
            case 1 -> pick(PRIMITIVES);
            case 2 -> "java.util.concurrent.CompletableFuture<" + type(0) + ">";
            case 3 -> array();
            default -> type(0);
        };
    }

    private String parameters() {
        List<String> code = new ArrayList<>();
        Set<String> names = distinct(random.nextInt(5), () -> pick(NAMES));
        int i = 0;
        for (String name : names) {
            String renamed = chance(20) ? OURS + "RpcParam(\"" + pick(TEXTS) + i + "\") " : "";
            boolean last = ++i == names.size();
            if (last && chance(15)) {
                code.add(renamed + pick(List.of("int", "java.lang.String", "double")) + "... " + name);
            } else if (chance(10)) {
                code.add(renamed + OURS + "RpcDefault(\"" + pick(TEXTS) + "\") java.lang.String " + name);
            } else {
                code.add(renamed + parameterType() + " " + name);
            }
        }
        return String.join(", ", code);
    }

    private String parameterType() {
        if (chance(15)) {
            return "java.util.List<? extends " + type(1) + ">";
        }
        return memberType();
    }
}
