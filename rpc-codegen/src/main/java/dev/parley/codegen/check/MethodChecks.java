package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.List;

/** What can be a method of a service. */
final class MethodChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            service.methods().forEach(method -> check(method, problems));
        }
        return problems;
    }

    private static void check(Method method, List<Problem> problems) {
        if (method.is(Trait.GENERIC)) {
            problems.add(Problem.error(
                    "generic-method",
                    method.place(),
                    method.name() + " has type parameters, and a peer can't know what they stand for. Name the types,"
                            + " or use JsonValue for anything."));
        }
        if (!method.is(Trait.NOTIFICATION)) {
            return;
        }
        if (!method.isVoid() || method.returns() != Method.Returns.VALUE) {
            problems.add(Problem.error(
                    "notification-result",
                    method.place(),
                    method.signature() + " is a notification, which nobody answers, but has a result. Make it void, or"
                            + " remove @RpcNotification."));
        }
        if (!method.errors().isEmpty()) {
            problems.add(Problem.error(
                    "notification-errors",
                    method.place(),
                    method.signature() + " is a notification, whose caller never learns of an error, but declares "
                            + method.errors().get(0).type().simpleName()
                            + ". Remove the throws clause, or @RpcNotification."));
        }
    }
}
