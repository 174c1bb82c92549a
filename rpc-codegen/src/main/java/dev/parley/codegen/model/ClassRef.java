package dev.parley.codegen.model;

import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleNames its own name behind those of the classes around it, outermost first
 */
public record ClassRef(String packageName, List<String> simpleNames) implements Comparable<ClassRef> {
    /** Copies the list. */
    public ClassRef {
        simpleNames = List.copyOf(simpleNames);
    }

    /** A class that is in no other. */
    public static ClassRef topLevel(String packageName, String simpleName) {
        return new ClassRef(packageName, List.of(simpleName));
    }

    /** A class that is in no other, by its full name. */
    public static ClassRef topLevel(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return topLevel(qualifiedName.substring(0, Math.max(dot, 0)), qualifiedName.substring(dot + 1));
    }

    /** The class's own name. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The class's name in the source, with its package: {@code java.util.Map.Entry}. */
    public String qualifiedName() {
        String names = String.join(".", simpleNames);
        return packageName.isEmpty() ? names : packageName + "." + names;
    }

    /** One word for the class that is unique in most packages: {@code MapEntry}. */
    public String joinedName() {
        return String.join("", simpleNames);
    }

    /** How it is found at run time, without its package: {@code Map$Entry}. */
    public String binaryName() {
        return String.join("$", simpleNames);
    }

    @Override
    public int compareTo(ClassRef other) {
        return qualifiedName().compareTo(other.qualifiedName());
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
