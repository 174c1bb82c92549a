package dev.parley.codegen;

import java.util.List;

/** The front of the generator: one request in, one result out; nothing is written and nothing is remembered. */
public final class Generator {
    private Generator() {}

    /** Reads, checks and prints. Problems of the input are in the result; exceptions are bugs or unreadable disks. */
    public static GenerationResult generate(GenerationRequest request) {
        return new GenerationResult(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
