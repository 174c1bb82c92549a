package dev.parley.codegen.writer;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Service;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prints what a user would have written: interfaces and model types, of an API that came without any. */
public final class DeclarationWriter {
    private static final Set<String> JAVA_LANG = Set.of(
            "Object",
            "String",
            "Override",
            "Deprecated",
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
    private final ModelTypeWriter models;
    private final InterfaceWriter interfaces;

    /**
     * A writer for a package.
     *
     * @param defaultMethods whether an implementation may leave methods out
     */
    public DeclarationWriter(Api api, boolean defaultMethods) {
        this.api = api;
        this.models = new ModelTypeWriter(api);
        this.interfaces = new InterfaceWriter(defaultMethods);
    }

    /**
     * Prints the files.
     *
     * @param origin what the API came from, for people
     * @return the text of each file by the full name of its class
     */
    public SortedMap<String, String> write(String origin) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Service service : api.services()) {
            print(files, service.name(), interfaces.write(service), origin);
        }
        errors().forEach((type, code) -> print(files, type, code, origin));
        for (ModelType model : api.models().values()) {
            if (model.name().simpleNames().size() == 1) {
                print(files, model.name(), models.write(model), origin);
            }
        }
        return files;
    }

    private SortedMap<ClassRef, TypeSpec.Builder> errors() {
        SortedMap<ClassRef, TypeSpec.Builder> errors = new TreeMap<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                for (DeclaredError error : method.errors()) {
                    String docs = method.docs().thrown(error.type().simpleName());
                    errors.computeIfAbsent(error.type(), type -> ExceptionWriter.write(error, docs));
                }
            }
        }
        return errors;
    }

    private void print(SortedMap<String, String> files, ClassRef name, TypeSpec.Builder type, String origin) {
        // In a comment a backslash could start an escape, such as one of a line feed.
        String file = origin.replaceAll("[\\p{Cntrl}\\\\]", "?");
        String[] hidden = JAVA_LANG.stream().filter(api.neighbours()::contains).toArray(String[]::new);
        String text = JavaFile.builder(
                        name.packageName(), type.alwaysQualify(hidden).build())
                .addFileComment("Written by Parley from $L; changes are lost at the next build.", file)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        files.put(name.qualifiedName(), Quoted.keep(text, DeclarationLayout::tidy));
    }
}
