package dev.parley.maven;

/**
 * What the user wants done in doubtful cases.
 *
 * @param failOnNoServices whether to fail when there is no service
 * @param failOnWarning whether to fail on a warning
 * @param force whether to read though nothing has changed
 */
record Strictness(boolean failOnNoServices, boolean failOnWarning, boolean force) {
    Fingerprint addTo(Fingerprint fingerprint) {
        return fingerprint.parameter("failOnNoServices", failOnNoServices).parameter("failOnWarning", failOnWarning);
    }
}
