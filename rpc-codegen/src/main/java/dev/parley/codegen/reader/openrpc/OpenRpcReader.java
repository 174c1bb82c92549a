package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.schema.Document;
import dev.parley.codegen.schema.Documents;
import dev.parley.codegen.schema.Report;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an OpenRPC document, and the files that it refers to, into the model. */
public final class OpenRpcReader {
    private OpenRpcReader() {}

    /**
     * What to read.
     *
     * @param file the document
     * @param packageName the package of what is made of it
     * @param serviceName the name of the interface; empty for one made of the document's title
     * @param keepUnknown whether records keep members that their schema does not name
     * @param checks whether codecs check what schemas say of values besides their types
     * @param optionalMembers which members are optional though the document requires them: {@code COMPONENT.member} or
     *     {@code METHOD.member}, with {@code *} for any text
     */
    public record Input(
            Path file,
            String packageName,
            String serviceName,
            boolean keepUnknown,
            boolean checks,
            List<String> optionalMembers) {}

    /**
     * What was read.
     *
     * @param api the service and its types; null when the document can't be read at all
     * @param text the document, with what it takes from other files inside
     * @param problems what is wrong with it, and what stays untyped
     * @param files every file that was read
     * @param places the position of a value of the document by its pointer, or of the nearest value around it
     */
    public record Output(
            @Nullable Api api, String text, List<Problem> problems, List<Path> files, Function<String, Place> places) {
        /** Copies the lists. */
        public Output {
            problems = List.copyOf(problems);
            files = List.copyOf(files);
        }
    }

    /**
     * Reads a document; what is wrong with it is in the result. It is read twice: only after the first time it is known
     * which names the classes of the package take, so that none inside another hides one.
     */
    public static Output read(Input input) {
        Attempt first = new Attempt(input, Set.of());
        return first.output == null ? first.unreadable() : new Attempt(input, first.topLevel()).result();
    }

    private static final class Attempt {
        private final Input input;
        private final Report report = new Report();
        private final Documents documents = new Documents(report);
        private final Models models;
        private final @Nullable Document document;
        private final @Nullable Service output;

        Attempt(Input input, Set<String> reserved) {
            this.input = input;
            this.models = new Models(input.packageName(), reserved);
            this.document = documents.load(input.file());
            this.output = document == null ? null : read(document);
        }

        private Service read(Document from) {
            new DocumentCheck(report).check(from.root());
            return new ServiceReader(documents, models, report, input).read(from.root());
        }

        Set<String> topLevel() {
            Service service = output;
            Stream<ClassRef> exceptions = service == null
                    ? Stream.empty()
                    : service.methods().stream()
                            .flatMap(method -> method.errors().stream().map(DeclaredError::type));
            return Stream.concat(models.all().keySet().stream(), exceptions)
                    .map(name -> name.simpleNames().get(0))
                    .collect(Collectors.toSet());
        }

        Output unreadable() {
            return new Output(null, "", report.problems(), List.of(input.file()), any -> Place.UNKNOWN);
        }

        Output result() {
            Service service = output;
            Document from = document;
            if (service == null || from == null) {
                return unreadable();
            }
            Set<String> neighbours = new HashSet<>(topLevel());
            neighbours.add(service.name().simpleName());
            Set<ClassRef> taken = neighbours.stream()
                    .map(name -> ClassRef.topLevel(input.packageName(), name))
                    .collect(Collectors.toSet());
            Api api = new Api(
                    input.packageName(),
                    List.of(service),
                    new HashMap<>(models.all()),
                    taken,
                    neighbours,
                    input.checks());
            List<Path> files = documents.files();
            return new Output(api, Bundle.of(from, files.size()), report.problems(), files, from::nearest);
        }
    }
}
