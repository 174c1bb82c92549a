package dev.parley.codegen.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differences mean for a release, once waivers and levels are considered.
 *
 * @param stopping those that stop it
 * @param tolerated those that break something of a level that doesn't count
 * @param waived those that were agreed on, with the waiver
 * @param compatible those that break nothing
 * @param expired waivers whose day has passed
 * @param unused waivers that are about no difference
 */
public record Verdict(
        List<Change> stopping,
        List<Change> tolerated,
        Map<Change, Waiver> waived,
        List<Change> compatible,
        List<Waiver> expired,
        List<Waiver> unused) {

    /**
     * Judges differences.
     *
     * @param failOn the levels that count
     * @param today the day on which waivers must still hold
     */
    public static Verdict of(List<Change> changes, List<Waiver> waivers, Set<Level> failOn, LocalDate today) {
        List<Change> stopping = new ArrayList<>();
        List<Change> tolerated = new ArrayList<>();
        Map<Change, Waiver> waived = new LinkedHashMap<>();
        List<Change> compatible = new ArrayList<>();
        for (Change change : changes) {
            Optional<Level> level = change.rule().breaks();
            Optional<Waiver> waiver = waivers.stream()
                    .filter(each -> each.covers(change) && each.holds(today))
                    .findFirst();
            if (level.isEmpty()) {
                compatible.add(change);
            } else if (waiver.isPresent()) {
                waived.put(change, waiver.get());
            } else if (failOn.contains(level.get())) {
                stopping.add(change);
            } else {
                tolerated.add(change);
            }
        }
        return new Verdict(
                stopping,
                tolerated,
                waived,
                compatible,
                waivers.stream().filter(each -> !each.holds(today)).toList(),
                waivers.stream()
                        .filter(each -> each.holds(today) && changes.stream().noneMatch(each::covers))
                        .toList());
    }
}
