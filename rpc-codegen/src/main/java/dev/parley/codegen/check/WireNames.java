package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names on the wire. */
final class WireNames implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            Map<String, Method> known = new HashMap<>();
            for (Method method : service.methods()) {
                Method other = known.putIfAbsent(method.wireName(), method);
                if (other != null) {
                    problems.add(duplicate(other, method));
                }
                if (method.wireName().startsWith("rpc.")) {
                    problems.add(Problem.error(
                            "reserved-name",
                            method.place(),
                            method.signature() + " is \"" + method.wireName()
                                    + "\" on the wire, and JSON-RPC keeps names"
                                    + " that start with \"rpc.\" for itself. Choose another with @RpcMethod, or another"
                                    + " prefix."));
                }
            }
        }
        return problems;
    }

    private static Problem duplicate(Method first, Method second) {
        return Problem.error(
                "duplicate-wire-name",
                second.place(),
                first.signature() + " and " + second.signature() + " are both \"" + second.wireName()
                        + "\" on the wire. Rename one with @RpcMethod.");
    }
}
