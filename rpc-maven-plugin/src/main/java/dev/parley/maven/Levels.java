package dev.parley.maven;

import dev.parley.codegen.compare.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;

/** Reads which levels count. */
final class Levels {
    private Levels() {}

    static Set<Level> of(List<String> names) throws MojoFailureException {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String name : names) {
            String word = name.strip().toUpperCase(Locale.ROOT);
            if (word.isEmpty() || word.equals("NONE")) {
                continue;
            }
            try {
                levels.add(Level.valueOf(word));
            } catch (IllegalArgumentException e) {
                throw new MojoFailureException(
                        "failOn names \"" + name
                                + "\", which is no level; write some of WIRE, SOURCE, BEHAVIOUR, or NONE.",
                        e);
            }
        }
        return levels;
    }
}
