package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds files that would be written twice: two documents, or a document and an interface, that share a package. */
final class Clashes {
    private static final String PROBLEM = "duplicate-file";

    private Clashes() {}

    static List<Problem> in(List<GeneratedFile> files) {
        Set<String> seen = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (GeneratedFile file : files) {
            if (!seen.add(file.path())) {
                problems.add(Problem.error(
                        PROBLEM,
                        Place.UNKNOWN,
                        file.path() + " would be generated twice. Give each OpenRPC document a package of its own."));
            }
        }
        return problems;
    }
}
