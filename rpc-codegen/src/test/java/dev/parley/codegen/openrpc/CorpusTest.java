package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every document of the corpus, with limits checked: what they allow must come back, so with fewer checks it does too. */
class CorpusTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petstore-expanded.json",
                "simple-math.json",
                "params-by-name-petstore.json",
                "link-example.json",
                "ethereum-execution-apis.json",
                "starknet/api/starknet_api_openrpc.json",
                "starknet/starknet_write_api.json",
                "iota.json",
                "lotus-gateway.json",
                "firebolt-core.json",
                "metamask-multichain.json",
                "soroban-rpc.json"
            })
    void compilesAndValuesSurvive(String name) {
        Path file = Corpus.document(name);
        DocumentProject project = new DocumentProject(
                        folder, new DocumentRequest(file, "doc", "", false, true, List.of(), false))
                .compile();
        assertThat(project.mistakes()).isEmpty();
        Survival survival = new Survival(project, file).tryAll();
        assertThat(survival.failures()).isEmpty();
        Golden.check("openrpc/corpus/" + name.replaceAll(".*/|\\.json$", "") + ".txt", report(project, survival));
    }

    /** What is pinned of a document: how much there is, what stays untyped, which of its own examples it does not allow. */
    private static String report(DocumentProject project, Survival survival) {
        List<String> lines = new ArrayList<>();
        long types = project.result().sources().stream()
                .filter(source -> source.path().endsWith("Codec.java"))
                .count();
        lines.add(survival.methods() + " methods, " + types + " types");
        lines.add("");
        lines.add("untyped:");
        lines.addAll(project.untyped());
        lines.add("");
        lines.add(survival.examples() + " examples, of which these do not come back:");
        lines.addAll(survival.wrongExamples());
        return String.join("\n", lines) + "\n";
    }
}
