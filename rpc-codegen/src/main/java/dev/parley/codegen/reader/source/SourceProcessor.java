package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Stray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * An annotation processor that reads every service of a round. What becomes of it, a subclass says: the generator keeps
 * it, an ordinary build writes files.
 */
public abstract class SourceProcessor extends AbstractProcessor {
    /** For subclasses. */
    protected SourceProcessor() {}

    /**
     * Takes what was read in one round.
     *
     * @param apis the services, by package
     * @param strays annotations in places where they mean nothing
     * @param places finds the element that a place belongs to
     */
    protected abstract void accept(List<Api> apis, List<Stray> strays, ElementFinder places);

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.parley.annotation.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement service = processingEnv.getElementUtils().getTypeElement("dev.parley.annotation.RpcService");
        if (service == null || round.processingOver()) {
            return false;
        }
        Places places = Session.places(processingEnv);
        Map<String, List<TypeElement>> byPackage = new TreeMap<>();
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(service))) {
            byPackage
                    .computeIfAbsent(Session.packageOf(type), name -> new ArrayList<>())
                    .add(type);
        }
        List<Stray> strays = new ArrayList<>(new StrayReader(places, round).read(annotations));
        strays.addAll(new CodecClasses(places, new Session(processingEnv, places, "")).read(round));
        CodecConflicts conflicts = new CodecConflicts(new Session(processingEnv, places, ""));
        List<Api> apis = new ArrayList<>();
        PackageReader reader = new PackageReader(processingEnv, places);
        byPackage.forEach((name, services) -> {
            strays.addAll(conflicts.read(services));
            apis.add(reader.read(name, services));
        });
        accept(apis, strays, places::elementAt);
        return false;
    }

    /** Finds the element that a place was read from. */
    @FunctionalInterface
    public interface ElementFinder {
        /** The element; null for places that belong to none. */
        @Nullable
        Element elementAt(Place place);
    }
}
