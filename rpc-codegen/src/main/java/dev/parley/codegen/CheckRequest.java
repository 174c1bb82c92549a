package dev.parley.codegen;

import dev.parley.codegen.compare.Level;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to compare with what.
 *
 * @param current how to read what is described now
 * @param baseline what the last release described
 * @param waivers the file of differences that were agreed on; null when there is none
 * @param failOn the levels whose breaking differences are errors; others are warnings
 * @param today the day on which waivers must still hold: there is no clock in here
 */
public record CheckRequest(
        GenerationRequest current,
        Baseline baseline,
        @Nullable Path waivers,
        Set<Level> failOn,
        LocalDate today) {
    /** Copies the set. */
    public CheckRequest {
        failOn = Set.copyOf(failOn);
    }
}
