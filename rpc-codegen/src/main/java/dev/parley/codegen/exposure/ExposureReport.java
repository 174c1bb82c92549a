package dev.parley.codegen.exposure;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Service;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes {@code exposure.md}: every method that a peer can reach, and what it can put in and get out there. */
public final class ExposureReport {
    /** The defaults are those of the runtime, which a test compares. */
    private static final String LIMITS =
            "\n\nLimits are the server's (`Limits`), the same for every method; no method has"
                    + " its own. By default a message has at most 4 MiB and 128 levels, an answer 16 MiB, a batch 100 entries; of"
                    + " a connection's calls 128 run at once and 1,024 wait. The column *bounded by* names the limits that alone"
                    + " bound what a method takes: `messageBytes` where it takes texts, lists or maps, `depth` where it takes what"
                    + " may hold itself, is untyped, or is read by a codec that is not generated. Where it is empty, a method"
                    + " takes values of fixed size only.\n";

    private final List<Api> apis;

    /** A report on packages that passed all checks. */
    public ExposureReport(List<Api> apis) {
        this.apis = apis.stream().sorted(Comparator.comparing(Api::packageName)).toList();
    }

    /** The report's text: Markdown, with line feeds only. */
    public String write() {
        StringBuilder services = new StringBuilder();
        SortedSet<String> codecs = new TreeSet<>();
        Totals totals = new Totals();
        for (Api api : apis) {
            for (Service service : api.services()) {
                services.append("\n## ").append(service.name()).append("\n\n").append(MethodRow.HEADER);
                for (Method method : service.methods()) {
                    Reach reach = new Reach(api, method);
                    MethodRow row = new MethodRow(service, method, reach, Bounds.of(api, method));
                    services.append(row.write());
                    codecs.addAll(reach.codecs());
                    totals.add(reach, row);
                }
            }
        }
        return "# Exposure\n\nWhat a peer can reach through the services of this module. " + totals
                + LIMITS
                + services + codecs(codecs);
    }

    private static String codecs(SortedSet<String> codecs) {
        StringBuilder text = new StringBuilder();
        if (!codecs.isEmpty()) {
            text.append("\n## Codecs written by hand\n\n");
            codecs.forEach(codec -> text.append("- `").append(codec).append("`\n"));
        }
        return text.toString();
    }

    private static final class Totals {
        private int methods;
        private int untyped;
        private int secret;
        private final SortedSet<String> databind = new TreeSet<>();

        void add(Reach reach, MethodRow row) {
            methods++;
            untyped += reach.untyped().isEmpty() ? 0 : 1;
            secret += row.secrets().isEmpty() ? 0 : 1;
            databind.addAll(reach.databind());
        }

        @Override
        public String toString() {
            return "Methods: " + methods + ", with untyped places: " + untyped + ", with secret places: " + secret
                    + ". Types that are read and written by reflection: " + databind.size() + ".";
        }
    }
}
