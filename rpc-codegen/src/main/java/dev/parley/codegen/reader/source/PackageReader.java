package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the services of one package, which share their codecs. */
final class PackageReader {
    private static final List<String> SUFFIXES = List.of("Client", "Skeleton", "Methods", "Codec");

    private final ProcessingEnvironment environment;
    private final Places places;

    PackageReader(ProcessingEnvironment environment, Places places) {
        this.environment = environment;
        this.places = places;
    }

    /** What was read, and what readers had to say. */
    record Read(Api api, List<Problem> problems) {}

    Read read(String packageName, List<TypeElement> services) {
        Session session = new Session(environment, places, packageName);
        UserCodecs codecs = new UserCodecs(session);
        services.forEach(codecs::addAll);
        ClassNames classNames = new ClassNames(session);
        Models models = new Models();
        TypeReader types = new TypeReader(codecs, models);
        ServiceReader reader = new ServiceReader(session, new MethodReader(session, types), classNames);
        List<Service> read = services.stream().map(reader::read).toList();
        ModelReader modelReader = new ModelReader(session, types, classNames);
        var readModels = Fallbacks.in(models.readAll(modelReader::read));
        SecretMembers secrets = new SecretMembers(readModels);
        List<Service> complete = read.stream().map(secrets::addTo).toList();
        Api api = new Api(packageName, complete, readModels, taken(session), neighbours(session));
        return new Read(api, session.problems());
    }

    // Only what stands in source counts: class files may be our own output of the last build.
    private Set<ClassRef> taken(Session session) {
        var element = session.elements().getPackageElement(session.packageName());
        Set<ClassRef> taken = new TreeSet<>();
        for (Element type : element.getEnclosedElements()) {
            String name = type.getSimpleName().toString().replaceFirst("\\d+$", "");
            if (SUFFIXES.stream().anyMatch(name::endsWith) && places.isSource(type)) {
                taken.add(Session.ref((TypeElement) type));
            }
        }
        return taken;
    }

    private static Set<String> neighbours(Session session) {
        Set<String> names = new TreeSet<>();
        session.elements()
                .getPackageElement(session.packageName())
                .getEnclosedElements()
                .forEach(type -> names.add(type.getSimpleName().toString()));
        return names;
    }
}
