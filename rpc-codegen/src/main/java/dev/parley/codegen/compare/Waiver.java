package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;
import java.time.LocalDate;

/**
 * A difference that breaks something and that a team has agreed on.
 *
 * @param rule the kind of difference
 * @param subject what it is about, as {@link Change#subject()} says it
 * @param reason why
 * @param until the last day on which it holds
 * @param place where it is written
 */
public record Waiver(Rule rule, String subject, String reason, LocalDate until, Place place) {
    /** Whether it is about a difference. */
    boolean covers(Change change) {
        return change.rule() == rule && change.subject().equals(subject);
    }

    /** Whether it still holds on a day. */
    boolean holds(LocalDate today) {
        return !until.isBefore(today);
    }
}
