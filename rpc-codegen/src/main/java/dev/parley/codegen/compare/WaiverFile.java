package dev.parley.codegen.compare;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of waivers: a JSON array of objects with the members {@code rule}, {@code place}, {@code reason}, {@code until}. */
public final class WaiverFile {
    private static final List<String> MEMBERS = List.of("rule", "place", "reason", "until");

    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Problem> mistakes = new ArrayList<>();

    /** Reads a file's text; what is wrong with it is among the mistakes. */
    public WaiverFile(Path file, String text) {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(text);
        } catch (JacksonException e) {
            var location = e.getLocation();
            wrong(
                    new Place(
                            file,
                            location == null ? 0 : location.getLineNr(),
                            location == null ? 0 : location.getColumnNr()),
                    "The file is no JSON: " + e.getOriginalMessage() + ".");
            return;
        }
        JsonPlaces places = new JsonPlaces(file, text);
        if (!root.isArray()) {
            wrong(places.at(""), "Waivers are an array of objects. Write [ … ] around them.");
            return;
        }
        for (int i = 0; i < root.size(); i++) {
            read(root.get(i), places.at("/" + i));
        }
    }

    /** The waivers that are right. */
    public List<Waiver> waivers() {
        return List.copyOf(waivers);
    }

    /** What is wrong with the others. */
    public List<Problem> mistakes() {
        return List.copyOf(mistakes);
    }

    private void read(JsonNode waiver, Place place) {
        int before = mistakes.size();
        Set<String> unknown = new TreeSet<>(waiver.propertyNames());
        MEMBERS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            wrong(place, "A waiver has no member " + quoted(unknown) + "; it has " + quoted(MEMBERS) + ".");
        }
        List<String> missing = MEMBERS.stream()
                .filter(name -> waiver.path(name).asString("").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            wrong(place, "A waiver needs " + quoted(missing) + " too: texts that are not empty.");
        }
        Optional<Rule> rule = rule(waiver.path("rule").asString(""), place);
        Optional<LocalDate> until = date(waiver.path("until").asString(""), place);
        if (mistakes.size() == before && rule.isPresent() && until.isPresent()) {
            String subject = waiver.path("place").asString("");
            waivers.add(new Waiver(rule.get(), subject, waiver.path("reason").asString(""), until.get(), place));
        }
    }

    private Optional<Rule> rule(String key, Place place) {
        Optional<Rule> rule = Rule.of(key);
        if (rule.isEmpty() && !key.isBlank()) {
            wrong(place, "There is no rule \"" + key + "\". Copy the key from the message about the difference.");
        } else if (rule.isPresent() && rule.get().breaks().isEmpty()) {
            wrong(place, "Differences of the rule " + key + " break nothing and need no waiver. Remove it.");
        }
        return rule;
    }

    private Optional<LocalDate> date(String text, Place place) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            wrong(place, "\"" + text + "\" is no date. Write \"until\" as year, month and day: \"2026-12-31\".");
            return Optional.empty();
        }
    }

    private void wrong(Place place, String message) {
        mistakes.add(Problem.error("waiver-invalid", place, message));
    }

    private static String quoted(Iterable<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("\"" + name + "\""));
        return String.join(", ", quoted);
    }
}
