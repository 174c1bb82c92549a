package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.description.OpenRpcWriter;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.reader.openrpc.OpenRpcReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an interface loses on its way through a document: its description, read and described again. */
public final class ComeBack {
    private ComeBack() {}

    /** Pins the lines of a description that change when it is read and described again. */
    public static void check(Path folder, String name, String service, String description) {
        try {
            Path file = Files.writeString(folder.resolve("described.json"), description);
            OpenRpcReader.Output output =
                    OpenRpcReader.read(new OpenRpcReader.Input(file, "back", service, false, true, List.of()));
            assertThat(output.problems().stream().filter(Problem::isError)).isEmpty();
            Api api = output.api();
            String version = description.replaceAll("(?s).*?\"version\": \"([^\"]*)\".*", "$1");
            String again = new OpenRpcWriter(api, version).write(api.services().get(0));
            Golden.check("openrpc/roundtrip/" + name + ".txt", differences(description, again));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of each that the other does not have. */
    static String differences(String one, String other) {
        List<String> lines = new ArrayList<>();
        List<String> first = new ArrayList<>(one.lines().toList());
        List<String> second = new ArrayList<>(other.lines().toList());
        second.forEach(first::remove);
        one.lines().forEach(second::remove);
        first.forEach(line -> lines.add("- " + line));
        second.forEach(line -> lines.add("+ " + line));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
