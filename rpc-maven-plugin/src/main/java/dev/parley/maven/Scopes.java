package dev.parley.maven;

import java.util.Set;

/** The scopes of dependencies whose types a service may use. */
final class Scopes {
    /** What main sources see; {@code runtime} is left out, as javac leaves it out. */
    static final Set<String> MAIN = Set.of("compile", "provided", "system");

    /** What test sources see. */
    static final Set<String> TEST = Set.of("compile", "provided", "system", "runtime", "test");

    private Scopes() {}
}
