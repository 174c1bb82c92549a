package dev.parley.example.service;

import dev.parley.cli.CommandLine;
import java.io.IOException;
import java.util.List;

/** The runnable jar: {@code serve} is the example's own, {@code call} and {@code describe} are the runtime's. */
public final class Main {
    private Main() {}

    /** Runs the command that the first word names. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0 || !args[0].equals("serve")) {
            CommandLine.main(args);
            return;
        }
        try {
            Serving.run(List.of(args).subList(1, args.length), System.out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
