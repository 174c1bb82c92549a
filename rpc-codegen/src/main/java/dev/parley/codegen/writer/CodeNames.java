package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of classes and packages that generated code says in expressions, where a variable of the same name would hide them
 * (JLS 6.4.2).
 */
final class CodeNames {
    private static final List<ClassName> OURS = List.of(
            Runtime.CODECS,
            Runtime.KEY_CODECS,
            Runtime.VALUE_READER,
            Runtime.MAYBE,
            Runtime.DATABIND_CODEC,
            Runtime.MEMBERS,
            Runtime.UNION_CODEC,
            Runtime.CHOICE_CODEC);

    private static final Set<String> JAVAS = Set.of(
            "Optional",
            "OptionalInt",
            "OptionalLong",
            "OptionalDouble",
            "Map",
            "List",
            "Set",
            "java",
            "dev",
            "org",
            "tools");

    private CodeNames() {}

    /** Those of the codecs of a package. */
    static Set<String> of(Api api, GeneratedNames names) {
        Set<String> all = new HashSet<>(JAVAS);
        OURS.forEach(name -> all.add(name.simpleName()));
        all.add(firstOf(api.packageName()));
        for (ClassRef model : api.models().keySet()) {
            all.addAll(model.simpleNames());
            all.add(firstOf(model.packageName()));
            all.add(names.codec(model).simpleName());
        }
        all.remove("");
        return all;
    }

    /** A parameter's name where the class of a service's descriptors is mentioned. */
    static String beside(ClassName descriptors, String parameter) {
        boolean hides =
                parameter.equals(descriptors.simpleName()) || parameter.equals(firstOf(descriptors.packageName()));
        return hides ? parameter + "_" : parameter;
    }

    private static String firstOf(String packageName) {
        return packageName.split("\\.", 2)[0];
    }
}
