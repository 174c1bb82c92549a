package dev.parley.cli;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcException;
import dev.parley.message.Dialect;
import dev.parley.peer.Peer;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.ValueException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls any method of any server from a shell, and prints any server's description:
 *
 * <pre>
 * call URI METHOD [JSON-PARAMS] [--dialect 2.0|1.0|go]
 * describe URI [--dialect 2.0|1.0|go]
 * </pre>
 *
 * The result goes to the output as JSON, on one line; the description over several. An error goes to the error stream.
 * The exit status is 0 for a result and for {@code --help}, 1 for an error, 2 for a command line that makes no sense.
 */
public final class CommandLine {
    private static final String USAGE = """
            usage: call URI METHOD [JSON-PARAMS] [--dialect 2.0|1.0|go]
                   describe URI [--dialect 2.0|1.0|go]
            for example: call tcp://127.0.0.1:4000 echo '["hello"]'""";

    private final PrintStream out;
    private final PrintStream err;

    private CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs a command and gives its exit status. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine command = new CommandLine(out, err);
        try {
            return command.run(new ArrayList<>(Arrays.asList(args)));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (RpcErrorException e) {
            String data = e.data() == null ? "" : ": " + e.data();
            err.println("error " + e.code() + ": "
                    + ValueException.printable(e.error().message()) + data);
            return 1;
        } catch (RpcException | IOException e) {
            err.println(ValueException.printable(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private int run(List<String> words) throws IOException {
        if (words.contains("--help") || words.contains("-h") || words.equals(List.of("help"))) {
            out.println(USAGE);
            return 0;
        }
        Dialect dialect = dialect(words);
        String command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("call") && (words.size() == 3 || words.size() == 4)) {
            JsonValue params = words.size() == 4 ? params(words.get(3)) : null;
            out.println(call(words.get(1), words.get(2), params, dialect));
            return 0;
        }
        if (command.equals("describe") && words.size() == 2) {
            out.println(IndentedJson.of(call(words.get(1), "rpc.discover", null, dialect)));
            return 0;
        }
        throw new IllegalArgumentException(USAGE);
    }

    private static JsonValue params(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(
                    "the parameters have to be a JSON array or object: " + e.getMessage(), e);
        }
    }

    /** Takes the option out of the words. */
    private static @Nullable Dialect dialect(List<String> words) {
        int option = words.indexOf("--dialect");
        if (option < 0) {
            return null;
        }
        if (option + 1 == words.size()) {
            throw new IllegalArgumentException("--dialect needs one of " + String.join(", ", Dialect.names()));
        }
        words.remove(option);
        String name = words.remove(option);
        return Dialect.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown dialect \"" + name + "\"; choose one of " + String.join(", ", Dialect.names())));
    }

    private static JsonValue call(String uri, String method, @Nullable JsonValue params, @Nullable Dialect dialect)
            throws IOException {
        Peer.Builder builder = Peer.builder();
        if (dialect != null) {
            builder.dialect(dialect);
        }
        try (Peer peer = builder.connect(uri)) {
            return peer.call(MethodDescriptor.untyped(method), params);
        }
    }
}
