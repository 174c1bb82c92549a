package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.schema.Documents;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a service of a document. */
final class ServiceReader {
    /** Words of a title that fit every document. */
    private static final Pattern NOISE =
            Pattern.compile("(?i)\\b(json-?rpc|openrpc|specification|spec|version|v?\\d+(\\.\\d+)+)\\b");

    /** Every server answers it by itself: some documents describe it nevertheless. */
    private static final String DISCOVER = "rpc.discover";

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]+[._/:]");

    private final Documents documents;
    private final Models models;
    private final DocumentCheck check;
    private final OptionalMembers optional;
    private final TypeReader types;
    private final MethodReader methods;
    private final OpenRpcReader.Input input;

    ServiceReader(Documents documents, Models models, Report report, OpenRpcReader.Input input) {
        this.documents = documents;
        this.models = models;
        this.check = new DocumentCheck(report);
        this.optional = new OptionalMembers(input.optionalMembers(), report);
        this.types = new TypeReader(documents, models, report, optional, input.checks(), input.keepUnknown());
        ErrorReader errors = new ErrorReader(documents, types, models, report);
        this.methods = new MethodReader(documents, types, errors, new DefaultReader(models, report), check);
        this.input = input;
    }

    Service read(Located root) {
        List<Located> all = root.child("methods").elements().stream()
                .map(documents::follow)
                .filter(method -> !method.text("name").equals(DISCOVER))
                .toList();
        check.checkNames(all);
        String prefix = prefix(all);
        Set<String> used = new HashSet<>();
        List<Method> read = new ArrayList<>();
        for (Located method : all) {
            String own = method.text("name").substring(prefix.length());
            read.add(methods.read(method, own, free(JavaNames.member(own), used)));
        }
        types.checkCircles();
        optional.checkUse(root);
        Located info = root.child("info");
        ClassRef name = name(info);
        String title = info.text("title").equals(name.simpleName())
                        && !info.text("description").isEmpty()
                ? ""
                : info.text("title");
        return new Service(
                name,
                Service.Declaration.INTERFACE,
                true,
                0,
                false,
                false,
                read,
                Set.of(),
                Prose.docs(title, info.text("description")),
                root.place());
    }

    private ClassRef name(Located info) {
        String wanted = input.serviceName();
        if (wanted.isEmpty()) {
            String bare = NOISE.matcher(info.text("title")).replaceAll(" ").strip();
            wanted = Lengths.shortened(JavaNames.type(bare.isEmpty() ? info.text("title") : bare));
        }
        boolean taken = models.all().keySet().stream()
                .map(name -> name.simpleNames().get(0).toLowerCase(Locale.ROOT))
                .anyMatch(wanted.toLowerCase(Locale.ROOT)::equals);
        return ClassRef.topLevel(input.packageName(), taken ? wanted + "Service" : wanted);
    }

    /** What all names start with, so that the interface need not repeat it. */
    private static String prefix(List<Located> methods) {
        if (methods.size() < 2) {
            return "";
        }
        Matcher first = PREFIX.matcher(methods.get(0).text("name"));
        String prefix = first.lookingAt() ? first.group() : "";
        boolean common = methods.stream()
                .map(method -> method.text("name"))
                .allMatch(name -> name.startsWith(prefix) && name.length() > prefix.length());
        return common ? prefix : "";
    }

    private static String free(String wanted, Set<String> used) {
        String name = wanted;
        for (int number = 2; !used.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
