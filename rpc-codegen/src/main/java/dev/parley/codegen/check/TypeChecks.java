package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Types whose values can't travel. */
final class TypeChecks implements Check {
    @Override
    public List<Finding> check(Api api) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                add("The result of " + method.name(), method.result(), method.place(), api, findings);
                for (Parameter parameter : method.parameters()) {
                    add("The parameter " + parameter.name(), parameter.type(), parameter.place(), api, findings);
                }
                for (DeclaredError error : method.errors()) {
                    add("The data of " + error.type().simpleName(), error.data(), error.place(), api, findings);
                }
            }
        }
        for (ModelType model : api.models().values()) {
            if (model instanceof ModelType.ObjectType object) {
                for (ModelType.Member member : object.members()) {
                    String what = "The member " + member.name() + " of "
                            + model.name().simpleName();
                    add(what, member.type(), member.place(), api, findings);
                }
            } else if (model instanceof ModelType.ValueType value) {
                add(
                        "The value of " + model.name().simpleName(),
                        value.value(),
                        value.header().place(),
                        api,
                        findings);
            }
        }
        return findings;
    }

    private static void add(String what, Type type, Place place, Api api, List<Finding> findings) {
        if (type instanceof Type.Unsupported unsupported) {
            findings.add(Finding.error(
                    unsupported.key(), place, what + " is of a type that can't be used. " + unsupported.reason()));
        }
        if (type instanceof Type.Model model
                && !model.arguments().isEmpty()
                && api.model(model.name()) instanceof ModelType.OpaqueType opaque) {
            findings.add(Finding.error(
                    "unserializable-type",
                    place,
                    what + " is of a generic type that can't be treated, because " + opaque.reason()
                            + ". Name a codec with @RpcCodec."));
        }
        if (type instanceof Type.MapOf map
                && map.key().nonNull() instanceof Type.Model key
                && api.model(key.name()) instanceof ModelType.OpaqueType opaque) {
            findings.add(Finding.error(
                    "unserializable-type",
                    place,
                    what + " has keys that can't be treated, because " + opaque.reason()
                            + ". Use another type for them."));
        }
        type.parts().forEach(part -> add(what, part, place, api, findings));
    }
}
