package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.check.Checks;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.reader.source.SourceProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * The generator as an ordinary annotation processor, for Gradle, Bazel and IDEs: the same reader, checks and output,
 * written where the compiler says. Options: {@code -Adev.parley.client=false}, {@code -Adev.parley.server=false}, and
 * {@code -Adev.parley.apiVersion=1.0}, the version in descriptions of interfaces that name none.
 */
public final class RpcProcessor extends SourceProcessor {
    private static final String CLIENT = "dev.parley.client";
    private static final String SERVER = "dev.parley.server";
    private static final String API_VERSION = "dev.parley.apiVersion";

    /** For compilers. */
    public RpcProcessor() {}

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CLIENT, SERVER, API_VERSION);
    }

    @Override
    protected boolean waitsForOthers() {
        return true;
    }

    @Override
    protected void accept(List<Api> apis, List<Problem> read, ElementFinder places) {
        List<Problem> problems = new ArrayList<>(Checks.run(apis));
        problems.addAll(read);
        problems.forEach(problem -> report(problem, places));
        if (!Problem.anyError(problems)) {
            apis.forEach(this::write);
        }
    }

    private void report(Problem problem, ElementFinder places) {
        String text = "[" + problem.key() + "] " + problem.text();
        Diagnostic.Kind kind = kind(problem.severity());
        Element element = places.elementAt(problem.place());
        if (element == null) {
            processingEnv.getMessager().printMessage(kind, text);
        } else {
            processingEnv.getMessager().printMessage(kind, text, element);
        }
    }

    private static Diagnostic.Kind kind(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }

    private void write(Api api) {
        // What encoding the compiler writes in it does not say.
        Output output = new Output(api, StandardCharsets.US_ASCII);
        Filer filer = processingEnv.getFiler();
        try {
            for (GeneratedFile file : output.sources(isOn(CLIENT), isOn(SERVER))) {
                String name = file.path().substring(0, file.path().length() - ".java".length());
                try (Writer out = filer.createSourceFile(name.replace('/', '.')).openWriter()) {
                    out.write(file.content());
                }
            }
            for (GeneratedFile file :
                    output.descriptions(processingEnv.getOptions().getOrDefault(API_VERSION, ""))) {
                try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.path())
                        .openWriter()) {
                    out.write(file.content());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOn(String option) {
        return !"false".equals(processingEnv.getOptions().get(option));
    }
}
