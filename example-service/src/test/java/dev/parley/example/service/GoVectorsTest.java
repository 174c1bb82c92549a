package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.peer.RpcServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Go's server was seen to answer, against what ours does: alike, but for what the documentation lists. */
class GoVectorsTest {
    private static final Pattern OTHERWISE = Pattern.compile("replay [^:]+: failed: (.*) wanted .*");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void exactlyWhatIsListedIsAnsweredOtherwise() throws Exception {
        String python = Programs.find("python3");
        String replay = Programs.interop("py/replay.py").toString();
        String vectors = Programs.interop("vectors/go-1.19-server.jsonl").toString();
        try (RpcServer server =
                InteropServer.serving("tcp://127.0.0.1:0?dialect=go").start()) {
            String port = Integer.toString(URI.create(server.uri()).getPort());
            try (Running replaying = Running.start(python, replay, "--show", vectors, "127.0.0.1", port)) {
                assertThat(replaying.ended().errors())
                        .map(GoVectorsTest::exchange)
                        .containsExactlyInAnyOrderElementsOf(listed());
            }
        }
    }

    private static String exchange(String line) {
        return OTHERWISE
                .matcher(line)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse(line);
    }

    private static List<String> listed() throws Exception {
        String page = Files.readString(Path.of("../docs/interop.md"));
        return LISTED.matcher(page.substring(page.indexOf("## Where we answer otherwise")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
