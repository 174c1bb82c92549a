package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes of a package: their names, each given once, and what is known of them. */
final class Models {
    /** Classes that generated code names; a class of ours inside another would hide them. */
    private static final Set<String> JAVA = Set.of(
            "object",
            "string",
            "boolean",
            "byte",
            "short",
            "integer",
            "long",
            "float",
            "double",
            "character",
            "void",
            "number",
            "record",
            "enum",
            "override",
            "deprecated",
            "list",
            "map",
            "uri",
            "uuid",
            "nullable",
            "maybe",
            "jsonvalue",
            "biginteger",
            "bigdecimal",
            "nullmarked",
            "rpcservice",
            "rpcmethod",
            "rpcparam");

    /** How many classes may lie inside each other; nobody reads names of more. */
    private static final int DEEP = 5;

    private final String packageName;
    private final Map<ClassRef, ModelType> models = new TreeMap<>();
    /** In lower case: some file systems know no other. */
    private final Set<String> topLevel = new HashSet<>();

    private final Set<String> reserved = new HashSet<>();
    private final Map<ClassRef, Set<String>> inner = new TreeMap<>();

    /** @param reserved names that no class inside another may have */
    Models(String packageName, Set<String> reserved) {
        this.packageName = packageName;
        reserved.forEach(name -> this.reserved.add(lower(name)));
    }

    /** A new class. */
    ClassRef name(Where where) {
        ClassRef outer = place(where);
        if (outer == null) {
            return ClassRef.topLevel(packageName, free(where, topLevel, JAVA));
        }
        Set<String> hidden = new HashSet<>(JAVA);
        hidden.addAll(reserved);
        outer.simpleNames().forEach(name -> hidden.add(lower(name)));
        String name = free(where, inner.computeIfAbsent(outer, any -> new HashSet<>()), hidden);
        List<String> names = new ArrayList<>(outer.simpleNames());
        names.add(name);
        return new ClassRef(packageName, names);
    }

    /** The class that a new one lies in. Those that lie deep are moved into the outermost one. */
    private static @Nullable ClassRef place(Where where) {
        ClassRef outer = where.outer();
        if (outer == null) {
            return null;
        }
        List<String> names = outer.simpleNames();
        boolean deep = names.size() >= DEEP || !Lengths.fitsInside(names, where.name() + where.spare());
        return deep ? ClassRef.topLevel(outer.packageName(), names.get(0)) : outer;
    }

    /** A new exception type; a number that its name needs comes before the last word. */
    ClassRef exception(String wanted) {
        String base = Lengths.shortened(wanted);
        String name = base + "Exception";
        for (int number = 2; !topLevel.add(lower(name)); number++) {
            name = base + number + "Exception";
        }
        return ClassRef.topLevel(packageName, name);
    }

    private static String free(Where where, Set<String> used, Set<String> hidden) {
        boolean taken = hidden.contains(lower(where.name())) || used.contains(lower(where.name()));
        boolean titled = taken && !where.title().isEmpty() && !hidden.contains(lower(where.title()));
        String wanted = Lengths.shortened(titled ? where.title() : where.name());
        String base = hidden.contains(lower(wanted)) ? wanted + where.spare() : wanted;
        String name = base;
        for (int number = 2; hidden.contains(lower(name)) || !used.add(lower(name)); number++) {
            name = base + number;
        }
        return name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void add(ModelType model) {
        models.put(model.name(), model);
    }

    /** Forgets the classes inside one that there will not be. */
    void removeInside(ClassRef outer) {
        models.keySet()
                .removeIf(
                        name -> name.simpleNames().size() > outer.simpleNames().size()
                                && name.simpleNames()
                                        .subList(0, outer.simpleNames().size())
                                        .equals(outer.simpleNames()));
    }

    Map<ClassRef, ModelType> all() {
        return models;
    }

    static ModelType.Header header(ClassRef name, Docs docs, Place place) {
        return new ModelType.Header(name, List.of(), false, true, docs, place);
    }
}
