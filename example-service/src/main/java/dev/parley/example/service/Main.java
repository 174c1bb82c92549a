package dev.parley.example.service;

import dev.parley.cli.CommandLine;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** The runnable jar: {@code serve} is the example's own, {@code call} and {@code describe} are the runtime's. */
public final class Main {
    private Main() {}

    /** Runs the command that the first word names. */
    public static void main(String[] args) throws InterruptedException {
        List<String> words = List.of(args);
        if (!words.isEmpty() && words.get(0).equals("serve")) {
            serve(words.subList(1, words.size()));
            return;
        }
        if (Collections.disjoint(words, List.of("call", "describe"))) {
            System.err.println(Serving.USAGE);
        }
        CommandLine.main(args);
    }

    private static void serve(List<String> words) throws InterruptedException {
        try {
            Serving.run(words, System.out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
