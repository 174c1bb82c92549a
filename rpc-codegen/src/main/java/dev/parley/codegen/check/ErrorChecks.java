package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Declared exceptions. */
final class ErrorChecks implements Check {
    private static final int RESERVED_FROM = -32768;
    private static final int RESERVED_TO = -32100;

    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                Map<Integer, DeclaredError> known = new HashMap<>();
                for (DeclaredError error : method.errors()) {
                    check(method, error, known, problems);
                }
            }
        }
        return problems;
    }

    private static void check(
            Method method, DeclaredError error, Map<Integer, DeclaredError> known, List<Problem> problems) {
        String name = error.type().simpleName();
        Integer code = error.code();
        if (code == null) {
            problems.add(Problem.warning(
                    "error-without-code",
                    error.place(),
                    method.name() + " declares " + name + ", which has no code: callers get an internal error in its"
                            + " place. Put @RpcError on it, or remove it from the throws clause."));
            return;
        }
        if (!error.accessible()) {
            problems.add(Problem.error(
                    "not-accessible",
                    error.place(),
                    name + " can't be reached by generated code in this package. Make it public."));
        } else if (!error.constructor()) {
            String wanted = error.hasData()
                    ? "(String message, D data), D being what " + error.accessor() + "() gives"
                    : "(String message)";
            problems.add(Problem.error(
                    "error-constructor",
                    error.place(),
                    name + " has no constructor that generated code could call to make it again. Add a public " + name
                            + wanted + "."));
        }
        if (code >= RESERVED_FROM && code <= RESERVED_TO) {
            problems.add(Problem.error(
                    "reserved-code",
                    error.place(),
                    name + " has the code " + code + ", and JSON-RPC keeps " + RESERVED_FROM + " to " + RESERVED_TO
                            + " for itself. Choose another."));
        }
        DeclaredError other = known.putIfAbsent(code, error);
        if (other != null && !other.type().equals(error.type())) {
            problems.add(Problem.error(
                    "duplicate-error-code",
                    error.place(),
                    other.type().simpleName() + " and " + name + " of " + method.name() + " have both the code " + code
                            + ", so that a caller can't tell them apart. Change one."));
        }
    }
}
