package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.List;

/** What can be a service. */
final class ServiceChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            String name = service.name().simpleName();
            if (service.declaration() == Service.Declaration.SEALED_INTERFACE) {
                problems.add(
                        Problem.error(
                                "sealed-service",
                                service.place(),
                                name
                                        + " is a service, but sealed, so that no generated client could implement it. Remove sealed."));
                continue;
            } else if (service.declaration() != Service.Declaration.INTERFACE) {
                problems.add(
                        Problem.error(
                                "not-an-interface",
                                service.place(),
                                name
                                        + " is a service, but no interface. Declare its methods in an interface and implement that."));
                continue;
            }
            if (!service.visible()) {
                problems.add(Problem.error(
                        "not-public",
                        service.place(),
                        name + " is a service, but not public, so that nobody could call it. Make it public, and the"
                                + " types around it."));
            }
            if (service.typeParameters() > 0) {
                problems.add(
                        Problem.error(
                                "generic-service",
                                service.place(),
                                name
                                        + " is a service with type parameters, and a peer can't know what they stand for. Let"
                                        + " another interface extend it with types in their place, and put @RpcService there."));
            }
            if (service.methods().isEmpty()) {
                problems.add(Problem.warning(
                        "empty-service",
                        service.place(),
                        name + " has no method that a peer could call. Add one; default methods need @RpcMethod."));
            }
        }
        return problems;
    }
}
