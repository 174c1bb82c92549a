package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final SortedSet<String> deferred = new TreeSet<>();

    /** For subclasses. */
    protected SourceProcessor() {}

    /**
     * Whether to put a package off to the next round while a type in it can't be found, because another processor may
     * write that type. In the last round it is read as it is.
     */
    protected boolean waitsForOthers() {
        return false;
    }

    /**
     * Takes what was read in one round.
     *
     * @param apis the services, by package
     * @param problems what is wrong with annotations, wherever they are
     * @param places finds the element that a place belongs to
     */
    protected abstract void accept(List<Api> apis, List<Problem> problems, ElementFinder places);

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
        if (service == null) {
            return false;
        }
        Places places = Session.places(processingEnv);
        Session session = new Session(processingEnv, places, "");
        Map<String, List<TypeElement>> byPackage = new TreeMap<>();
        for (TypeElement type : services(service, round)) {
            byPackage
                    .computeIfAbsent(Session.packageOf(type), name -> new ArrayList<>())
                    .add(type);
        }
        List<Problem> problems = new ArrayList<>(new StrayReader(places, round).read(annotations));
        problems.addAll(new CodecClasses(places, session).read(round));
        CodecConflicts conflicts = new CodecConflicts(session);
        List<Api> apis = new ArrayList<>();
        PackageReader reader = new PackageReader(processingEnv, places);
        byPackage.forEach((name, services) -> {
            PackageReader.Read read = reader.read(name, services);
            if (waitsForOthers() && !round.processingOver() && Unresolved.isIn(read.api(), services)) {
                services.forEach(type -> deferred.add(type.getQualifiedName().toString()));
            } else {
                problems.addAll(conflicts.read(services));
                problems.addAll(read.problems());
                apis.add(read.api());
            }
        });
        accept(apis, problems, places::elementAt);
        return false;
    }

    // What was put off is looked up again: elements of one round are not those of the next.
    private Set<TypeElement> services(TypeElement service, RoundEnvironment round) {
        Set<TypeElement> services = new LinkedHashSet<>();
        deferred.forEach(name -> services.add(processingEnv.getElementUtils().getTypeElement(name)));
        deferred.clear();
        services.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(service)));
        return services;
    }

    /** Finds the element that a place was read from. */
    @FunctionalInterface
    public interface ElementFinder {
        /** The element; null for places that belong to none. */
        @Nullable
        Element elementAt(Place place);
    }
}
