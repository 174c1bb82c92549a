package dev.parley.maven;

import dev.parley.codegen.GenerationResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the goals of one build know of one project from each other: {@code describe} need not read what {@code generate} read. */
final class BuildMemory {
    private static final String KEY = BuildMemory.class.getName();

    private final Map<String, GenerationResult> results = new ConcurrentHashMap<>();
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();

    /** The one in a plugin context, which Maven keeps for each project and plugin as long as it runs. */
    static BuildMemory in(Map<String, Object> context) {
        return (BuildMemory) context.computeIfAbsent(KEY, key -> new BuildMemory());
    }

    /** The result of inputs with this fingerprint, if a goal read them. */
    @Nullable
    GenerationResult result(String fingerprint) {
        return results.get(fingerprint);
    }

    /** Keeps a result. */
    void keep(String fingerprint, GenerationResult result) {
        results.put(fingerprint, result);
    }

    /** Whether this warning is new in this build. */
    boolean isNew(String warning) {
        return warnings.add(warning);
    }
}
