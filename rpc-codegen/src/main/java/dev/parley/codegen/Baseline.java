package dev.parley.codegen;

import java.util.List;

/** What the last release described. */
public sealed interface Baseline {
    /** What it is called in reports: {@code com.example:api:1.0}. */
    String name();

    /**
     * The documents that it left behind.
     *
     * @param documents at least one
     */
    record Documents(String name, List<Document> documents) implements Baseline {
        /** Copies the list. */
        public Documents {
            documents = List.copyOf(documents);
        }
    }

    /**
     * One OpenRPC document.
     *
     * @param name the qualified name of its interface, or that of the file, without {@code .json}
     * @param text the document as it stands
     */
    record Document(String name, String text) {}

    /**
     * The sources that it was built from.
     *
     * @param sources how to read them; clients and skeletons don't matter
     */
    record Sources(String name, GenerationRequest sources) implements Baseline {}
}
