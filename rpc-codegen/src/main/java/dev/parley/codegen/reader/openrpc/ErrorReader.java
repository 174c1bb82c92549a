package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Documents;
import dev.parley.codegen.schema.Keywords;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes exception types of the errors that methods declare: one for each code, message and data. */
final class ErrorReader {
    private static final int RESERVED_FROM = -32768;
    private static final int RESERVED_TO = -32100;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int WORDS = 6;
    /** What a name has enough of once it has come so far. */
    private static final Pattern CLAUSE = Pattern.compile("\\s+/\\s+|[.,:;(]\\s|\\.$");

    private final Documents documents;
    private final TypeReader types;
    private final Models models;
    private final Report report;
    private final Map<String, DeclaredError> known = new HashMap<>();

    ErrorReader(Documents documents, TypeReader types, Models models, Report report) {
        this.documents = documents;
        this.types = types;
        this.models = models;
        this.report = report;
    }

    List<DeclaredError> read(Located method) {
        List<DeclaredError> errors = new ArrayList<>();
        Map<Integer, Located> codes = new HashMap<>();
        for (Located each : method.child("errors").elements()) {
            Located at = documents.follow(each);
            Integer code = code(at);
            if (code == null || isReserved(code, at)) {
                continue;
            }
            Located other = codes.putIfAbsent(code, at);
            if (other == null) {
                errors.add(error(at, code));
            } else if (!other.key().equals(at.key())) {
                report.untyped(
                        "repeated-code",
                        each,
                        "has the code " + code + ", as " + other.pointer()
                                + " has: no exception is generated, and the first one is used for both.");
            }
        }
        return errors;
    }

    private @Nullable Integer code(Located at) {
        JsonNode code = at.node().get("code");
        if (code == null || at.text("message").isEmpty()) {
            if (at.node().isObject()) {
                report.mistake(
                        "missing-member",
                        at,
                        "lacks "
                                + (code == null
                                        ? "a code. Add the member \"code\"."
                                        : "a message. Add the member \"message\"."));
            }
            return null;
        } else if (!isInt(code)) {
            report.mistake("wrong-type", at.child("code"), "is " + code + ". Write a whole number of 32 bits.");
            return null;
        }
        return code.decimalValue().intValueExact();
    }

    private static boolean isInt(JsonNode code) {
        return code.isNumber()
                && code.decimalValue().stripTrailingZeros().scale() <= 0
                && code.decimalValue().compareTo(LEAST) >= 0
                && code.decimalValue().compareTo(MOST) <= 0;
    }

    // The runtime answers with these codes itself; clients get them as they get any error that is not declared.
    private boolean isReserved(int code, Located at) {
        boolean reserved = code >= RESERVED_FROM && code <= RESERVED_TO;
        if (reserved) {
            report.untyped(
                    "reserved-code-error",
                    at,
                    "has the code " + code + ", which JSON-RPC keeps for itself: it arrives as RpcErrorException.");
        }
        return reserved;
    }

    private DeclaredError error(Located at, int code) {
        Located data = at.child("data");
        boolean described = data.exists() && isSchema(data);
        String key = code + " " + at.text("message") + " "
                + (described ? documents.follow(data).node() : "");
        DeclaredError before = known.get(key);
        if (before != null) {
            return before;
        }
        ClassRef name = models.exception(name(at));
        Type type = described
                ? types.read(data, Where.topLevel(name.simpleName().replaceFirst("Exception$", "") + "Data"))
                : Type.VOID;
        boolean empty = type.nonNull().equals(Type.VOID);
        DeclaredError error = new DeclaredError(
                name,
                code,
                empty ? Type.VOID : type,
                empty ? "" : "data",
                true,
                true,
                1,
                "",
                at.text("message"),
                at.place());
        known.put(key, error);
        return error;
    }

    // Some documents write the name of a type where a schema belongs, or an example: there is nothing to check then.
    private boolean isSchema(Located data) {
        boolean schema = data.node().isBoolean() || data.node().isObject() && Keywords.isShaping(data.node());
        if (!schema) {
            report.untyped("error-data", data, "is not a schema of the data: the exception carries none.");
        }
        return schema;
    }

    private static String name(Located at) {
        String[] steps = at.pointer().split("/");
        boolean component = steps.length == 4 && steps[1].equals("components");
        if (component) {
            return JavaNames.type(steps[3]).replaceFirst("(Error|Exception)$", "");
        }
        String clause = CLAUSE.split(at.text("message"), 2)[0];
        List<String> words = Arrays.stream(clause.replaceAll("['\u2019]", "").split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toList();
        String text = words.isEmpty() ? at.text("message") : String.join(" ", words);
        return JavaNames.type(text).replaceFirst("(?<=.)(Error|Exception)$", "");
    }
}
