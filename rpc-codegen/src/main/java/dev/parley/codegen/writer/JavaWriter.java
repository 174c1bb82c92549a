package dev.parley.codegen.writer;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Service;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prints all Java files of a package. */
public final class JavaWriter {
    /** Names of {@code java.lang} that generated code uses. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Object",
            "String",
            "Override",
            "Deprecated",
            "SuppressWarnings",
            "IllegalArgumentException",
            "Throwable",
            "Void",
            "Boolean",
            "Byte",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double",
            "Character");

    private final Api api;
    private final GeneratedNames names;
    private final CodecExpressions codecs;
    private final Suppressions suppressions;

    /** A writer for a package that passed all checks. */
    public JavaWriter(Api api) {
        this.api = api;
        this.names = new GeneratedNames(api);
        this.codecs = new CodecExpressions(api, names, new Cycles(api));
        this.suppressions = new Suppressions(api);
    }

    /**
     * Prints the files.
     *
     * @param client whether to write clients
     * @param server whether to write skeletons
     * @return the text of each file by the full name of its class
     */
    public SortedMap<String, String> write(boolean client, boolean server) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Service service : api.services()) {
            add(files, new MethodsWriter(names, codecs, suppressions, new Defaults(api)).write(service), service);
            if (client) {
                add(files, new ClientWriter(names, suppressions).write(service), service);
            }
            if (server) {
                add(files, new SkeletonWriter(names, suppressions).write(service), service);
            }
        }
        for (ModelType model : api.models().values()) {
            model.accept(new CodecWriter(names, codecs)).ifPresent(codec -> {
                suppressions.add(codec, model);
                print(files, codec, model.name().simpleName(), Set.of());
            });
        }
        return files;
    }

    private void add(SortedMap<String, String> files, TypeSpec type, Service service) {
        print(files, type.toBuilder(), service.name().simpleName(), service.memberTypes());
    }

    private void print(SortedMap<String, String> files, TypeSpec.Builder type, String origin, Set<String> hidden) {
        Set<String> qualified = new TreeSet<>(JAVA_LANG);
        qualified.retainAll(api.neighbours());
        qualified.addAll(hidden);
        TypeSpec spec = type.alwaysQualify(qualified.toArray(String[]::new)).build();
        String text = JavaFile.builder(api.packageName(), spec)
                .addFileComment("Written by Parley from $L; changes are lost at the next build.", origin)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        String prefix = api.packageName().isEmpty() ? "" : api.packageName() + ".";
        files.put(prefix + spec.name(), Wrapping.wrap(Quoted.keep(text, Layout::tidy)));
    }
}
